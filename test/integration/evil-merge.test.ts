import { createRepository, type GitRepository } from '../support/git-repository';
import { issue, openTestSite, refresh, valueOf } from '../support/local-site';

const LINES = 'one\ntwo\nthree\nfour\nfive\n';

/** Develop got a merge of PAY-1's branch that resolved a conflict in a migration; main has none of it. */
function story(): GitRepository {
  const git = createRepository();
  const file = 'db/migrations/1.sql';
  git.commit({ message: 'Start', files: { [file]: LINES } });
  git.branch('develop', 'main');
  git.branch('feature/PAY-1', 'main');
  git.commit({
    message: 'PAY-1 Fix',
    branch: 'feature/PAY-1',
    files: { [file]: LINES.replace('one', 'uno') },
  });
  git.commit({
    message: 'PAY-2 Other',
    branch: 'develop',
    files: { [file]: LINES.replace('one', 'eins') },
  });
  git.merge({
    from: 'feature/PAY-1',
    into: 'develop',
    files: { [file]: LINES.replace('one', 'un') },
  });
  return git;
}

describe('a merge that resolved a conflict', () => {
  it.each([
    ['github:acme/web', {}],
    [
      'gitlab:gitlab.com/acme/web',
      { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' },
    ],
  ])('is a change with the file that it resolved, at %s', async (id, host) => {
    const git = story();
    const site = await openTestSite({
      repositories: [{ path: 'acme/web', git: git.gitFolder }],
      host,
      issues: [issue('PAY-1'), issue('PAY-2')],
      settings: {
        version: 1,
        projects: {
          PAY: {
            route: ['dev', 'prod'],
            lines: { dev: { branch: 'develop' }, prod: { branch: 'main' } },
            repositories: [{ id }],
          },
        },
      },
    });
    await refresh(site);
    site.platform.resetStats();
    await refresh(site);
    const warm = Object.values(site.platform.stats().hostCalls);
    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });
    await site.close();
    git.remove();

    expect(view.evidence).toMatchObject({ complete: true, gaps: [] });
    expect(view.lines.map(({ name, state }) => [name, state])).toEqual([
      ['dev', 'all'],
      ['prod', 'none'],
    ]);
    expect(JSON.stringify(view)).toContain('Both changes are on dev');
    expect(warm.reduce((sum, count) => sum + count)).toBe(3);
  });
});
