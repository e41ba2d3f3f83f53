import { hiddenNames, keysOf, maskManifest } from '../../../src/domain/manifest/mask-manifest';
import type { Manifest } from '../../../src/domain/manifest/manifest';
import { judgedBundle, judgedIssue, reason } from '../../support/judged-bundle';
import { fullInput, manifestOf } from '../../support/manifest';
import { dependency } from '../../support/promotion-case';

const hiddenBut = (keys: readonly string[], visible: readonly string[]): Set<string> =>
  new Set(keys.filter((key) => !visible.includes(key)));

const withSecret = (): Manifest =>
  manifestOf({
    ...fullInput('about SEC-1'),
    bundle: judgedBundle({
      issues: [
        judgedIssue({
          key: 'PAY-1',
          summary: 'Fix login',
          reasons: [reason({ summary: 'PAY-1 needs SEC-1 Rotate the keys.' })],
          dependencies: [dependency({ key: 'SEC-1' })],
        }),
        judgedIssue({ key: 'SEC-1', summary: 'Rotate the keys', verdict: 'blocked' }),
      ],
      unreadable: [{ key: 'SEC-2', why: 'gone' }],
      unlisted: [{ key: 'SEC-3', repository: 'github:acme/ledger', shas: ['u1'] }],
      order: { repositories: [], issues: ['SEC-1', 'PAY-1'], cycles: [['PAY-1', 'SEC-1']] },
    }),
  });

const masked = (): Manifest => {
  const manifest = withSecret();
  return maskManifest(manifest, hiddenNames(hiddenBut(keysOf(manifest), ['PAY-1'])));
};

describe('maskManifest', () => {
  it('names no hidden issue and nothing of it anywhere', () => {
    const text = JSON.stringify({ ...masked(), release: null });

    expect(text).not.toMatch(/SEC-\d/);
    expect(text).not.toContain('Rotate the keys');
  });

  it('tells that hidden issues are there, and their verdict', () => {
    expect(masked().issues.map(({ key, verdict }) => [key, verdict])).toEqual([
      ['PAY-1', 'safe'],
      ['hidden issue 1', 'blocked'],
    ]);
  });

  it('keeps the decision and the hash of the evidence', () => {
    const whole = withSecret();

    expect(masked().decision).toBe(whole.decision);
    expect(masked().evidence.hash).toBe(whole.evidence.hash);
  });

  it('leaves a manifest without hidden issues as it is', () => {
    const manifest = withSecret();
    const everything = hiddenNames(new Set());

    expect(maskManifest(manifest, everything)).toBe(manifest);
  });
});
