import { createGitLabSite, SHOP } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

type Branch = { name: string; commit: { id: string }; protected: boolean; merged: boolean };

describe('branches and trees of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  let sha: string;
  beforeAll(() => {
    site = createGitLabSite();
    const { repository } = site;
    sha = repository.commit({ message: 'First', files: { 'a.txt': 'four', 'src/b.txt': 'b' } });
    for (const branch of ['develop', 'release/test', 'release/uat']) repository.branch(branch, sha);
    repository.commit({ message: 'New', branch: 'open', files: { 'c.txt': 'c' } });
    const { gitFolder: git } = repository;
    ask = site.start({
      repositories: [{ path: 'acme/web/shop', git, protectedBranches: ['main', 'release/*'] }],
    });
  });
  afterAll(() => {
    site.remove();
  });
  const list = async (query: string): Promise<Branch[]> =>
    (await (await ask(`${SHOP}/repository/branches${query}`)).json()) as Branch[];

  it.each([
    ['', ['develop', 'main', 'open', 'release/test', 'release/uat']],
    ['?per_page=3&page=2', ['release/test', 'release/uat']],
    ['?search=rel', ['release/test', 'release/uat']],
    ['?search=%5Ede', ['develop']],
    ['?search=uat%24', ['release/uat']],
    [`?regex=${encodeURIComponent('^(?:main|release/uat)$')}`, ['main', 'release/uat']],
  ])('lists %s', async (query, names) => {
    expect((await list(query)).map(({ name }) => name)).toEqual(names);
  });

  it('tells what is protected, by name or wildcard, and what is merged', async () => {
    const branches = await list('');

    expect(branches.filter((branch) => branch.protected).map(({ name }) => name)).toEqual([
      'main',
      'release/test',
      'release/uat',
    ]);
    expect(branches.filter(({ merged }) => merged).map(({ name }) => name)).toEqual([
      'develop',
      'release/test',
      'release/uat',
    ]);
    expect(await (await ask(`${SHOP}/protected_branches`)).json()).toMatchObject([
      { name: 'main' },
      { name: 'release/*' },
    ]);
  });

  it('shows one whose name has slashes', async () => {
    const branch: unknown = await (await ask(`${SHOP}/repository/branches/release%2Ftest`)).json();

    expect(branch).toMatchObject({ name: 'release/test', default: false, commit: { id: sha } });
  });

  it.each([
    ['', ['src', 'a.txt']],
    ['?recursive=true', ['src', 'a.txt', 'src/b.txt']],
    ['?path=src&ref=release/test', ['src/b.txt']],
    ['?recursive=true&per_page=2&page=2', ['src/b.txt']],
  ])('lists the tree %s', async (query, paths) => {
    const found = (await (await ask(`${SHOP}/repository/tree${query}`)).json()) as {
      path: string;
    }[];

    expect(found.map(({ path }) => path)).toEqual(paths);
  });

  it('goes through a tree by keyset', async () => {
    const first = await ask(`${SHOP}/repository/tree?recursive=true&pagination=keyset&per_page=2`);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? [];
    const second = await ask(next);

    expect(await first.json()).toMatchObject([
      { name: 'src', type: 'tree', mode: '040000' },
      { name: 'a.txt', type: 'blob', mode: '100644' },
    ]);
    expect(await second.json()).toMatchObject([{ name: 'b.txt', path: 'src/b.txt' }]);
    expect(second.headers.get('link')).toBeNull();
  });

  it('goes through projects by keyset', async () => {
    const { gitFolder: git } = site.repository;
    const own = site.start({ repositories: ['a/x', 'a/y', 'a/z'].map((path) => ({ path, git })) });
    const read = async (url: string): Promise<{ ids: number[]; next: string | undefined }> => {
      const reply = await own(url);
      const projects = (await reply.json()) as { id: number }[];
      const [, next] = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '') ?? [];
      return { ids: projects.map(({ id }) => id), next };
    };

    const query = 'pagination=keyset&order_by=id&sort=asc&per_page=2';
    const first = await read(`/projects?${query}`);
    const second = await read(first.next ?? '');
    const all = await read('/projects?order_by=id&sort=asc');

    expect([...first.ids, ...second.ids]).toEqual(all.ids);
    expect([first.ids.length, second.ids.length, second.next]).toEqual([2, 1, undefined]);
  });
});
