import { manualStepsGate } from '../../../../src/domain/release/gates/manual-steps';
import { judgedChanges, judgedIssue } from '../../../support/judged-bundle';
import { manualStep } from '../../../support/promotion-case';
import { factsOf } from '../../../support/release-facts';

const done = manualStep({ id: 'step-2', done: true, by: 'Bo', at: '2026-05-04T09:00:00Z' });

describe('manualStepsGate', () => {
  it.each([
    {
      when: 'there is none',
      steps: [],
      progress: null,
      summary: 'Nothing has to be done by hand.',
    },
    {
      when: 'all are done',
      steps: [done],
      progress: { done: 1, of: 1 },
      summary: '1 manual step, all done.',
    },
    {
      when: 'one is open',
      steps: [manualStep(), done],
      progress: { done: 1, of: 2 },
      summary: '1 of 2 manual steps done. Next: PAY-1: Restart the queue (Payments API)',
    },
  ])('counts: $when', ({ steps, progress, summary }) => {
    const found = manualStepsGate(factsOf(judgedIssue({ manualSteps: steps })));

    expect(found).toMatchObject({ progress, summary });
  });

  it.each([
    { when: 'the step names one', owner: 'DBA', expected: 'DBA' },
    { when: 'only the repository has one', owner: null, expected: 'Team Blue' },
  ])('asks its owner: $when', ({ owner, expected }) => {
    const issue = judgedIssue({
      changes: [judgedChanges({ owner: 'Team Blue' })],
      manualSteps: [manualStep({ owner })],
    });

    expect(manualStepsGate(factsOf(issue)).open).toMatchObject([{ owner: expected }]);
  });
});
