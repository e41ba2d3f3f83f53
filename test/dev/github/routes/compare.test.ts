import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';
type Comparison = {
  status: string;
  ahead_by: number;
  behind_by: number;
  total_commits: number;
  merge_base_commit: { sha: string };
  base_commit: { sha: string };
  commits: { sha: string }[];
  files: { filename: string }[];
};

describe('compare of the GitHub stand-in', () => {
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
  const compare = async (range: string, query = ''): Promise<Comparison> =>
    (await (await ask(`${REPO}/compare/${range}${query}`)).json()) as Comparison;

  function part(): void {
    const { repository } = site;
    repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });
    repository.branch('release/test', 'main');
    repository.commit({ message: 'two', files: { 'b.txt': '1\n' } });
    repository.commit({ message: 'three', files: { 'c.txt': '1\n' } });
    repository.commit({ message: 'four', branch: 'release/test', files: { 'd.txt': '1\n' } });
    repository.tag('v1', { at: 'main~1', message: 'Version 1' });
  }

  it.each([
    ['release/test', 'main', 'diverged'],
    ['main', 'release/test', 'diverged'],
    ['v1', 'main', 'ahead'],
    ['main', 'v1', 'behind'],
    ['main', 'main', 'identical'],
  ])('%s...%s is as git says', async (base, head, status) => {
    part();

    const found = await compare(`${base}...${head}`);

    const [behind, ahead] = (
      git('rev-list', '--left-right', '--count', `${base}...${head}`)[0] ?? ''
    ).split('\t');
    expect(found).toMatchObject({
      status,
      ahead_by: Number(ahead),
      behind_by: Number(behind),
      total_commits: Number(ahead),
      base_commit: { sha: site.repository.head(base) },
      merge_base_commit: { sha: git('merge-base', base, head)[0] },
    });
    expect(found.commits.map(({ sha }) => sha)).toEqual(
      git('rev-list', '--reverse', `${base}..${head}`),
    );
    expect(found.files.map(({ filename }) => filename)).toEqual(
      git('diff', '--name-only', `${base}...${head}`),
    );
  });

  it('takes encoded names and names with their owner', async () => {
    part();

    expect(await compare('release%2Ftest...acme:main')).toMatchObject({
      ahead_by: 2,
      behind_by: 1,
    });
  });

  it('shows the newest 250 commits, and all of them by pages', async () => {
    site.repository.importCommits(300);
    const all = git('rev-list', '--reverse', 'main');
    const root = all[0] ?? '';

    const unpaged = await compare(`${root}...main`);
    const first = await compare(`${root}...main`, '?per_page=100&page=1');
    const third = await compare(`${root}...main`, '?per_page=100&page=3');

    expect(unpaged.total_commits).toBe(299);
    expect(unpaged.commits.map(({ sha }) => sha)).toEqual(all.slice(-250));
    expect(first.commits.map(({ sha }) => sha)).toEqual(all.slice(1, 101));
    expect(third.commits.map(({ sha }) => sha)).toEqual(all.slice(201));
    expect([first.files.length, third.files]).toEqual([50, []]);
  });

  it('shows 300 files at most', async () => {
    site.repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });
    const names = Array.from({ length: 310 }, (_, index) => [`f${index}.txt`, `${index}\n`]);
    site.repository.commit({
      message: 'wide',
      branch: 'wide',
      files: Object.fromEntries(names) as Record<string, string>,
    });

    expect((await compare('main...wide')).files).toHaveLength(300);
  });

  it('says when two lines share nothing', async () => {
    part();
    site.repository.commit({
      message: 'pages',
      branch: 'pages',
      parents: [],
      files: { 'p.txt': 'p' },
    });

    const reply = await ask(`${REPO}/compare/main...pages`);

    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({
      message: 'No common ancestor between main and pages.',
    });
  });

  it('sends a diff and a patch as text, and refuses one that is too long', async () => {
    part();
    site.repository.commit({
      message: 'big',
      branch: 'big',
      files: { 'big.txt': 'x\n'.repeat(20_001) },
    });
    const as = (type: string): RequestInit => ({
      headers: { accept: `application/vnd.github.${type}` },
    });

    const diff = await ask(`${REPO}/compare/release/test...main`, as('diff'));
    const patch = await ask(`${REPO}/compare/release/test...main`, as('patch'));
    const refused = await ask(`${REPO}/compare/main...big`, as('diff'));

    expect((await diff.text()).match(/^diff --git .*$/gm)).toEqual([
      'diff --git a/b.txt b/b.txt',
      'diff --git a/c.txt b/c.txt',
    ]);
    expect((await patch.text()).match(/^Subject: .*$/gm)).toEqual([
      'Subject: [PATCH 1/2] two',
      'Subject: [PATCH 2/2] three',
    ]);
    expect(refused.status).toBe(406);
  });
});
