import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';
type Pull = { number: number };

describe('pull requests of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  let shas: { first: string; one: string; two: string; squashed: string; merged: string };
  beforeAll(() => {
    site = createGitHubSite();
    const { repository } = site;
    const first = repository.commit({ message: 'First', files: { 'a.txt': '1\n' } });
    const one = repository.commit({
      message: 'One',
      branch: 'feature/one',
      files: { 'b.txt': '1\n' },
    });
    const two = repository.commit({
      message: 'Two',
      branch: 'feature/one',
      files: { 'b.txt': '2\n' },
    });
    const merged = repository.merge({ from: 'feature/one', at: '2026-01-10T10:00:00Z' });
    repository.commit({ message: 'Part', branch: 'feature/two', files: { 'c.txt': '1\n' } });
    const squashed = repository.merge({
      from: 'feature/two',
      squash: true,
      message: 'Squashed (#2)',
      at: '2026-01-11T10:00:00Z',
    });
    repository.deleteBranch('feature/two');
    repository.commit({ message: 'Wip', branch: 'wip', files: { 'd.txt': '1\n' } });
    shas = { first, one, two, squashed, merged };
    ask = site.start();
    site.write('pulls.json', [
      {
        number: 1,
        title: 'One',
        user: 'bo',
        head: { ref: 'feature/one' },
        merge_commit_sha: merged,
      },
      {
        number: 2,
        title: 'Two',
        head: { ref: 'feature/two' },
        merge_commit_sha: squashed,
        created_at: '2026-01-06T10:00:00Z',
      },
      {
        number: 3,
        title: 'Wip',
        head: { ref: 'wip' },
        created_at: '2026-01-07T10:00:00Z',
        reviews: [{ user: 'cy', state: 'COMMENTED', submitted_at: '2026-03-01T10:00:00Z' }],
      },
      {
        number: 4,
        title: 'Other base',
        state: 'open',
        base: { ref: 'release/test' },
        head: { ref: 'wip' },
        created_at: '2026-01-08T10:00:00Z',
      },
    ]);
  });
  afterAll(() => {
    site.remove();
  });
  const numbers = async (path: string): Promise<number[]> =>
    ((await (await ask(REPO + path)).json()) as Pull[]).map(({ number }) => number);

  it.each([
    ['/pulls', [4, 3]],
    ['/pulls?state=all', [4, 3, 2, 1]],
    ['/pulls?state=closed&direction=asc', [1, 2]],
    ['/pulls?state=all&sort=updated&direction=desc', [3, 2, 1, 4]],
    ['/pulls?state=all&sort=updated&per_page=2&page=2', [1, 4]],
    ['/pulls?base=release/test', [4]],
    ['/pulls?state=all&head=acme:feature/one', [1]],
  ])('lists %s', async (path, expected) => {
    expect(await numbers(path)).toEqual(expected);
  });

  it('fills in from git what the file leaves out of a merged one', async () => {
    const pull: unknown = await (await ask(`${REPO}/pulls/1`)).json();

    expect(pull).toMatchObject({
      state: 'closed',
      merged: true,
      merged_at: '2026-01-10T10:00:00Z',
      head: { ref: 'feature/one', sha: shas.two },
      base: { ref: 'main', sha: shas.first },
      commits: 2,
      changed_files: 1,
      additions: 1,
    });
  });

  it.each([
    [1, (): string[] => [shas.one, shas.two]],
    [2, (): string[] => [shas.squashed]],
    [3, (): string[] => [site.repository.head('wip')]],
  ])('lists the commits of #%i', async (number, expected) => {
    const commits = (await (await ask(`${REPO}/pulls/${number}/commits`)).json()) as {
      sha: string;
    }[];

    expect(commits.map(({ sha }) => sha)).toEqual(expected());
  });

  it.each([
    [1, ['b.txt']],
    [2, ['c.txt']],
    [3, ['d.txt']],
  ])('lists the files of #%i', async (number, expected) => {
    const files = (await (await ask(`${REPO}/pulls/${number}/files`)).json()) as {
      filename: string;
    }[];

    expect(files.map(({ filename }) => filename)).toEqual(expected);
  });

  it('sends the diff of one', async () => {
    const reply = await ask(`${REPO}/pulls/1`, {
      headers: { accept: 'application/vnd.github.diff' },
    });

    expect(await reply.text()).toContain('+++ b/b.txt\n@@ -0,0 +1 @@\n+2');
  });

  it.each([
    ['a commit of a merged branch', (): string => shas.one, [1]],
    ['the merge commit', (): string => shas.merged, [1]],
    ['the squash commit', (): string => shas.squashed, [2]],
    ['a commit of none', (): string => shas.first, []],
  ])('finds the pull requests of %s', async (_, sha, expected) => {
    expect(await numbers(`/commits/${sha()}/pulls`)).toEqual(expected);
  });

  it('lists reviews', async () => {
    const reviews: unknown = await (await ask(`${REPO}/pulls/3/reviews`)).json();

    expect(reviews).toMatchObject([
      { user: { login: 'cy' }, state: 'COMMENTED', commit_id: site.repository.head('wip') },
    ]);
  });
});
