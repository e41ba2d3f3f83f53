import { toChecks, toCommit, toDeployment, toPullRequest } from '../../../src/adapters/github/map';
import type { DeploymentNode, PullRequestNode } from '../../../src/adapters/github/schema';

const AT = '2026-01-05T09:00:00Z';

describe('toCommit', () => {
  const commit = (signatures: object): Parameters<typeof toCommit>[0] => ({
    sha: 'abc',
    parents: [{ sha: 'p1' }, { sha: 'p2' }],
    commit: {
      message: 'PAY-1',
      tree: { sha: 'tree' },
      author: null,
      committer: null,
      ...signatures,
    },
  });

  it.each([
    {
      when: 'both are told',
      signatures: {
        author: { name: 'Ana', date: AT },
        committer: { name: 'Bo', date: '2026-01-06T09:00:00Z' },
      },
      expected: { author: 'Ana', authoredAt: AT, committedAt: '2026-01-06T09:00:00Z' },
    },
    {
      when: 'the committer is not',
      signatures: { author: { name: 'Ana', date: AT } },
      expected: { author: 'Ana', authoredAt: AT, committedAt: AT },
    },
    {
      when: 'the author is not',
      signatures: { committer: { name: 'Bo', date: AT } },
      expected: { author: '', authoredAt: AT, committedAt: AT },
    },
    {
      when: 'neither is',
      signatures: {},
      expected: {
        author: '',
        authoredAt: '1970-01-01T00:00:00Z',
        committedAt: '1970-01-01T00:00:00Z',
      },
    },
  ])('has author and dates when $when', ({ signatures, expected }) => {
    expect(toCommit(commit(signatures))).toEqual({
      sha: 'abc',
      parents: ['p1', 'p2'],
      message: 'PAY-1',
      tree: 'tree',
      ...expected,
    });
  });
});

describe('toDeployment', () => {
  const status = (state: string, createdAt: string): DeploymentNode['latestStatus'] & object => ({
    state,
    createdAt,
    environmentUrl: null,
    logUrl: 'https://ci.acme.example/1',
  });
  const node = (change: Partial<DeploymentNode>): DeploymentNode => ({
    id: 'DE_1',
    commitOid: 'abc',
    ref: null,
    environment: 'qa',
    originalEnvironment: 'qa',
    state: 'PENDING',
    createdAt: AT,
    updatedAt: AT,
    latestStatus: null,
    statuses: { nodes: [] },
    ...change,
  });

  it.each([
    ['SUCCESS', 'success'],
    ['ACTIVE', 'success'],
    ['FAILURE', 'failed'],
    ['ERROR', 'failed'],
    ['IN_PROGRESS', 'in-progress'],
    ['QUEUED', 'in-progress'],
    ['PENDING', 'in-progress'],
    ['WAITING', 'in-progress'],
    ['INACTIVE', 'inactive'],
    ['DESTROYED', 'inactive'],
    ['ABANDONED', 'unknown'],
    ['SOMETHING_NEW', 'unknown'],
    [null, 'unknown'],
  ])('reads %s as %s', (state, expected) => {
    expect(toDeployment(node({ state }))).toMatchObject({ state: expected, tier: null, ref: null });
  });

  it('puts its states in the order they happened, two in one second too', () => {
    const statuses = {
      nodes: [
        status('INACTIVE', '2026-01-05T10:00:00Z'),
        status('SUCCESS', '2026-01-05T09:02:00Z'),
        status('IN_PROGRESS', '2026-01-05T09:02:00Z'),
      ],
    };

    const { events } = toDeployment(node({ statuses, latestStatus: statuses.nodes[0] ?? null }));

    expect(events).toEqual([
      { state: 'in-progress', at: '2026-01-05T09:02:00Z' },
      { state: 'success', at: '2026-01-05T09:02:00Z' },
      { state: 'inactive', at: '2026-01-05T10:00:00Z' },
    ]);
  });

  it('keeps the newest state when the list was cut before it', () => {
    const { events, url } = toDeployment(
      node({
        statuses: { nodes: [status('IN_PROGRESS', AT)] },
        latestStatus: status('SUCCESS', '2026-01-05T11:00:00Z'),
      }),
    );

    expect(events.at(-1)).toEqual({ state: 'success', at: '2026-01-05T11:00:00Z' });
    expect(url).toBe('https://ci.acme.example/1');
  });
});

