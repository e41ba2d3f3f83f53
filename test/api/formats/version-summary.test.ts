import { versionSummary } from '../../../src/api/formats/version-summary';
import { ATTACKS } from '../../support/attacks';
import { fullInput, manifestOf } from '../../support/manifest';

describe('versionSummary', () => {
  it('tells the decision, the first failing gate, the counts, and of which evidence', () => {
    const manifest = manifestOf(fullInput('x'));

    expect(
      versionSummary({ ...manifest, evidence: { ...manifest.evidence, hash: 'ab'.repeat(32) } }),
    ).toEqual([
      'NO-SHIP (manual-review): promotion from test to prod.',
      'First failing gate: evidence.',
      'Issues: 2 (0 blocked, 1 manual-review, 0 warning, 1 safe). Gates: 1 of 2 passed or waived.',
      'Evidence abababababab, read 2026-05-04T08:00:00Z, not complete.',
      'All of it: PAY in Jira, page "Convoy releases".',
    ]);
  });

  it.each(ATTACKS)('says nothing of what issues and people say: $text', ({ text }) => {
    const plain = versionSummary(manifestOf(fullInput('x'))).map((line) =>
      line.replace(/Evidence \w+/, ''),
    );
    const attacked = versionSummary(manifestOf(fullInput(text))).map((line) =>
      line.replace(/Evidence \w+/, ''),
    );

    expect(attacked).toEqual(plain);
  });
});
