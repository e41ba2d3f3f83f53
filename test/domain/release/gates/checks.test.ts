import { checksGate } from '../../../../src/domain/release/gates/checks';
import { judgedBundle, judgedIssue, reason } from '../../../support/judged-bundle';
import { factsOf, releaseFacts } from '../../../support/release-facts';

const checkReason = (code: 'check-failed' | 'check-pending', ...texts: string[]) =>
  reason({
    code,
    level: code === 'check-failed' ? 'blocked' : 'warning',
    evidence: texts.map((text) => ({ text, url: null })),
  });
const failed = checkReason('check-failed', 'API a1: build failed');
const pending = checkReason('check-pending', 'API a1: lint is not over');

describe('checksGate', () => {
  it.each([
    {
      when: 'none is told',
      reasons: [],
      open: [],
      summary: 'No required check failed or still runs.',
    },
    {
      when: 'one failed',
      reasons: [failed],
      open: ['API a1: build failed'],
      summary: '1 required check failed: API a1: build failed.',
    },
    {
      when: 'one runs',
      reasons: [pending],
      open: ['API a1: lint is not over'],
      summary: '1 not over yet: API a1: lint is not over.',
    },
    {
      when: 'one runs and one failed',
      reasons: [pending, failed],
      open: ['API a1: build failed', 'API a1: lint is not over'],
      summary: '1 required check failed, 1 not over yet: API a1: build failed.',
    },
  ])('$when', ({ reasons, open, summary }) => {
    const found = checksGate(factsOf(judgedIssue({ reasons })));

    expect(found.open.map(({ text }) => text)).toEqual(open);
    expect(found.summary).toBe(summary);
  });

  it('tells a check once that two issues share', () => {
    const issues = ['PAY-1', 'PAY-2'].map((key) => judgedIssue({ key, reasons: [failed] }));

    expect(checksGate(factsOf(...issues)).open).toMatchObject([{ issueKey: 'PAY-1' }]);
  });

  it('tells signals beside it, and stays open for them', () => {
    const open = [{ state: 'failed', text: 'API a1: e2e failed', url: null }] as const;
    const signals = [{ repository: 'github:acme/api', sha: 'a1', passed: 4, open: [...open] }];
    const bundle = judgedBundle({ issues: [judgedIssue({ signals })] });
    const found = checksGate(releaseFacts({ bundle, settings: { requiredChecks: ['build'] } }));

    expect(found).toEqual({
      open: [],
      summary:
        'No required check failed or still runs. Required: build; all others are signals. Signals: 4 passed, 1 failed.',
      progress: null,
      signals: { passed: 4, open: [{ ...open[0], issueKey: 'PAY-1' }] },
    });
  });

  it.each([
    { requiredChecks: [], summary: 'No check is required.' },
    {
      requiredChecks: ['build', 'e2e'],
      summary:
        'No required check failed or still runs. Required: build, e2e; all others are signals.',
    },
  ])('says which tier counts: $requiredChecks', ({ requiredChecks, summary }) => {
    const facts = releaseFacts({ bundle: judgedBundle(), settings: { requiredChecks } });

    expect(checksGate(facts).summary).toBe(summary);
  });
});
