import type { LocalSite } from '../../dev/local-site/open-site';
import { createRepository, type GitRepository } from '../support/git-repository';
import { openTestSite, valueOf } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

describe('reading a repository', () => {
  let git: GitRepository;
  let site: LocalSite;
  const shas: Record<string, string> = {};

  beforeAll(async () => {
    git = createRepository(createTempFolder({}), 'payments-api');
    shas.root = git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
    git.branch('release/test', 'main');
    git.branch('develop', 'main');
    shas.one = git.commit({ message: 'PAY-1 one', files: { b: '1' }, branch: 'develop' });
    shas.two = git.commit({ message: 'PAY-1: two', files: { b: '2' }, branch: 'develop' });
    git.merge({ from: shas.one, into: 'release/test', message: 'Promote to test' });
    site = await openTestSite({
      repositories: [{ path: 'acme/payments-api', git: git.gitFolder }],
    });
    await site.platform.drain();
  });
  afterAll(async () => {
    await site.close();
  });

  it('tells on which lines each commit of an issue is', async () => {
    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });

    expect(site.platform.deadEvents()).toEqual([]);
    expect(
      view.changes.flatMap(({ commits }) => commits.map(({ sha, presence }) => [sha, presence])),
    ).toEqual([
      [
        shas.two,
        {
          dev: { state: 'present', by: 'ancestor', as: shas.two },
          test: { state: 'absent', by: null, as: null },
          prod: { state: 'absent', by: null, as: null },
        },
      ],
      [
        shas.one,
        {
          dev: { state: 'present', by: 'ancestor', as: shas.one },
          test: { state: 'present', by: 'ancestor', as: shas.one },
          prod: { state: 'absent', by: null, as: null },
        },
      ],
    ]);
    expect(view.standing).toEqual({
      tone: 'warning',
      sentence: 'Both changes are on dev; test lacks 1 of them.',
    });
    expect(view.evidence).toMatchObject({
      complete: true,
      gaps: [],
      asOf: '2026-05-04T09:00:00.000Z',
    });
  });
});
