import { changesInState } from '../../../src/domain/reasons/changes-in-state';
import { caseOf, changeOn } from '../../support/promotion-case';

describe('changesInState', () => {
  it('says no proof where there is none', () => {
    const facts = caseOf({ changes: [changeOn({ prod: 'unknown' })] });

    const found = changesInState(facts, { line: 'prod', state: 'unknown', proof: 'as' });

    expect(found.map(({ text }) => text)).toEqual(['Payments API a1 PAY-1 Fix login']);
  });
});
