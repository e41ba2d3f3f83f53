import {
  isToldBy,
  unavailableRepositories,
} from '../../../src/domain/reasons/unavailable-repositories';
import { REPOSITORY } from '../../support/builders';
import { caseOf, cellsOf, promotionCase } from '../../support/promotion-case';

const gap = { repository: REPOSITORY, what: 'the repository', why: 'GitHub answered 404' };

describe('unavailableRepositories', () => {
  it('names every line that nobody knows', () => {
    const cells = cellsOf({ dev: { branchState: 'unknown' }, prod: { branchState: 'unknown' } });

    expect(unavailableRepositories(caseOf({ cells })).map(({ why }) => why)).toEqual([
      [
        'nobody knows what is on develop, the branch of dev',
        'nobody knows what is on main, the branch of prod',
      ],
    ]);
  });

  it.each([
    { told: gap, isTold: true },
    { told: { ...gap, what: 'checks' }, isTold: false },
    { told: { ...gap, repository: 'github:acme/other' }, isTold: false },
  ])('tells of $told.what of $told.repository: $isTold', ({ told, isTold }) => {
    const unavailable = unavailableRepositories(promotionCase({ gaps: [gap] }));

    expect(isToldBy(unavailable, told)).toBe(isTold);
  });
});
