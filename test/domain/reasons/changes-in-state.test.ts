import { changesInState } from '../../../src/domain/reasons/changes-in-state';
import { caseOf, changeOn } from '../../support/promotion-case';

describe('changesInState', () => {
  it('says no proof where there is none', () => {
    const facts = caseOf({ changes: [changeOn({ prod: 'unknown' })] });

    const found = changesInState(facts, { line: 'prod', state: 'unknown', proof: 'as' });

    expect(found.evidence.map(({ text }) => text)).toEqual(['Payments API a1 PAY-1 Fix login']);
    expect(found.shas).toEqual(['a1']);
  });

  it('is about the change and the commit that proves it', () => {
    const facts = caseOf({ changes: [changeOn({ prod: 'reverted' })] });

    const { shas } = changesInState(facts, { line: 'prod', state: 'reverted', proof: 'by' });

    expect(shas).toEqual(['a1', 'f1f1f1f1']);
  });
});
