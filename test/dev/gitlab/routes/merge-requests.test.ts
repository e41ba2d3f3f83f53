import { createGitLabSite, SHOP } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

const REQUESTS = `${SHOP}/merge_requests`;

describe('merge requests of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  let shas: { first: string; one: string; two: string; squashed: string; merged: string };
  beforeAll(() => {
    site = createGitLabSite();
    const { repository } = site;
    const first = repository.commit({ message: 'First', files: { 'a.txt': '1\n' } });
    const feature = 'feature/one';
    const one = repository.commit({ message: 'One', branch: feature, files: { b: '1\n' } });
    const two = repository.commit({ message: 'Two', branch: feature, files: { b: '2\n' } });
    const merged = repository.merge({ from: feature, at: '2026-01-10T10:00:00Z' });
    const part = repository.commit({ message: 'Part', branch: 'two', files: { c: '1\n' } });
    const squashed = repository.merge({
      from: 'two',
      squash: true,
      message: 'Squashed',
      at: '2026-01-11T10:00:00Z',
    });
    repository.deleteBranch('two');
    repository.commit({ message: 'Wip', branch: 'wip', files: { d: '1\n' } });
    shas = { first, one, two, squashed, merged };
    ask = site.start();
    site.write('merge-requests.json', [
      {
        iid: 1,
        title: 'One',
        author: { username: 'bo' },
        source_branch: feature,
        merge_commit_sha: merged,
        approvals: { approved_by: [{ user: { username: 'ana' } }] },
      },
      {
        iid: 2,
        title: 'Two',
        source_branch: 'two',
        squash_commit_sha: squashed,
        sha: part,
        created_at: '2026-01-06T10:00:00Z',
        approved_by: [{ user: 'cy', approved_at: '2026-01-11T09:00:00Z' }],
      },
      {
        iid: 3,
        title: 'Draft: Wip',
        draft: true,
        source_branch: 'wip',
        created_at: '2026-01-07T10:00:00Z',
        updated_at: '2026-03-01T10:00:00Z',
        reviewers: [
          {
            user: { username: 'cy' },
            state: 'requested_changes',
            created_at: '2026-02-01T10:00:00Z',
          },
          'bo',
        ],
      },
      {
        iid: 4,
        title: 'Given up',
        state: 'closed',
        target_branch: 'release/test',
        source_branch: 'wip',
        created_at: '2026-01-08T10:00:00Z',
      },
    ]);
  });
  afterAll(() => {
    site.remove();
  });
  const json = async (path: string): Promise<unknown> => (await ask(REQUESTS + path)).json();
  const iids = async (query: string): Promise<number[]> =>
    ((await json(query)) as { iid: number }[]).map(({ iid }) => iid);

  it.each([
    ['', [4, 3, 2, 1]],
    ['?state=opened', [3]],
    ['?state=merged&sort=asc', [1, 2]],
    ['?state=closed', [4]],
    ['?order_by=updated_at', [3, 2, 1, 4]],
    ['?order_by=updated_at&updated_after=2026-01-11T10:00:00Z', [3, 2]],
    ['?order_by=updated_at&updated_before=2026-01-10T10:00:00Z', [1, 4]],
    ['?order_by=updated_at&per_page=3&page=2', [4]],
    ['?target_branch=release/test', [4]],
    ['?source_branch=wip', [4, 3]],
    ['?iids[]=1&iids[]=4', [4, 1]],
  ])('lists %s', async (query, expected) => {
    expect(await iids(query)).toEqual(expected);
  });

  it('fills in from git what the file leaves out of a merged one', async () => {
    expect(await json('/1')).toMatchObject({
      iid: 1,
      state: 'merged',
      merged_at: '2026-01-10T10:00:00.000Z',
      updated_at: '2026-01-10T10:00:00.000Z',
      sha: shas.two,
      source_branch: 'feature/one',
      target_branch: 'main',
      merge_commit_sha: shas.merged,
      squash_commit_sha: null,
      author: { username: 'bo' },
      merge_user: { username: 'bo' },
      changes_count: '1',
      diff_refs: { base_sha: shas.first, start_sha: shas.first, head_sha: shas.two },
      web_url: 'https://gitlab.com/acme/web/shop/-/merge_requests/1',
      references: { full: 'acme/web/shop!1' },
    });
  });

  it('lists commits newest first, without their parents', async () => {
    expect(await json('/1/commits')).toMatchObject([
      { id: shas.two, title: 'Two', parent_ids: [] },
      { id: shas.one, title: 'One', parent_ids: [] },
    ]);
  });

  it('lists the version of the diff that was merged', async () => {
    expect(await json('/1/versions')).toMatchObject([
      {
        base_commit_sha: shas.first,
        start_commit_sha: shas.first,
        head_commit_sha: shas.two,
        state: 'collected',
        real_size: '1',
      },
    ]);
  });

  it('tells who approved, and when if the file says so', async () => {
    expect(await json('/1/approvals')).toMatchObject({
      approved: true,
      approved_by: [{ user: { username: 'ana' } }],
    });
    expect(await json('/2/approvals')).toMatchObject({
      approved_by: [{ user: { username: 'cy' }, approved_at: '2026-01-11T09:00:00.000Z' }],
    });
    expect(await json('/1/approval_state')).toMatchObject({
      rules: [{ rule_type: 'any_approver', approved_by: [{ username: 'ana' }] }],
    });
  });

  it('tells the state of each reviewer apart from the list', async () => {
    expect(await json('?state=opened')).toMatchObject([
      { draft: true, reviewers: [{ username: 'cy' }, { username: 'bo' }] },
    ]);
    expect(await json('/3/reviewers')).toMatchObject([
      {
        user: { username: 'cy' },
        state: 'requested_changes',
        created_at: '2026-02-01T10:00:00.000Z',
      },
      { user: { username: 'bo' }, state: 'unreviewed', created_at: '2026-01-07T10:00:00.000Z' },
    ]);
  });

  it('shows only what a short view has', async () => {
    const [request] = (await json('?view=simple&state=opened')) as Record<string, unknown>[];

    expect(Object.keys(request ?? {})).toEqual([
      ...['id', 'iid', 'project_id', 'title', 'description', 'state'],
      ...['created_at', 'updated_at', 'web_url'],
    ]);
  });
});
