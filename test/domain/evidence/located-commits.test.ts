import { locateCommits } from '../../../src/domain/evidence/located-commits';
import { commit, manualAssociation, pullRequest } from '../../support/builders';

const ROOT = commit({ sha: 'root' });
const ON_MAIN = commit({ sha: 'main', parents: ['root'] });
const LOOSE = commit({ sha: 'loose', parents: ['root'] });
const COMMITS = [ROOT, ON_MAIN, LOOSE];

const locate = (more: Partial<Parameters<typeof locateCommits>[0]>) =>
  locateCommits({
    commits: COMMITS,
    pullRequests: [],
    refs: [['branch:main', 'main']],
    manual: [],
    ...more,
  });
const shas = (more: Parameters<typeof locate>[0]) => locate(more).relevant.map(({ sha }) => sha);

describe('locateCommits', () => {
  it('takes what a ref reaches', () => {
    expect(shas({})).toEqual(['root', 'main']);
    expect(['main', 'loose'].map(locate({}).isOnRef)).toEqual([true, false]);
  });

  it.each([
    { state: 'open' as const, relevant: ['root', 'main', 'loose'] },
    { state: 'merged' as const, relevant: ['root', 'main'] },
    { state: 'closed' as const, relevant: ['root', 'main'] },
  ])('takes $relevant while the pull request of another is $state', ({ state, relevant }) => {
    expect(shas({ pullRequests: [pullRequest({ state, commits: [LOOSE] })] })).toEqual(relevant);
  });

  it('takes what a person spoke of', () => {
    const manual = [manualAssociation({ sha: 'loose' })];

    expect(shas({ manual })).toEqual(['root', 'main', 'loose']);
  });

  it('names refs whose history was not read to the end', () => {
    const refs = [
      ['branch:main', 'main'],
      ['deployed:qa', 'gone'],
    ] as const;

    expect(locate({ refs }).unreadRefs).toEqual(['deployed:qa']);
    expect(locate({ refs, commits: [ON_MAIN] }).unreadRefs).toEqual(['branch:main', 'deployed:qa']);
  });
});
