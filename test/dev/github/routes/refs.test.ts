import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';

describe('refs of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  let sha: string;
  beforeAll(() => {
    site = createGitHubSite();
    const { repository } = site;
    sha = repository.commit({ message: 'First', files: { 'a.txt': 'four', 'src/b.txt': 'b' } });
    for (const branch of ['develop', 'release/test', 'release/uat']) repository.branch(branch, sha);
    repository.tag('v1', { message: 'Version 1' });
    repository.tag('v2');
    ask = site.start();
  });
  afterAll(() => {
    site.remove();
  });
  const json = async (path: string): Promise<unknown> => (await ask(REPO + path)).json();

  it.each([
    ['/branches', ['develop', 'main', 'release/test', 'release/uat']],
    ['/branches?per_page=3&page=2', ['release/uat']],
    ['/branches?protected=true', []],
    ['/tags', ['v2', 'v1']],
  ])('lists %s', async (path, names) => {
    expect(await json(path)).toEqual(
      names.map((name) => expect.objectContaining({ name }) as unknown),
    );
  });

  it('tells the commit behind an annotated tag in the list, and the tag itself as a ref', async () => {
    const tag = site.repository.git('rev-parse', 'v1').trim();

    expect(await json('/tags')).toMatchObject([{ commit: { sha } }, { commit: { sha } }]);
    expect(await json('/git/ref/tags/v1')).toMatchObject({
      ref: 'refs/tags/v1',
      object: { type: 'tag', sha: tag },
    });
    expect(tag).not.toBe(sha);
  });

  it('matches refs by how they begin', async () => {
    expect(await json('/git/matching-refs/heads/release/')).toMatchObject([
      { ref: 'refs/heads/release/test', object: { type: 'commit', sha } },
      { ref: 'refs/heads/release/uat' },
    ]);
    expect(await json('/git/matching-refs/heads/none')).toEqual([]);
  });

  it.each([
    ['main', ['a.txt', 'src']],
    ['release%2Ftest?recursive=1', ['a.txt', 'src', 'src/b.txt']],
  ])('lists the tree of %s', async (path, names) => {
    const found = (await json(`/git/trees/${path}`)) as {
      tree: { path: string }[];
      truncated: boolean;
    };

    expect(found.tree.map((entry) => entry.path)).toEqual(names);
    expect(found.truncated).toBe(false);
  });

  it('lists a tree by its own sha', async () => {
    const tree = site.repository.git('rev-parse', 'main:src').trim();

    expect(await json(`/git/trees/${tree}`)).toMatchObject({
      sha: tree,
      tree: [{ path: 'b.txt', size: 1 }],
    });
  });
});
