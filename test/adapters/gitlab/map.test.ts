import {
  toChecks,
  toCommit,
  toDeployment,
  toHostRepository,
  toInstant,
  toPullRequest,
  toReviews,
} from '../../../src/adapters/gitlab/map';
import type {
  GitLabDeployment,
  GitLabMergeRequest,
  GitLabStatus,
} from '../../../src/adapters/gitlab/schema';

const AT = '2026-01-05T09:00:00Z';

describe('toInstant', () => {
  it.each([
    ['2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00Z'],
    ['2012-09-20T11:50:22.000+03:00', '2012-09-20T08:50:22Z'],
    ['2026-01-05T09:00:00.123Z', '2026-01-05T09:00:00.123Z'],
    ['not a date', '1970-01-01T00:00:00Z'],
    [null, '1970-01-01T00:00:00Z'],
  ])('reads %s as %s', (date, instant) => {
    expect(toInstant(date)).toBe(instant);
  });
});

describe('toCommit', () => {
  // https://docs.gitlab.com/api/commits/#list-repository-commits
  it('reads the example of the documentation', () => {
    expect(
      toCommit({
        id: 'ed899a2f4b50b4370feeea94676502b42383c746',
        author_name: 'Example User',
        authored_date: '2021-09-20T11:50:22.001+00:00',
        committed_date: '2021-09-20T11:50:22.001+00:00',
        message: 'Replace sanitize with escape once\n\nBody\n',
        parent_ids: ['6104942438c14ec7bd21c6cd5bd995272b3faff6'],
      }),
    ).toEqual({
      sha: 'ed899a2f4b50b4370feeea94676502b42383c746',
      parents: ['6104942438c14ec7bd21c6cd5bd995272b3faff6'],
      message: 'Replace sanitize with escape once\n\nBody',
      author: 'Example User',
      authoredAt: '2021-09-20T11:50:22.001Z',
      committedAt: '2021-09-20T11:50:22.001Z',
      tree: null,
    });
  });
});

describe('toHostRepository', () => {
  it.each([
    { visibility: 'public', isPrivate: false },
    { visibility: 'internal', isPrivate: true },
    { visibility: 'private', isPrivate: true },
    { visibility: undefined, isPrivate: true },
  ])('of $visibility is private: $isPrivate', ({ visibility, isPrivate }) => {
    const project = { path_with_namespace: 'a/b', default_branch: null, web_url: 'https://x/a/b' };

    expect(toHostRepository({ ...project, visibility })).toEqual({
      path: 'a/b',
      defaultBranch: '',
      url: 'https://x/a/b',
      isArchived: false,
      isPrivate,
    });
  });
});

describe('toPullRequest', () => {
  const NONE = { commits: [], commitCount: 0, reviews: [], reviewCount: 0 };
  const request: GitLabMergeRequest = {
    iid: 7,
    title: 'PAY-1',
    description: null,
    web_url: 'https://gitlab.com/acme/web/-/merge_requests/7',
    state: 'merged',
    draft: false,
    author: null,
    source_branch: 'side',
    target_branch: 'main',
    sha: 'head',
    created_at: AT,
    updated_at: AT,
    merged_at: AT,
  };

  it.each([
    ['opened', 'open'],
    ['locked', 'open'],
    ['closed', 'closed'],
    ['merged', 'merged'],
  ] as const)('reads %s as %s', (state, expected) => {
    expect(toPullRequest({ ...request, state }, NONE).state).toBe(expected);
  });

  it.each([
    {
      when: 'a merge commit was made',
      made: { merge_commit_sha: 'm', squash_commit_sha: 's' },
      sha: 'm',
    },
    { when: 'it was squashed', made: { squash_commit_sha: 's' }, sha: 's' },
    { when: 'it was fast-forwarded', made: {}, sha: 'head' },
    { when: 'it is open', made: { state: 'opened' as const }, sha: null },
  ])('landed as $sha when $when', ({ made, sha }) => {
    expect(toPullRequest({ ...request, ...made }, NONE).mergeSha).toBe(sha);
  });

  it.each([
    { title: 'Draft: PAY-1', draft: true, expected: 'PAY-1' },
    { title: '[Draft] PAY-1', draft: true, expected: 'PAY-1' },
    { title: 'Draft: PAY-1', draft: false, expected: 'Draft: PAY-1' },
    { title: 'PAY-1 Draft: a letter', draft: true, expected: 'PAY-1 Draft: a letter' },
  ])('is called $expected for $title, draft: $draft', ({ title, draft, expected }) => {
    expect(toPullRequest({ ...request, title, draft }, NONE).title).toBe(expected);
  });
});

