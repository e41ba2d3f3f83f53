import { stringify } from 'yaml';

import type { Api, Reply } from '../../src/api/contract';
import { openSite, type LocalSite, type OpenSiteOptions } from '../../dev/local-site/open-site';
import { readSite } from '../../dev/site-file/read-site';
import { publishedManifest } from './published-manifest';
import { createTempFolder } from './temp-folder';

export const NOW = '2026-05-04T09:00:00Z';

export type TestRepository = {
  /** `acme/payments-api` */
  path: string;
  git: string;
  pulls?: unknown[];
  deployments?: unknown[];
  checks?: Record<string, unknown[]>;
  isPrivate?: boolean;
};

export type TestSite = {
  repositories: TestRepository[];
  issues?: unknown[];
  versions?: unknown[];
  projects?: { id: string; key: string; name: string }[];
  users?: unknown[];
  /** convoy.yaml as an object, `null` for none; by default PAY with three lines over all repositories. */
  settings?: unknown;
  host?: Record<string, unknown>;
  faults?: unknown[];
  now?: string;
};

export const LINES = {
  dev: { branch: 'develop', environments: ['development'] },
  test: { branch: 'release/test', environments: ['qa'] },
  prod: { branch: 'main', environments: ['production'] },
};

export function settingsOf(repositories: readonly Pick<TestRepository, 'path'>[]): unknown {
  return {
    version: 1,
    projects: {
      PAY: {
        route: ['dev', 'test', 'prod'],
        lines: LINES,
        repositories: repositories.map(({ path }) => ({ id: `github:${path}` })),
      },
    },
  };
}

export const issue = (key: string, fields: Record<string, unknown> = {}): unknown => ({
  id: String(10_000 + Number(key.split('-')[1])),
  key,
  fields: {
    summary: `Summary of ${key}`,
    issuetype: { name: 'Story' },
    status: { name: 'In Progress' },
    ...fields,
  },
});

/** Writes a site to a temporary folder; returns the folder. */
export function writeTestSite(test: TestSite): string {
  const files: Record<string, unknown> = {
    'issues.json': test.issues ?? [issue('PAY-1'), issue('PAY-2')],
    'versions.json': test.versions ?? [],
    'convoy.yaml': stringify(test.settings ?? settingsOf(test.repositories)),
  };
  const repositories = test.repositories.map((repository, index) => {
    const { path, git, isPrivate = false } = repository;
    const entry: Record<string, string | boolean> = { path, git, isPrivate };
    for (const part of ['pulls', 'deployments', 'checks'] as const) {
      files[`${index}.${part}.json`] = repository[part] ?? (part === 'checks' ? {} : []);
      entry[part] = `${index}.${part}.json`;
    }
    return entry;
  });
  return createTempFolder({ ...files, 'site.yaml': stringify(siteOf(test, repositories)) });
}

function siteOf(test: TestSite, repositories: readonly unknown[]): unknown {
  return {
    name: 'Test',
    now: test.now ?? NOW,
    jira: {
      projects: test.projects ?? [{ id: '1', key: 'PAY', name: 'Payments' }],
      users: test.users ?? [
        { accountId: 'ana', displayName: 'Ana Lima', admin: true },
        { accountId: 'bo', displayName: 'Bo Chen', projects: [] },
      ],
      issues: 'issues.json',
      versions: 'versions.json',
    },
    hosts: [
      {
        provider: 'github',
        host: 'https://api.github.com',
        token: 'gh-test-token',
        repositories,
        ...test.host,
      },
    ],
    ...(test.settings !== null && { settings: 'convoy.yaml' }),
    ...(test.faults && { faults: test.faults }),
  };
}

export async function openTestSite(
  test: TestSite,
  options: Partial<OpenSiteOptions> = {},
): Promise<LocalSite> {
  return openSite(readSite(writeTestSite(test)), { store: null, ...options });
}

type ValueOf<Name extends keyof Api> = Extract<ReturnType<Api[Name]>, { ok: true }>['value'];

const PANEL_FUNCTIONS: readonly string[] = [
  ...['getIssue', 'tickManualStep', 'tickCheckItem', 'refreshIssue', 'getProgress'],
  ...['linkCommit', 'unlinkCommit'],
];

const RELEASE_FUNCTIONS: readonly string[] = [
  ...['listReleases', 'getRelease', 'getReleaseHistory', 'tickItem', 'giveWaiver', 'revokeWaiver'],
  ...['signOff', 'revokeSignOff', 'moveLifecycle'],
  ...['createSnapshot', 'listSnapshots', 'getSnapshot', 'compareSnapshots', 'whatChanged'],
  ...['exportRelease', 'attachManifest'],
  ...['openRelease', 'listReleaseRows', 'getReleasePart'],
];

function moduleOf(functionKey: string): string {
  if (PANEL_FUNCTIONS.includes(functionKey)) return 'issue-panel';
  return RELEASE_FUNCTIONS.includes(functionKey) ? 'release-page' : 'settings';
}

/** Calls a resolver function as a screen would; the whole reply. Each manifest is held against the published schema. */
export async function call<Name extends keyof Api>(
  { platform }: Pick<LocalSite, 'platform'>,
  functionKey: Name,
  payload: Parameters<Api[Name]>[0],
  accountId = 'ana',
): Promise<Reply<ValueOf<Name>>> {
  const moduleKey = moduleOf(functionKey);
  const answer = await platform.invokeResolver({ moduleKey, functionKey, payload, accountId });
  const reply = answer as Reply<ValueOf<Name>>;
  if (functionKey === 'getRelease' && reply.ok) publishedManifest(reply.value);
  return reply;
}

/** The value of a reply; fails the test on an error reply. */
export async function valueOf<Name extends keyof Api>(
  site: Pick<LocalSite, 'platform'>,
  functionKey: Name,
  payload: Parameters<Api[Name]>[0],
  accountId = 'ana',
): Promise<ValueOf<Name>> {
  const reply = await call(site, functionKey, payload, accountId);
  if (!reply.ok) throw new Error(`${functionKey}: ${reply.error.message}`);
  return reply.value;
}

/** Asks for a fresh reading and waits until the queues are empty. */
export async function refresh(site: LocalSite, issueKey = 'PAY-1'): Promise<void> {
  await valueOf(site, 'refreshIssue', { issueKey });
  await site.platform.drain();
}

/** Host calls to GitHub that `run` makes. */
export async function countHostCalls(
  { platform }: Pick<LocalSite, 'platform'>,
  run: () => Promise<unknown>,
): Promise<number> {
  platform.resetStats();
  await run();
  return platform.stats().hostCalls.github ?? 0;
}
