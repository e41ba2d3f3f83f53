import { toPromote } from '../../../src/domain/reasons/to-promote';
import {
  caseOf,
  changeOn,
  promotionCase,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

type State = 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';

describe('toPromote', () => {
  it.each<{ test: State; prod: State; travels: boolean }>([
    { test: 'present', prod: 'absent', travels: true },
    { test: 'present', prod: 'reverted', travels: true },
    { test: 'present', prod: 'unknown', travels: true },
    { test: 'present', prod: 'present', travels: false },
    { test: 'present', prod: 'adapted', travels: false },
    { test: 'absent', prod: 'absent', travels: false },
    { test: 'unknown', prod: 'absent', travels: false },
    { test: 'reverted', prod: 'absent', travels: true },
    { test: 'adapted', prod: 'absent', travels: true },
  ])('$test on test, $prod on prod: travels is $travels', ({ test, prod, travels }) => {
    expect(toPromote(caseOf({ changes: [changeOn({ test, prod })] }))).toHaveLength(
      travels ? 1 : 0,
    );
  });

  it('leaves empty commits and merges out', () => {
    const merge = travellingChange({ sha: 'm1', isMerge: true, carriesChange: false });

    expect(toPromote(caseOf({ changes: [merge] }))).toEqual([]);
  });

  it('lists commits in the given order, by repository in the given order', () => {
    const facts = promotionCase({
      repositories: [
        repositoryCase({ repository: 'github:acme/ui' }),
        repositoryCase({ changes: [travellingChange({ sha: 'a2' }), travellingChange()] }),
      ],
    });

    const plan = toPromote(facts).map(({ repository, commits }) => [
      repository,
      commits.map(({ sha }) => sha),
    ]);
    expect(plan).toEqual([
      ['github:acme/ui', ['a1']],
      ['github:acme/payments-api', ['a2', 'a1']],
    ]);
  });
});
