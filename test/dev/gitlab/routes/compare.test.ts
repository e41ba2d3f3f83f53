import { createGitLabSite, SHOP } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

type Comparison = { commits: { id: string }[]; diffs: { new_path: string }[] };

describe('compare of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  beforeAll(() => {
    site = createGitLabSite();
    const { repository } = site;
    repository.commit({ message: 'one', files: { 'a.txt': '1\n' } });
    repository.branch('release/test', 'main');
    repository.commit({ message: 'two', files: { 'b.txt': '1\n' } });
    repository.commit({ message: 'three', files: { 'c.txt': '1\n' } });
    repository.commit({ message: 'four', branch: 'release/test', files: { 'd.txt': '1\n' } });
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

  it.each([
    ['release/test', 'main', '...', ''],
    ['main', 'release/test', '...', ''],
    ['release/test', 'main', '..', '&straight=true'],
    ['main~1', 'main', '...', ''],
    ['main', 'main', '...', ''],
  ])('from %s to %s is as git says', async (from, to, dots, more) => {
    const sha = site.repository.head(from);

    const found = (await (
      await ask(`${SHOP}/repository/compare?from=${sha}&to=${encodeURIComponent(to)}${more}`)
    ).json()) as Comparison;

    expect(found.commits.map(({ id }) => id)).toEqual(
      git('rev-list', '--reverse', `${from}..${to}`),
    );
    expect(found.diffs.map((diff) => diff.new_path)).toEqual(
      git('diff', '--name-only', `${from}${dots}${to}`),
    );
    expect(found).toMatchObject({ compare_timeout: false, compare_same_ref: from === to });
  });

  it('finds where two lines parted', async () => {
    const reply = await ask(`${SHOP}/repository/merge_base?refs[]=main&refs[]=release/test`);
    const unknown = await ask(`${SHOP}/repository/merge_base?refs[]=main&refs[]=none`);

    expect(await reply.json()).toMatchObject({ id: git('merge-base', 'main', 'release/test')[0] });
    expect([unknown.status, await unknown.json()]).toEqual([
      400,
      { message: 'Could not find ref: none' },
    ]);
  });
});
