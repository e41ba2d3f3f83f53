import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Api, Reply } from '../../src/api/contract';
import { openSite, type LocalSite } from '../local-site/open-site';
import { readSite } from '../site-file/read-site';
import { countByPurpose, type CallCounts } from './call-counts';
import { makeRepository, type RepositoryShape } from './make-repository';

export type BenchSite = LocalSite & {
  /** The bare repository. */
  git: string;
  shas: string[];
  /** Host calls since it was last emptied. */
  calls: CallCounts;
  remove: () => Promise<void>;
};

const LINES = {
  dev: { branch: 'develop', environments: ['development'] },
  test: { branch: 'release/test', environments: ['qa'] },
  prod: { branch: 'main', environments: ['production'] },
};

/** A site with one GitHub repository of a given shape, with pull requests, deployments and checks. */
export async function openBenchSite(shape: RepositoryShape): Promise<BenchSite> {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-bench-'));
  const git = join(folder, 'repository.git');
  const shas = makeRepository(git, shape);
  const files = {
    'issues.json': issues(shape),
    'pulls.json': pulls(shas),
    'deployments.json': deployments(shas, shape),
    'checks.json': checks(shas),
    'convoy.yaml': settings(),
    'site.yaml': siteFile(),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  const calls = countByPurpose();
  const site = await openSite(readSite(folder), { store: null, onHostCall: calls.add });
  return {
    ...site,
    git,
    shas,
    calls,
    remove: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function ask<Name extends 'getIssue' | 'refreshIssue'>(
  { platform }: Pick<LocalSite, 'platform'>,
  functionKey: Name,
  issueKey: string,
): Promise<Extract<ReturnType<Api[Name]>, { ok: true }>['value']> {
  const reply = (await platform.invokeResolver({
    moduleKey: 'issue-panel',
    functionKey,
    payload: { issueKey },
    accountId: 'ana',
  })) as Reply<Extract<ReturnType<Api[Name]>, { ok: true }>['value']>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const issues = ({ issues: count }: RepositoryShape): unknown[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(10_000 + index),
    key: `PAY-${index + 1}`,
    fields: {
      summary: `Issue ${index + 1}`,
      issuetype: { name: 'Story' },
      status: { name: 'In Progress' },
    },
  }));

/** One merged pull request for every tenth of the newest 400 commits. */
function pulls(shas: readonly string[]): unknown[] {
  return shas.slice(-400).flatMap((sha, index) =>
    index % 10 === 0
      ? [
          {
            number: index / 10 + 1,
            title: `Change ${index}`,
            state: 'closed',
            user: { login: 'ana' },
            head: { ref: `work/${index}`, sha },
            base: { ref: 'develop' },
            created_at: '2026-03-01T09:00:00Z',
            updated_at: '2026-03-02T09:00:00Z',
            merged_at: '2026-03-02T09:00:00Z',
            merge_commit_sha: sha,
            commits: [sha],
            reviews: [
              { user: { login: 'bo' }, state: 'APPROVED', submitted_at: '2026-03-02T08:00:00Z' },
            ],
          },
        ]
      : [],
  );
}

function deployments(shas: readonly string[], { ahead }: RepositoryShape): unknown[] {
  const at = (fromEnd: number): string => shas[shas.length - 1 - fromEnd] ?? '';
  return [
    { environment: 'development', sha: at(0) },
    { environment: 'qa', sha: at(ahead.test) },
    { environment: 'production', sha: at(ahead.test + ahead.prod) },
  ].map(({ environment, sha }, index) => ({
    id: index + 1,
    sha,
    ref: 'main',
    environment,
    created_at: '2026-03-03T09:00:00Z',
    statuses: [{ state: 'success', created_at: '2026-03-03T09:05:00Z' }],
  }));
}

const checks = (shas: readonly string[]): Record<string, unknown[]> =>
  Object.fromEntries(
    shas
      .slice(-600)
      .map((sha) => [sha, [{ name: 'build', status: 'completed', conclusion: 'success' }]]),
  );

/** JSON is YAML. */
const settings = (): unknown => ({
  version: 1,
  projects: {
    PAY: {
      route: ['dev', 'test', 'prod'],
      lines: LINES,
      repositories: [{ id: 'github:acme/payments-api', service: 'Payments API', owner: 'Blue' }],
    },
  },
});

const siteFile = (): unknown => ({
  name: 'Bench',
  now: '2026-05-04T09:00:00Z',
  jira: {
    projects: [{ id: '1', key: 'PAY', name: 'Payments' }],
    users: [{ accountId: 'ana', displayName: 'Ana Lima', admin: true }],
    issues: 'issues.json',
  },
  hosts: [
    {
      provider: 'github',
      host: 'https://api.github.com',
      token: 'gh-test-token',
      rateLimit: 100_000,
      repositories: [
        {
          path: 'acme/payments-api',
          git: 'repository.git',
          pulls: 'pulls.json',
          deployments: 'deployments.json',
          checks: 'checks.json',
        },
      ],
    },
  ],
  settings: 'convoy.yaml',
});
