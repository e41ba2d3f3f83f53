import { withoutNames } from '../../../src/domain/release/without-names';

const hidden = { keys: new Set(['LED-3']), titles: new Set(['Buy the competitor']) };

describe('withoutNames', () => {
  it.each([
    { text: 'PAY-1 needs LED-3.', left: 'PAY-1 needs a hidden issue.' },
    { text: 'led-3 is open', left: 'A hidden issue is open' },
    { text: 'feature/LED-3_fix', left: 'feature/a hidden issue_fix' },
    { text: 'LED-30 and XLED-3', left: 'LED-30 and XLED-3' },
    { text: 'Test LED-3 Buy the competitor', left: 'Test a hidden issue …' },
    { text: 'https://acme.test/browse/LED-3', left: '' },
    { text: 'https://acme.test/browse/PAY-1', left: 'https://acme.test/browse/PAY-1' },
  ])('makes $text $left', ({ text, left }) => {
    expect(withoutNames({ at: [{ text }] }, hidden)).toEqual({ at: [{ text: left }] });
  });

  it('leaves what it was given as it was', () => {
    const given = { text: 'LED-3' };

    withoutNames(given, hidden);

    expect(given).toEqual({ text: 'LED-3' });
  });
});
