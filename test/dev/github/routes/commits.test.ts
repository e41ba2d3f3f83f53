import { performance } from 'node:perf_hooks';
import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';
type Listed = { sha: string }[];
type Detailed = {
  sha: string;
  stats: { additions: number; deletions: number };
  files: { filename: string; status: string; patch?: string; previous_filename?: string }[];
};

const shasOf = async (reply: Response): Promise<string[]> =>
  ((await reply.json()) as Listed).map(({ sha }) => sha);
const detailsOf = async (reply: Response): Promise<Detailed> => (await reply.json()) as Detailed;

describe('commits of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  beforeEach(() => {
    site = createGitHubSite();
    ask = site.start();
  });
  afterEach(() => {
    site.remove();
  });
  const git = (...words: string[]): string[] =>
    site.repository
      .git(...words)
      .split('\n')
      .filter(Boolean);

  it('pages as git log lists, following the links', async () => {
    site.repository.importCommits(250);
    const pages: string[][] = [];
    let next: string | undefined = `${REPO}/commits?per_page=100`;
    const links: (string | null)[] = [];
    while (next !== undefined) {
      const reply = await ask(next);
      links.push(reply.headers.get('link'));
      next = /<([^>]+)>; rel="next"/.exec(links.at(-1) ?? '')?.[1];
      pages.push(await shasOf(reply));
    }

    expect(pages.map((page) => page.length)).toEqual([100, 100, 50]);
    expect(pages.flat()).toEqual(git('rev-list', 'main'));
    expect(links[1]?.replaceAll(/repositories\/\d+/g, 'repositories/1')).toBe(
      [
        '<https://api.github.com/repositories/1/commits?per_page=100&page=1>; rel="prev"',
        '<https://api.github.com/repositories/1/commits?per_page=100&page=3>; rel="next"',
        '<https://api.github.com/repositories/1/commits?per_page=100&page=3>; rel="last"',
        '<https://api.github.com/repositories/1/commits?per_page=100&page=1>; rel="first"',
      ].join(', '),
    );
  });

  it.each([
    ['', 30],
    ['?per_page=100', 100],
    ['?per_page=500', 100],
    ['?per_page=nonsense', 30],
    ['?per_page=100&page=3', 0],
  ])('lists of %j %i commits', async (query, count) => {
    site.repository.importCommits(150);

    expect(await shasOf(await ask(`${REPO}/commits${query}`))).toHaveLength(count);
  });

  it('narrows by sha, path, since and until as git does', async () => {
    const { repository } = site;
    repository.commit({ message: 'one', files: { 'a.txt': '1' }, at: '2026-02-01T00:00:00Z' });
    const two = repository.commit({
      message: 'two',
      files: { 'b/c.txt': '1' },
      at: '2026-02-02T00:00:00Z',
    });
    const three = repository.commit({
      message: 'three',
      files: { 'a.txt': '2' },
      at: '2026-02-03T00:00:00Z',
    });
    repository.commit({
      message: 'four',
      branch: 'release/test',
      files: { 'd.txt': '1' },
      at: '2026-02-04T00:00:00Z',
    });

    const onBranch = await shasOf(await ask(`${REPO}/commits?sha=release/test`));
    const below = await shasOf(await ask(`${REPO}/commits?path=b`));
    const within = await ask(
      `${REPO}/commits?since=2026-02-02T00:00:00Z&until=2026-02-03T00:00:00Z`,
    );

    expect(onBranch).toEqual(git('rev-list', 'release/test'));
    expect(below).toEqual([two]);
    expect(await shasOf(within)).toEqual([three, two]);
  });

  it('shows one commit with its files', async () => {
    const { repository } = site;
    const long = 'a line\n'.repeat(30);
    repository.commit({ message: 'one', files: { 'a.txt': '1\n', 'old.txt': long } });
    const sha = repository.commit({
      message: 'two',
      files: { 'a.txt': '2\n', 'old.txt': null, 'new.txt': long },
    });

    const { stats, files } = await detailsOf(await ask(`${REPO}/commits/main`));

    expect(stats).toMatchObject({ additions: 1, deletions: 1 });
    expect(files).toMatchObject([
      { filename: 'a.txt', status: 'modified', patch: '@@ -1 +1 @@\n-1\n+2' },
      {
        filename: 'new.txt',
        status: 'renamed',
        previous_filename: 'old.txt',
        contents_url: `https://api.github.com/repos/acme/payments-api/contents/new.txt?ref=${sha}`,
      },
    ]);
    expect(files[1]).not.toHaveProperty('patch');
  });

  it('shows a merge against its first parent', async () => {
    site.repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });
    site.repository.commit({ message: 'side', branch: 'side', files: { 'b.txt': '1\n' } });
    site.repository.commit({ message: 'main', files: { 'c.txt': '1\n' } });
    site.repository.merge({ from: 'side' });

    const { files } = await detailsOf(await ask(`${REPO}/commits/main`));

    expect(files.map(({ filename }) => filename)).toEqual(['b.txt']);
  });

  it('leaves out a patch that is too large, and says how large it was', async () => {
    site.repository.commit({
      message: 'big',
      files: { 'a.txt': '1\n', 'big.txt': 'x\n'.repeat(20_001) },
    });

    const { stats, files } = await detailsOf(await ask(`${REPO}/commits/main`));

    expect(stats.additions).toBe(20_002);
    expect(files.map((file) => [file.filename, 'patch' in file])).toEqual([
      ['a.txt', true],
      ['big.txt', false],
    ]);
  });

  it('pages the files of a commit by 300', async () => {
    const names = Array.from(
      { length: 310 },
      (_, index) => `f${String(index).padStart(3, '0')}.txt`,
    );
    site.repository.commit({
      message: 'wide',
      files: Object.fromEntries(names.map((name) => [name, name])),
    });

    const first = await ask(`${REPO}/commits/main`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await detailsOf(await ask(next));

    expect((await detailsOf(first)).files.map(({ filename }) => filename)).toEqual(
      names.slice(0, 300),
    );
    expect(second.files.map(({ filename }) => filename)).toEqual(names.slice(300));
  });

  it.each([
    ['application/vnd.github.diff', 'diff --git a/a.txt b/a.txt'],
    ['application/vnd.github.v3.patch', 'Subject: [PATCH] one'],
  ])('sends %s', async (accept, part) => {
    const sha = site.repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });

    const reply = await ask(`${REPO}/commits/${sha}`, { headers: { accept } });

    expect(reply.headers.get('content-type')).toContain(accept.replace('v3.', ''));
    expect(await reply.text()).toContain(part);
  });

  it('sends the sha alone', async () => {
    const sha = site.repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });

    const reply = await ask(`${REPO}/commits/main`, {
      headers: { accept: 'application/vnd.github.sha' },
    });

    expect(await reply.text()).toBe(sha);
  });

  it('pages 20,000 commits in milliseconds a page', async () => {
    site.repository.importCommits(20_000);
    await ask(`${REPO}/commits?per_page=100`);
    const started = performance.now();
    for (let page = 2; page <= 200; page += 1) {
      const reply = await ask(`${REPO}/commits?per_page=100&page=${page}`);
      expect(reply.status).toBe(200);
    }

    expect((performance.now() - started) / 199).toBeLessThan(60);
  });
});