describe('toReviews', () => {
  it('has one for each person, approvals first', () => {
    const approvals = {
      approved_by: [
        { user: { username: 'ana' }, approved_at: '2026-01-05T09:00:00.000Z' },
        { user: null },
      ],
    };
    const reviewers = [
      { user: { username: 'ana' }, state: 'reviewed' },
      { user: { username: 'bo' }, state: 'requested_changes' },
      { user: { username: 'cy' }, state: 'reviewed' },
      { user: { username: 'di' }, state: 'unapproved' },
      { user: { username: 'ed' }, state: 'unreviewed' },
      { user: { username: 'fa' }, state: 'review_started' },
      { user: { username: 'gu' }, state: 'something_new' },
    ];

    expect(toReviews(approvals, reviewers)).toEqual([
      { by: 'ana', state: 'approved', at: AT, sha: null },
      { by: 'ghost', state: 'approved', at: null, sha: null },
      { by: 'bo', state: 'changes-requested', at: null, sha: null },
      { by: 'cy', state: 'commented', at: null, sha: null },
      { by: 'di', state: 'dismissed', at: null, sha: null },
      { by: 'gu', state: 'unknown', at: null, sha: null },
    ]);
  });
});

describe('toDeployment', () => {
  const deployment = (change: Partial<GitLabDeployment>): GitLabDeployment => ({
    id: 41,
    sha: 'abc',
    ref: 'main',
    status: 'success',
    environment: { name: 'qa', external_url: null },
    created_at: AT,
    updated_at: '2026-01-05T09:05:00.000Z',
    ...change,
  });
  const read = (change: Partial<GitLabDeployment>): ReturnType<typeof toDeployment> =>
    toDeployment(deployment(change), () => null);

  it.each([
    ['success', 'success'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    ['skipped', 'inactive'],
    ['created', 'in-progress'],
    ['running', 'in-progress'],
    ['blocked', 'in-progress'],
    ['something_new', 'unknown'],
  ])('reads %s as %s', (status, state) => {
    expect(read({ status }).state).toBe(state);
  });

  it('is inactive while nobody started its job', () => {
    expect(read({ status: 'created', deployable: { status: 'manual' } }).state).toBe('inactive');
  });

  it.each([
    {
      when: 'its job told when it began and ended',
      change: { deployable: { started_at: AT, finished_at: '2026-01-05T09:04:00.000Z' } },
      events: [
        { state: 'in-progress', at: AT },
        { state: 'success', at: '2026-01-05T09:04:00Z' },
      ],
    },
    {
      when: 'it has no job',
      change: { deployable: null },
      events: [{ state: 'success', at: '2026-01-05T09:05:00Z' }],
    },
    {
      when: 'it runs',
      change: { status: 'running', deployable: { started_at: AT } },
      events: [{ state: 'in-progress', at: AT }],
    },
  ])('has its events when $when', ({ change, events }) => {
    expect(read(change).events).toEqual(events);
  });

  it('leads to its environment, else to its job', () => {
    const deployable = { web_url: 'https://gitlab.com/acme/web/-/jobs/1' };
    const environment = { name: 'qa', external_url: 'https://qa.acme.example' };

    expect(read({ deployable }).url).toBe('https://gitlab.com/acme/web/-/jobs/1');
    expect(read({ deployable, environment }).url).toBe('https://qa.acme.example');
  });
});

describe('toChecks', () => {
  const status = (change: Partial<GitLabStatus>): GitLabStatus => ({
    id: 1,
    name: 'build',
    status: 'success',
    created_at: AT,
    ...change,
  });

  it.each([
    ['success', 'passed'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
    ['skipped', 'skipped'],
    ['created', 'pending'],
    ['preparing', 'pending'],
    ['pending', 'pending'],
    ['running', 'pending'],
    ['manual', 'pending'],
    ['scheduled', 'pending'],
    ['canceling', 'pending'],
    ['waiting_for_resource', 'pending'],
    ['waiting_for_callback', 'pending'],
    ['something_new', 'unknown'],
  ])('reads %s as %s', (word, state) => {
    expect(toChecks([status({ status: word })], null)).toEqual([
      { name: 'build', state, url: null, at: AT },
    ]);
  });

  it.each(['failed', 'canceled', 'manual'])(
    'lets a %s job decide nothing that may fail',
    (word) => {
      const checks = toChecks([status({ status: word, allow_failure: true })], null);

      expect(checks.map(({ state }) => state)).toEqual(['skipped']);
    },
  );

  it('keeps the newest of each name', () => {
    const statuses = [status({ id: 9, status: 'success' }), status({ id: 3, status: 'failed' })];

    expect(toChecks(statuses, null).map(({ state }) => state)).toEqual(['passed']);
  });

  it('shows what was cut away as unknown', () => {
    expect(toChecks([status({})], '…and 30 more').slice(1)).toEqual([
      { name: '…and 30 more', state: 'unknown', url: null, at: null },
    ]);
  });
});
