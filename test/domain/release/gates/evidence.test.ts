import { evidenceGate } from '../../../../src/domain/release/gates/evidence';
import { judgedBundle, judgedChanges, judgedIssue } from '../../../support/judged-bundle';
import { releaseFacts } from '../../../support/release-facts';

const gap = (what: string, why: string) => ({ repository: 'github:acme/payments-api', what, why });

describe('evidenceGate', () => {
  it('says where, what and why, and who owns the repository', () => {
    const changes = [judgedChanges({ owner: 'Team Blue' })];
    const bundle = judgedBundle({
      issues: [judgedIssue({ changes })],
      gaps: [gap('checks', 'GitHub answered 403')],
    });

    const { open, summary } = evidenceGate(releaseFacts({ bundle }));

    expect(open).toMatchObject([
      { text: 'Payments API: checks: GitHub answered 403', owner: 'Team Blue' },
    ]);
    expect(summary).toBe(
      '1 part of the evidence could not be read. Payments API: checks: GitHub answered 403',
    );
  });

  it('takes a part for the same, whatever the cause', () => {
    const ids = ['502', '503'].map((why) => {
      const bundle = judgedBundle({ gaps: [gap('checks', why)] });
      return evidenceGate(releaseFacts({ bundle })).open[0]?.id;
    });

    expect(ids[0]).toBe(ids[1]);
  });

  it('tells a gap of the bundle and of an issue once', () => {
    const gaps = [gap('checks', '403')];
    const bundle = judgedBundle({ gaps, issues: [judgedIssue({ gaps })] });

    expect(evidenceGate(releaseFacts({ bundle })).open).toHaveLength(1);
  });

  it('tells a gap that only an issue knows', () => {
    const bundle = judgedBundle({ issues: [judgedIssue({ gaps: [gap('checks', '403')] })] });

    expect(evidenceGate(releaseFacts({ bundle })).open).toHaveLength(1);
  });

  it('is open when a repository was never read and nothing says so', () => {
    const { open } = evidenceGate(releaseFacts({ bundle: judgedBundle({ asOf: null }) }));

    expect(open).toMatchObject([{ code: 'never-read' }]);
  });
});
