import { maskRelease } from '../../../src/domain/release/mask-release';
import { judgedBundle, judgedIssue, reason } from '../../support/judged-bundle';
import { dependency } from '../../support/promotion-case';
import { seenRelease } from '../../support/seen-release';

const SECRET = 'Buy the competitor';
const hidden = { keys: new Set(['LED-3', 'OLD-3']), titles: new Set([SECRET]) };

const FAILED = { state: 'failed', text: 'Ledger b: e2e failed', url: 'https://ci/9' } as const;

/** PAY-1 needs LED-3, which is in the release, too, blocked, and hidden. */
const bundle = judgedBundle({
  issues: [
    judgedIssue({
      verdict: 'blocked',
      reasons: [
        reason({
          code: 'missing-dependency',
          level: 'blocked',
          summary: 'PAY-1 needs LED-3, which is not there.',
          evidence: [{ text: `LED-3 ${SECRET}`, url: 'https://acme.test/browse/LED-3' }],
          subjects: ['LED-3'],
        }),
      ],
      dependencies: [
        dependency({ key: 'LED-3', summary: SECRET, status: 'missing', neededBy: 'PAY-1' }),
      ],
    }),
    judgedIssue({
      key: 'LED-3',
      formerKeys: ['OLD-3'],
      summary: SECRET,
      verdict: 'blocked',
      reasons: [reason({ level: 'blocked', code: 'rejected', summary: `LED-3 (${SECRET}): no` })],
      signals: [{ ...{ repository: 'github:acme/ledger', sha: 'b', passed: 1 }, open: [FAILED] }],
    }),
  ],
  unreadable: [{ key: 'OLD-3', why: 'nobody knows' }],
  unlisted: [{ key: 'LED-3', repository: 'github:acme/ledger', shas: ['b'] }],
  order: { repositories: [], issues: ['LED-3', 'PAY-1'], cycles: [['LED-3', 'PAY-1']] },
});

describe('maskRelease', () => {
  const { shown } = seenRelease({ bundle }, hidden);

  it('names no hidden issue anywhere, and says no title of one', () => {
    expect(JSON.stringify(shown)).not.toMatch(/LED-3|OLD-3|Buy the competitor/i);
  });

  it('shows the other issue with what it needs, as hidden', () => {
    expect(shown.bundle.issues).toMatchObject([
      { key: 'PAY-1', dependencies: [{ key: null, summary: null, status: 'hidden' }] },
    ]);
  });

  it('says that the hidden issue keeps a gate shut', () => {
    const texts = shown.gates.flatMap(({ open }) => open.map(({ text }) => text));

    expect(texts).toContain('A hidden issue keeps Issues shut.');
  });

  it('says of a signal of the hidden issue only that there is one', () => {
    expect(shown.gates.find(({ id }) => id === 'checks')?.signals).toEqual({
      passed: 1,
      open: [
        {
          ...{ state: 'failed', text: 'A check of a hidden issue: failed' },
          ...{ issueKey: null, url: null },
        },
      ],
    });
  });

  it('decides no other way', () => {
    const statuses = shown.gates.map(({ status }) => status);

    expect(statuses).toEqual(seenRelease({ bundle }).shown.gates.map(({ status }) => status));
  });

  it('changes nothing for somebody who may see all', () => {
    const all = seenRelease({ bundle }).shown;

    expect(maskRelease(all, { keys: new Set(), titles: new Set() })).toBe(all);
  });
});