describe('toChecks', () => {
  const run = (status: string, conclusion: string | null): Parameters<typeof toChecks>[0] => ({
    totalCount: 1,
    nodes: [
      {
        __typename: 'CheckRun',
        name: 'build',
        status,
        conclusion,
        detailsUrl: 'https://ci.acme.example/1',
        startedAt: AT,
        completedAt: null,
      },
    ],
  });

  it.each([
    ['COMPLETED', 'SUCCESS', 'passed'],
    ['COMPLETED', 'NEUTRAL', 'skipped'],
    ['COMPLETED', 'SKIPPED', 'skipped'],
    ['COMPLETED', 'FAILURE', 'failed'],
    ['COMPLETED', 'TIMED_OUT', 'failed'],
    ['COMPLETED', 'CANCELLED', 'failed'],
    ['COMPLETED', 'ACTION_REQUIRED', 'failed'],
    ['COMPLETED', 'STARTUP_FAILURE', 'failed'],
    ['COMPLETED', 'STALE', 'unknown'],
    ['COMPLETED', 'SOMETHING_NEW', 'unknown'],
    ['COMPLETED', null, 'unknown'],
    ['QUEUED', null, 'pending'],
    ['IN_PROGRESS', null, 'pending'],
    ['PENDING', null, 'pending'],
    ['WAITING', null, 'pending'],
    ['REQUESTED', null, 'pending'],
    ['SOMETHING_NEW', null, 'unknown'],
  ])('reads a run that is %s with %s as %s', (status, conclusion, state) => {
    expect(toChecks(run(status, conclusion))).toEqual([
      { name: 'build', state, url: 'https://ci.acme.example/1', at: AT },
    ]);
  });

  it.each([
    ['SUCCESS', 'passed'],
    ['FAILURE', 'failed'],
    ['ERROR', 'failed'],
    ['PENDING', 'pending'],
    ['EXPECTED', 'pending'],
    ['SOMETHING_NEW', 'unknown'],
  ])('reads a status %s as %s', (state, expected) => {
    const checks = toChecks({
      totalCount: 1,
      nodes: [
        { __typename: 'StatusContext', context: 'ci', state, targetUrl: null, createdAt: AT },
      ],
    });

    expect(checks).toEqual([{ name: 'ci', state: expected, url: null, at: AT }]);
  });

  it('shows what was cut away as unknown', () => {
    const checks = toChecks({ ...run('COMPLETED', 'SUCCESS'), totalCount: 131 });

    expect(checks.slice(1)).toEqual([
      { name: '…and 130 more', state: 'unknown', url: null, at: null },
    ]);
  });
});

describe('toPullRequest', () => {
  const node: PullRequestNode = {
    number: 7,
    title: 'PAY-1',
    body: '',
    url: 'https://github.com/acme/web/pull/7',
    state: 'MERGED',
    isDraft: false,
    author: null,
    headRefName: 'side',
    headRefOid: 'h',
    baseRefName: 'main',
    mergeCommit: { oid: 'm' },
    createdAt: AT,
    updatedAt: AT,
    mergedAt: AT,
    reviews: {
      totalCount: 60,
      nodes: [{ author: null, state: 'DISMISSED', submittedAt: AT, commit: null }],
    },
    commits: { totalCount: 312, nodes: [] },
  };

  it('says how much there is when the answer was cut', () => {
    expect(toPullRequest(node)).toMatchObject({
      commits: [],
      commitCount: 312,
      reviewCount: 60,
      mergeSha: 'm',
      state: 'merged',
    });
  });

  it('has no author, and a ghost for a reviewer, when these are gone', () => {
    const { author, reviews } = toPullRequest(node);

    expect(author).toBeNull();
    expect(reviews).toEqual([{ by: 'ghost', state: 'dismissed', at: AT, sha: null }]);
  });
});
