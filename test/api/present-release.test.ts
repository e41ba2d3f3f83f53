import { presentRelease } from '../../src/api/present-release';
import { judgedBundle, judgedIssue, reason } from '../support/judged-bundle';
import { manualStep } from '../support/promotion-case';
import { seenRelease } from '../support/seen-release';

const NOW = '2026-05-04T12:00:00Z';
const ROSA = { name: 'Rosa Manager', mayWaive: true, whoDecides: 'who leads PAY', roles: [] };

const blocked = judgedIssue({
  key: 'PAY-2',
  verdict: 'blocked',
  reasons: [reason({ code: 'rejected', level: 'blocked', summary: 'PAY-2 was rejected on test.' })],
});

describe('presentRelease', () => {
  it('tells decision, first failing gate and what to do', () => {
    const bundle = judgedBundle({ issues: [judgedIssue(), blocked] });

    const view = presentRelease(seenRelease({ bundle }), ROSA, NOW);

    expect(view).toMatchObject({
      decision: 'NO-SHIP',
      firstFailingGate: 'issues',
      counts: { issues: 2, hidden: 0, verdicts: { blocked: 1, safe: 1 } },
      followUps: [{ priority: 'P0', gate: 'issues', issueKeys: ['PAY-2'] }],
      lifecycle: { state: 'planning', next: 'development', refusal: [] },
    });
  });

  it('counts what is hidden, and shows no row of it', () => {
    const bundle = judgedBundle({ issues: [judgedIssue(), blocked] });
    const hidden = { keys: new Set(['PAY-2']), titles: new Set<string>() };

    const view = presentRelease(seenRelease({ bundle }, hidden), ROSA, NOW);

    expect(view.counts).toMatchObject({ issues: 2, hidden: 1 });
    expect(view.rows.map(({ key }) => key)).toEqual(['PAY-1']);
    expect(JSON.stringify(view)).not.toContain('PAY-2');
  });

  it('shows the first items of a gate, and of how many', () => {
    const reasons = Array.from({ length: 40 }, (_, index) =>
      reason({ level: 'blocked', code: `custom-${index}`, summary: `PAY-1 fault ${index}` }),
    );
    const bundle = judgedBundle({ issues: [judgedIssue({ reasons, verdict: 'blocked' })] });

    const { gates } = presentRelease(seenRelease({ bundle }), ROSA, NOW);
    const issues = gates.find(({ id }) => id === 'issues');

    expect(issues?.open).toHaveLength(25);
    expect(issues?.openCount).toBe(40);
  });

  it('stays below 500 KB with 2,000 issues, and says where its rows go on', () => {
    const issues = Array.from({ length: 2_000 }, (_, index) => ({
      ...blocked,
      key: `PAY-${index + 1}`,
      manualSteps: [manualStep({ id: `step-${index}` })],
    }));

    const view = presentRelease(seenRelease({ bundle: judgedBundle({ issues }) }), ROSA, NOW);

    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(500_000);
    expect(view.nextRow).toBe(view.rows.length);
  });
});
