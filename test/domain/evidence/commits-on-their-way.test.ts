import { commitsOnTheirWay } from '../../../src/domain/evidence/commits-on-their-way';
import { commitEvidence, inRefs } from '../../support/builders';

const BRANCHES = ['branch:develop', 'branch:main'] as const;

const at = (sha: string, day: number, ...refs: Parameters<typeof inRefs>) =>
  commitEvidence({ sha, authoredAt: `2026-04-0${day}T09:00:00Z`, presence: inRefs(...refs) });

describe('commitsOnTheirWay', () => {
  it('lists changes that some branch lacks, newest first', () => {
    const part = {
      commits: [at('old', 1, 'branch:develop'), at('new', 3, 'branch:develop'), at('none', 2)],
    };

    expect(commitsOnTheirWay([part], BRANCHES)).toEqual(['new', 'none', 'old']);
  });

  it('lists nothing of an issue whose changes are on every branch', () => {
    expect(commitsOnTheirWay([{ commits: [at('done', 1, ...BRANCHES)] }], BRANCHES)).toEqual([]);
  });

  it('lists what an issue has everywhere when it is newer than a change that is not, and no older one', () => {
    const part = {
      commits: [
        at('before', 1, ...BRANCHES),
        at('travelling', 2, 'branch:develop'),
        at('after', 3, ...BRANCHES),
      ],
    };

    expect(commitsOnTheirWay([part], BRANCHES)).toEqual(['after', 'travelling']);
  });

  it('lists a change that was reverted on one branch', () => {
    const presence = {
      ...inRefs('branch:main'),
      'branch:develop': { state: 'reverted', by: 'revert', as: 'undo' } as const,
    };

    expect(
      commitsOnTheirWay([{ commits: [commitEvidence({ sha: 'undone', presence })] }], BRANCHES),
    ).toEqual(['undone']);
  });
});
