import { createGitLabSite, SHOP } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

const COMMITS = `${SHOP}/repository/commits`;
type Listed = { id: string };

describe('commits of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  let side: string;
  let merge: string;
  beforeAll(() => {
    site = createGitLabSite();
    const { repository } = site;
    repository.commit({ message: 'One\n\nBody\n', files: { 'a.txt': '1\n', 'docs/x.md': 'x\n' } });
    side = repository.commit({ message: 'Side\n', branch: 'feature/side', files: { b: 'b\n' } });
    repository.commit({ message: 'Two\n', files: { 'docs/x.md': 'y\n' } });
    merge = repository.merge({ from: 'feature/side' });
    repository.branch('release/test', 'main~1');
    repository.commit({ message: 'Elsewhere\n', branch: 'other', files: { c: 'c\n' } });
    repository.tag('v1', { at: side });
    ask = site.start();
  });
  afterAll(() => {
    site.remove();
  });
  const git = (...words: string[]): string[] =>
    site.repository
      .git(...words)
      .split('\n')
      .filter(Boolean);
  const list = async (query: string): Promise<string[]> =>
    ((await (await ask(COMMITS + query)).json()) as Listed[]).map(({ id }) => id);

  it.each([
    ['', ['main']],
    ['?ref_name=release/test', ['release/test']],
    ['?ref_name=v1', ['v1']],
    ['?ref_name=main~1..main', []],
    ['?ref_name=release%2Ftest..main', ['main', '^release/test']],
    ['?ref_name=main%5E1..feature%2Fside', ['feature/side', '^main^1']],
    ['?all=true', ['--all']],
    ['?path=docs', ['main', '--', 'docs']],
    ['?ref_name=none', []],
    ['?ref_name=none..main', []],
  ])('lists %s as git does', async (query, words) => {
    expect(await list(query)).toEqual(words.length === 0 ? [] : git('rev-list', ...words));
  });

  it('lists by the dates of the committers, both ends counted', async () => {
    const [at = ''] = git('log', '-1', '--format=%cI', side);
    const query = `?all=true&since=${encodeURIComponent(at)}&until=${encodeURIComponent(at)}`;

    expect(await list(query)).toEqual([side]);
  });

  it('shows one as git has it', async () => {
    const commit: unknown = await (await ask(`${COMMITS}/${merge}`)).json();
    const [date = '', parents = ''] = git('log', '-1', '--format=%cs %n%P', merge);

    expect(commit).toMatchObject({
      id: merge,
      short_id: merge.slice(0, 8),
      title: "Merge branch 'feature/side' into main",
      message: "Merge branch 'feature/side' into main\n",
      parent_ids: parents.split(' '),
      author_name: 'Ana Lima',
      author_email: 'ana@acme.example',
      committed_date: expect.stringMatching(
        new RegExp(`^${date.trim()}T\\d\\d:\\d\\d:\\d\\d\\.000\\+00:00$`),
      ) as string,
      stats: { additions: 1, deletions: 0, total: 1 },
      status: null,
      last_pipeline: null,
      web_url: `https://gitlab.com/acme/web/shop/-/commit/${merge}`,
    });
  });

  it.each([
    ['feature%2Fside', (): string => side],
    ['v1', (): string => side],
    ['main', (): string => merge],
  ])('finds %s', async (ref, sha) => {
    expect(await (await ask(`${COMMITS}/${ref}`)).json()).toMatchObject({ id: sha() });
  });

  it.each([
    ['', ['feature/side', 'main', 'other', 'v1']],
    ['?type=branch', ['feature/side', 'main', 'other']],
    ['?type=tag', ['v1']],
  ])('names the refs%s that hold one', async (query, names) => {
    const refs = (await (await ask(`${COMMITS}/${side}/refs${query}`)).json()) as {
      name: string;
    }[];

    expect(refs.map(({ name }) => name)).toEqual(names);
  });

  it('says that there is a next page behind a full one, and never how many there are', async () => {
    const count = git('rev-list', 'main').length;
    const full = await ask(`${COMMITS}?per_page=${count}`);
    const beyond = await ask(`${COMMITS}?per_page=${count}&page=2`);

    expect(full.headers.get('x-next-page')).toBe('2');
    expect(full.headers.get('x-total')).toBeNull();
    expect([beyond.headers.get('x-next-page'), await beyond.json()]).toEqual(['', []]);
  });
});

describe('diffs of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  beforeAll(() => {
    site = createGitLabSite();
    site.repository.commit({
      message: 'One',
      files: { 'a.txt': '1\n', 'old.txt': 'same\nlines\n' },
    });
    ask = site.start();
  });
  afterAll(() => {
    site.remove();
  });
  const diffOf = async (sha: string): Promise<Record<string, unknown>[]> =>
    (await (await ask(`${COMMITS}/${sha}/diff?per_page=100`)).json()) as never;

  it('tell each file with its hunks', async () => {
    const sha = site.repository.commit({
      message: 'Changes',
      files: {
        'a.txt': '2\n',
        'new.txt': 'new\n',
        'old.txt': null,
        'moved.txt': 'same\nlines\n',
        'image.bin': '\u0000\u0001',
      },
    });

    expect(await diffOf(sha)).toMatchObject([
      {
        new_path: 'a.txt',
        diff: '@@ -1 +1 @@\n-1\n+2\n',
        a_mode: '100644',
        b_mode: '100644',
        new_file: false,
        collapsed: false,
        too_large: false,
      },
      { new_path: 'image.bin', diff: 'Binary files /dev/null and b/image.bin differ\n' },
      { old_path: 'old.txt', new_path: 'moved.txt', renamed_file: true, diff: '' },
      { new_path: 'new.txt', new_file: true, a_mode: '000000', diff: '@@ -0,0 +1 @@\n+new\n' },
    ]);
  });

  it.each([
    { when: 'over 20 KB', bytes: 25_000, collapsed: true, too_large: false },
    { when: 'over 200 KB', bytes: 250_000, collapsed: false, too_large: true },
  ])('come without what is $when', async ({ bytes, collapsed, too_large }) => {
    const content = `${'x'.repeat(99)}\n`.repeat(bytes / 100);
    const sha = site.repository.commit({ message: 'Big', files: { [`big-${bytes}`]: content } });

    expect(await diffOf(sha)).toMatchObject([{ diff: '', collapsed, too_large }]);
  });

  it('collapse what comes after 100 files', async () => {
    const names = Array.from({ length: 105 }, (_, index) => `f${String(index).padStart(3, '0')}`);
    const files = Object.fromEntries(names.map((name) => [name, `${name}\n`]));
    const sha = site.repository.commit({ message: 'Wide', files });

    const first = await diffOf(sha);
    const rest = (await (await ask(`${COMMITS}/${sha}/diff?per_page=100&page=2`)).json()) as {
      collapsed: boolean;
    }[];

    expect(first.every(({ collapsed }) => collapsed === false)).toBe(true);
    expect(rest.map(({ collapsed }) => collapsed)).toEqual([true, true, true, true, true]);
  });
});
