import { findIssueKeys, locateIssueKeys } from '../../src/domain/issue-key';

const isProjectKey = (key: string): boolean => ['PAY', 'OPS', 'PAY2'].includes(key);

describe('findIssueKeys', () => {
  it.each([
    { text: 'PAY-12', keys: ['PAY-12'] },
    { text: 'pay-12', keys: ['PAY-12'] },
    { text: 'Pay-12: fix', keys: ['PAY-12'] },
    { text: 'PAY2-7', keys: ['PAY2-7'] },
    { text: 'PAY-1.', keys: ['PAY-1'] },
    { text: '(PAY-1)', keys: ['PAY-1'] },
    { text: '[PAY-1][OPS-2] x', keys: ['PAY-1', 'OPS-2'] },
    { text: 'PAY-12/PAY-13', keys: ['PAY-12', 'PAY-13'] },
    { text: 'PAY-2, PAY-1, pay-2', keys: ['PAY-2', 'PAY-1'] },
    { text: 'feature/PAY-12_fix', keys: ['PAY-12'] },
    { text: 'my_PAY-12', keys: ['PAY-12'] },
    { text: 'feature-PAY-12-fix', keys: ['PAY-12'] },
    { text: 'PAY-12-13', keys: ['PAY-12'] },
    { text: 'CVE-2024-PAY-1', keys: ['PAY-1'] },
    { text: 'https://acme.example/browse/PAY-12?focus=1', keys: ['PAY-12'] },
    { text: 'one PAY-1\ntwo OPS-2', keys: ['PAY-1', 'OPS-2'] },
    { text: '修复PAY-1', keys: [] },
    { text: '修复 PAY-1。', keys: ['PAY-1'] },
    { text: '✔️PAY-12', keys: ['PAY-12'] },
    { text: '1️⃣PAY-12', keys: ['PAY-12'] },
    { text: 'PAY-1–OPS-2', keys: ['PAY-1', 'OPS-2'] },
  ])('finds $keys in "$text"', ({ text, keys }) => {
    expect(findIssueKeys(text, isProjectKey)).toEqual(keys);
  });

  it.each([
    { text: '', why: 'nothing is there' },
    { text: 'XPAY-1', why: 'a letter stands before it' },
    { text: '1PAY-1', why: 'a digit stands before it' },
    { text: 'PAY-01', why: 'the number has a leading zero' },
    { text: 'PAY-0', why: 'zero is no issue' },
    { text: 'PAY-1a', why: 'a letter follows' },
    { text: 'éPAY-1', why: 'a letter with an accent stands before it' },
    { text: 'e\u0301PAY-1', why: 'a letter with a separate accent stands before it' },
    { text: 'PAY-1é', why: 'a letter with an accent follows' },
    { text: 'PAY-1²', why: 'a digit of another kind follows' },
    { text: 'PAY-١', why: 'the digits are of another script' },
    { text: 'PAY 1', why: 'there is no hyphen' },
    { text: 'PAY–1', why: 'a dash is no hyphen' },
    { text: 'PAY_1', why: 'an underscore is no hyphen' },
    { text: 'UTF-8 CVE-2024 SHA-256', why: 'no such project exists' },
    { text: '2PAY2-7', why: 'the digit before it belongs to the word' },
  ])('finds none in "$text": $why', ({ text }) => {
    expect(findIssueKeys(text, isProjectKey)).toEqual([]);
  });

  it('asks for the project key in upper case', () => {
    const asked: string[] = [];

    findIssueKeys('utf-8 pay-1', (key) => {
      asked.push(key);
      return true;
    });

    expect(asked).toEqual(['UTF', 'PAY']);
  });

  it('never cuts a long list', () => {
    const keys = Array.from({ length: 750 }, (_, index) => `PAY-${index + 1}`);

    expect(findIssueKeys(`Release of ${keys.join(' ')}`, isProjectKey)).toEqual(keys);
  });

  it('reads a megabyte without keys in well under a second', () => {
    const startedAt = performance.now();

    expect(findIssueKeys('a'.repeat(500_000) + '-1'.repeat(250_000), isProjectKey)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('locateIssueKeys', () => {
  it('says where each key stands, repetitions included', () => {
    expect(locateIssueKeys('see pay-1 and PAY-1', isProjectKey)).toEqual([
      { key: 'PAY-1', start: 4, end: 9 },
      { key: 'PAY-1', start: 14, end: 19 },
    ]);
  });
});
