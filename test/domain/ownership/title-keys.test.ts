import { locateIssueKeys } from '../../../src/domain/issue-key';
import { firstRun, quotationAround, readTitle } from '../../../src/domain/ownership/title-keys';

const isProjectKey = (key: string): boolean => key === 'PAY';

describe('readTitle', () => {
  it('parts what is owned, undone, named later and quoted', () => {
    expect(readTitle('PAY-9: Revert "PAY-7 Fix after PAY-6" with PAY-5', isProjectKey)).toEqual({
      owns: ['PAY-9'],
      reverts: ['PAY-7'],
      reapplies: [],
      later: ['PAY-5'],
      quoted: ['PAY-6'],
    });
  });

  it('sees the change of a reapply', () => {
    expect(readTitle('Reapply "PAY-7 Fix"', isProjectKey).reapplies).toEqual(['PAY-7']);
  });
});

describe('firstRun', () => {
  it.each([
    { text: 'PAY-1, PAY-2 and PAY-3 x PAY-4', keys: ['PAY-1', 'PAY-2', 'PAY-3'] },
    { text: 'PAY-1 or PAY-2', keys: ['PAY-1'] },
    { text: 'PAY-1 "PAY-2 x"', keys: ['PAY-1'] },
    { text: 'none', keys: [] },
  ])('of "$text" is $keys', ({ text, keys }) => {
    const run = firstRun(text, locateIssueKeys(text, isProjectKey));

    expect(run.map(({ key }) => key)).toEqual(keys);
  });
});

describe('quotationAround', () => {
  it.each([
    { text: 'x "PAY-1"', around: { start: 2, isKeyAlone: true } },
    { text: 'x `PAY-1 y`', around: { start: 2, isKeyAlone: false } },
    { text: "it's PAY-1 that isn't", around: null },
    { text: 'PAY-1 "y"', around: null },
  ])('of the key in $text', ({ text, around }) => {
    const [located = { key: '', start: 0, end: 0 }] = locateIssueKeys(text, isProjectKey);

    expect(quotationAround(text, located)).toEqual(around);
  });
});
