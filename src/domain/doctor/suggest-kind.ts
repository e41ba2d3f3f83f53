import type { RepositoryKind } from '../repository';
import type { Confidence } from './finding';

export type KindSuggestion = { kind: RepositoryKind; confidence: Confidence; why: string };

export type KindFacts = {
  /** `acme/ledger-schema` */
  path: string;
  /** Paths that changes touched. */
  paths: readonly string[];
  /** Whether anything is deployed from it. */
  isDeployed: boolean;
};

const BY_PATH: readonly (readonly [RepositoryKind, RegExp])[] = [
  ['mendix', /\.mpr$/i],
  ['db', /\.sql$|(?:^|\/)(?:migrations?|liquibase|flyway|schema)\//i],
  ['infra', /\.tf$|(?:^|\/)(?:terraform|helm|k8s|charts|ansible)\//i],
  ['config', /\.(?:ya?ml|toml|ini|properties|env)$/i],
];
const BY_WORD: readonly (readonly [RepositoryKind, RegExp])[] = [
  ['db', /^(?:db|database|schema|sql|migrations?|flyway|liquibase)$/],
  ['mendix', /^(?:mendix|mx)$/],
  ['infra', /^(?:infra|infrastructure|terraform|helm|k8s|kubernetes|ansible|platform)$/],
  ['config', /^(?:config|configuration|configs|settings|env|environments|gitops)$/],
  ['library', /^(?:lib|libs|library|sdk|common|shared|client|utils)$/],
];
/** With fewer paths nothing can be told. */
const ENOUGH_PATHS = 3;

/** What a repository probably holds: by most of the paths that changes touched, else by its name, else because it is deployed. */
export function suggestKind({ path, paths, isDeployed }: KindFacts): KindSuggestion | null {
  return byPaths(paths) ?? byName(path) ?? byDeployments(isDeployed);
}

/** One Mendix model is enough: it is the application. */
function byPaths(paths: readonly string[]): KindSuggestion | null {
  const code = paths.filter((each) => !/\.md$|^docs?\/|^\.github\//i.test(each));
  for (const [kind, pattern] of BY_PATH) {
    const matching = code.filter((each) => pattern.test(each));
    const [example] = matching;
    if (example === undefined) continue;
    const isMost = code.length >= ENOUGH_PATHS && matching.length * 2 > code.length;
    if (kind === 'mendix' || isMost) {
      return { kind, confidence: 'likely', why: `its changes touch ${example}` };
    }
  }
  return null;
}

function byName(path: string): KindSuggestion | null {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  const words = name.split(/[-_.]/);
  for (const [kind, pattern] of BY_WORD) {
    const word = words.find((each) => pattern.test(each));
    if (word !== undefined) return { kind, confidence: 'guess', why: `its name says ${word}` };
  }
  return null;
}

const byDeployments = (isDeployed: boolean): KindSuggestion | null =>
  isDeployed ? { kind: 'app', confidence: 'guess', why: 'it is deployed' } : null;
