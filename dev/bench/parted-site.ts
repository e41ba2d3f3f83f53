import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSite, type LocalSite } from '../local-site/open-site';
import { readSite } from '../site-file/read-site';
import { countByPurpose, type CallCounts } from './call-counts';
import { makePartedRepository } from './make-repository';
import { planParted, type PartedHistory, type PartedShape } from './parted-history';

export type Provider = 'github' | 'gitlab';

export type PartedSite = LocalSite & {
  /** The bare repositories. */
  gits: string[];
  paths: string[];
  /** Host calls since it was last emptied. */
  calls: CallCounts;
  remove: () => Promise<void>;
};

type SiteShape = Omit<PartedShape, 'seed'> & {
  provider: Provider;
  repositories: number;
  /** Issues and versions as Jira gives them, where those that need each other are not enough. */
  jira?: { issues: readonly unknown[]; versions: readonly unknown[] };
};

const HOSTS = {
  github: { host: 'https://api.github.com', token: 'gh-test-token' },
  gitlab: { host: 'https://gitlab.com', token: 'gl-test-token' },
};

/** PAY-2 needs this many issues, if there are as many; each needs the next. */
const MOST_NEEDED = 150;

/** A site of many repositories of two lines, `dev` and `prod`, that hold the changes of some issues. */
export async function openPartedSite(shape: SiteShape): Promise<PartedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-bench-'));
  const made = Array.from({ length: shape.repositories }, (_, seed) =>
    makeRepository(folder, { ...shape, seed }),
  );
  write(folder, 'issues.json', shape.jira?.issues ?? issues(shape.issues));
  write(folder, 'versions.json', shape.jira?.versions ?? []);
  write(folder, 'convoy.yaml', settings(shape));
  write(folder, 'site.yaml', siteFile(shape));
  const calls = countByPurpose();
  const site = await openSite(readSite(folder), { store: null, onHostCall: calls.add });
  return {
    ...site,
    gits: made,
    paths: made.map((_, seed) => pathOf(seed)),
    calls,
    remove: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pathOf = (seed: number): string => `acme/service-${seed}`;

function makeRepository(folder: string, shape: PartedShape & { provider: Provider }): string {
  const { seed, provider } = shape;
  const git = join(folder, `${seed}.git`);
  const history = planParted(shape);
  const shas = makePartedRepository(git, history);
  write(folder, `${seed}.pulls.json`, PULLS[provider](history, shas));
  write(folder, `${seed}.deployments.json`, deployments(history, shas));
  write(folder, `${seed}.checks.json`, checks(provider, shas));
  return git;
}

/** JSON is YAML. */
function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}

const AT = '2026-03-02T09:00:00Z';

const MERGED = { created_at: AT, updated_at: AT, merged_at: AT };

const PULLS: Record<Provider, (history: PartedHistory, shas: readonly string[]) => unknown[]> = {
  github: ({ pulls }, shas) =>
    pulls.map(({ commits, title }, index) => ({
      ...MERGED,
      number: index + 1,
      title,
      state: 'closed',
      user: { login: 'ana' },
      head: { ref: `work/${index}`, sha: shas[commits.at(-1) ?? 0] },
      base: { ref: 'develop' },
      merge_commit_sha: shas[commits.at(-1) ?? 0],
      commits: commits.map((mark) => shas[mark]),
    })),
  gitlab: ({ pulls }, shas) =>
    pulls.map(({ commits, title }, index) => ({
      ...MERGED,
      iid: index + 1,
      title,
      state: 'merged',
      author: 'ana',
      source_branch: `work/${index}`,
      target_branch: 'develop',
      sha: shas[commits.at(-1) ?? 0],
      commits: commits.map((mark) => shas[mark]),
    })),
};

/** In words that both hosts read. */
const deployments = ({ heads }: PartedHistory, shas: readonly string[]): unknown[] =>
  [
    { environment: 'development', sha: shas[heads.develop], ref: 'develop' },
    { environment: 'production', sha: shas[heads.main], ref: 'main' },
  ].map((one, index) => ({
    ...one,
    id: index + 1,
    created_at: AT,
    status: 'success',
    statuses: [{ state: 'success', created_at: AT }],
  }));

const PASSED = {
  github: { name: 'build', status: 'completed', conclusion: 'success' },
  gitlab: { name: 'build', status: 'success' },
};

const checks = (provider: Provider, shas: readonly string[]): Record<string, unknown[]> =>
  Object.fromEntries(
    shas
      .slice(1)
      .slice(-100)
      .map((sha) => [sha, [PASSED[provider]]]),
  );

const BLOCKS = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };

function issues(count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(10_000 + index),
    key: `PAY-${index + 1}`,
    fields: {
      summary: `Issue ${index + 1}`,
      issuetype: { name: 'Story' },
      status: { name: 'In Progress' },
      issuelinks: blockersOf(index, Math.min(count, MOST_NEEDED)).map((blocker) => ({
        type: BLOCKS,
        inwardIssue: { key: `PAY-${blocker + 1}` },
      })),
    },
  }));
}

/** PAY-1 needs nothing, PAY-2 all others up to `most`, and each of these the next. */
function blockersOf(index: number, most: number): number[] {
  if (index === 1) return Array.from({ length: most - 2 }, (_, nth) => nth + 2);
  return index > 1 && index + 1 < most ? [index + 1] : [];
}

const idOf = (provider: Provider, seed: number): string =>
  provider === 'github' ? `github:${pathOf(seed)}` : `gitlab:gitlab.com/${pathOf(seed)}`;

const settings = ({ provider, repositories }: SiteShape): unknown => ({
  version: 1,
  projects: {
    PAY: {
      route: ['dev', 'prod'],
      lines: {
        dev: { branch: 'develop', environments: ['development'] },
        prod: { branch: 'main', environments: ['production'] },
      },
      repositories: Array.from({ length: repositories }, (_, seed) => ({
        id: idOf(provider, seed),
        service: `Service ${seed}`,
        owner: 'Blue',
      })),
    },
  },
});

const siteFile = ({ provider, repositories }: SiteShape): unknown => ({
  name: 'Bench',
  now: '2026-05-04T09:00:00Z',
  jira: {
    projects: [{ id: '1', key: 'PAY', name: 'Payments' }],
    users: [{ accountId: 'ana', displayName: 'Ana Lima', admin: true }],
    issues: 'issues.json',
    versions: 'versions.json',
  },
  hosts: [
    {
      provider,
      ...HOSTS[provider],
      rateLimit: 1_000_000,
      repositories: Array.from({ length: repositories }, (_, seed) => ({
        path: pathOf(seed),
        git: `${seed}.git`,
        pulls: `${seed}.pulls.json`,
        deployments: `${seed}.deployments.json`,
        checks: `${seed}.checks.json`,
      })),
    },
  ],
  settings: 'convoy.yaml',
});
