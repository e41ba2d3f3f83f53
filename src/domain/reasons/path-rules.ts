import picomatch from 'picomatch';

import type { RiskRule } from '../settings/project-settings';
import type { Level } from './reason';

/** What a path tells of a risk; the specification has the list. */
export const PATH_CODES = [
  'db-change',
  'mendix-model',
  'secret-change',
  'infra-change',
  'config-change',
  'dependency-change',
] as const;
export type PathCode = (typeof PATH_CODES)[number];

/** The level of a risk without further rules. */
export const PATH_LEVELS: Readonly<Record<PathCode, Level>> = {
  'db-change': 'manual-review',
  'mendix-model': 'manual-review',
  'secret-change': 'manual-review',
  'infra-change': 'manual-review',
  'config-change': 'warning',
  'dependency-change': 'warning',
};

export const isPathCode = (code: string): code is PathCode =>
  PATH_CODES.some((one) => one === code);

const LOCK_FILES = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'go.sum',
  'go.work.sum',
  'Cargo.lock',
  'poetry.lock',
  'pdm.lock',
  'uv.lock',
  'Pipfile.lock',
  'Gemfile.lock',
  'composer.lock',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'packages.lock.json',
  'paket.lock',
  'mix.lock',
  'pubspec.lock',
  'Podfile.lock',
  'Package.resolved',
  'Chart.lock',
  'conan.lock',
  'flake.lock',
  '.terraform.lock.hcl',
];

const DEFAULT_GLOBS: Readonly<Record<PathCode, readonly string[]>> = {
  'db-change': ['**/{migrations,migration,db,database,schema,liquibase,flyway}/**', '**/*.sql'],
  'mendix-model': ['**/*.mpr'],
  'secret-change': ['**/.env*', '**/*{secret,credential,keystore}*', '**/*.{pem,p12,jks}'],
  'infra-change': [
    '**/*.tf',
    '**/{helm,k8s,terraform}/**',
    '**/Dockerfile*',
    '.github/workflows/**',
    '.gitlab-ci.yml',
  ],
  'config-change': ['**/*.{yml,yaml,toml,ini,properties}', '**/{config,settings}/**'],
  'dependency-change': LOCK_FILES.map((name) => `**/${name}`),
};

/** Documentation is never a risk, whatever a rule says of it. */
const DOCUMENTATION = ['**/*.md', 'docs/**'];

type Matches = (path: string) => boolean;
const compiled = new WeakMap<readonly string[], Matches>();

/** Whether a path matches one of some globs: whole segments, whatever the case. */
export function isMatch(globs: readonly string[], path: string): boolean {
  const known = compiled.get(globs);
  if (known) return known(path);
  const matches = globs.map((glob) => picomatch(glob, { nocase: true, dot: true }));
  const matchesOne: Matches = (one) => matches.some((match) => match(one));
  compiled.set(globs, matchesOne);
  return matchesOne(path);
}

/** The paths of a risk, by the default rules and by those of the repository, in the given order. */
export function riskyPaths(
  paths: readonly string[],
  code: string,
  rules: readonly RiskRule[],
): string[] {
  const defaults = isPathCode(code) ? [DEFAULT_GLOBS[code]] : [];
  const own = rules.filter((rule) => rule.code === code).map((rule) => rule.paths);
  return paths.filter(
    (path) =>
      !isMatch(DOCUMENTATION, path) && [...defaults, ...own].some((globs) => isMatch(globs, path)),
  );
}
