import { partlySpread } from '../../../src/domain/evidence/partly-spread';
import { commitEvidence, inRefs, repositoryEvidence } from '../../support/builders';

const BRANCHES = ['release/test', 'develop', 'main'];

const spreadOf = (...commits: ReturnType<typeof commitEvidence>[]) =>
  partlySpread(new Map([['PAY-1', repositoryEvidence({ commits })]]), BRANCHES);

describe('partlySpread', () => {
  it('names the branches that have a change which others lack', () => {
    const change = commitEvidence({
      sha: 'a1',
      presence: inRefs('branch:release/test', 'branch:develop', 'deployed:qa'),
    });

    expect(spreadOf(change)).toEqual([
      { key: 'PAY-1', sha: 'a1', on: ['develop', 'release/test'], doubtful: [] },
    ]);
  });

  it.each([
    { when: 'it is on every branch', on: ['branch:release/test', 'branch:develop', 'branch:main'] },
    { when: 'it is on no branch', on: ['deployed:qa'] },
  ] as const)('leaves a change out when $when', ({ on }) => {
    expect(spreadOf(commitEvidence({ presence: inRefs(...on) }))).toEqual([]);
  });

  it('leaves out what carries no change', () => {
    const empty = commitEvidence({ carriesChange: false, presence: inRefs('branch:develop') });

    expect(spreadOf(empty)).toEqual([]);
  });

  it('names branches of which nobody knows, and never counts a reverted change as there', () => {
    const change = commitEvidence({
      sha: 'a1',
      presence: {
        ...inRefs('branch:develop'),
        'branch:main': { state: 'unknown', by: null, as: null },
        'branch:release/test': { state: 'reverted', by: 'revert', as: 'b1' },
      },
    });

    expect(spreadOf(change)).toEqual([
      { key: 'PAY-1', sha: 'a1', on: ['develop'], doubtful: ['main'] },
    ]);
  });

  it('goes by issue and sha', () => {
    const half = (sha: string) => commitEvidence({ sha, presence: inRefs('branch:develop') });
    const parts = new Map([
      ['PAY-2', repositoryEvidence({ commits: [half('b1')] })],
      ['PAY-1', repositoryEvidence({ commits: [half('a2'), half('a1')] })],
    ]);

    expect(partlySpread(parts, BRANCHES).map(({ key, sha }) => `${key} ${sha}`)).toEqual([
      'PAY-1 a1',
      'PAY-1 a2',
      'PAY-2 b1',
    ]);
  });
});
