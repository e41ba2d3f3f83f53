import { travellingCommits, travellingShas } from '../../../src/domain/manifest/travelling-commits';
import {
  arrivedCommit,
  judgedChanges,
  judgedCommit,
  judgedIssue,
} from '../../support/judged-bundle';

const PROMOTION = { from: 'test', to: 'prod' };

const issue = judgedIssue({
  changes: [
    judgedChanges({
      commits: [
        arrivedCommit({ sha: 'arrived' }),
        judgedCommit({ sha: 'absent' }),
        judgedCommit({
          sha: 'unknown',
          presence: { prod: { state: 'unknown', by: null, as: null } },
        }),
        judgedCommit({
          sha: 'adapted',
          presence: { prod: { state: 'adapted', by: 'title', as: 'e1' } },
        }),
        judgedCommit({ sha: 'no such line', presence: {} }),
      ],
    }),
    judgedChanges({ repository: 'github:acme/old', commits: [arrivedCommit({ sha: 'old' })] }),
  ],
});

describe('travellingCommits', () => {
  it.each([
    { mode: 'plan' as const, shas: ['absent', 'unknown', 'no such line'] },
    {
      mode: 'audit' as const,
      shas: ['arrived', 'absent', 'unknown', 'adapted', 'no such line', 'old'],
    },
  ])('of a $mode are $shas', ({ mode, shas }) => {
    expect(travellingShas(travellingCommits(issue, { mode, promotion: PROMOTION }))).toEqual(shas);
  });

  it('leaves out repositories that have none', () => {
    const found = travellingCommits(issue, { mode: 'plan', promotion: PROMOTION });

    expect(found.map(({ changes }) => changes.repository)).toEqual(['github:acme/payments-api']);
  });
});
