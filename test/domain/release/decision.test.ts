import fc from 'fast-check';

import { bundleVerdict, decide } from '../../../src/domain/release/decision';
import type { ReleaseFacts } from '../../../src/domain/release/gates/release-facts';
import type { ProjectSettings } from '../../../src/domain/settings/project-settings';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  reason,
  signOff,
  waiver,
} from '../../support/judged-bundle';
import { dependency, manualStep } from '../../support/promotion-case';
import { checkItem, releaseFacts } from '../../support/release-facts';

const gap = { repository: 'github:acme/payments-api', what: 'checks', why: '403' };
const freeze = [{ name: 'May', from: '2026-05-01', to: '2026-05-31' }];
const failing = (gates: ProjectSettings['gates'] = {}): ReleaseFacts =>
  releaseFacts({
    bundle: judgedBundle({ issues: [judgedIssue({ manualSteps: [manualStep()] })] }),
    settings: { freeze, gates },
  });

describe('decide', () => {
  it.each([
    { when: 'nothing is open', facts: releaseFacts(), decision: 'SHIP', firstFailingGate: null },
    {
      when: 'gates fail: the first',
      facts: failing(),
      decision: 'NO-SHIP',
      firstFailingGate: 'manual-steps',
    },
    {
      when: 'the first that fails is not required: the next',
      facts: failing({ 'manual-steps': { required: false } }),
      decision: 'NO-SHIP',
      firstFailingGate: 'freeze',
    },
    {
      when: 'none that fails is required',
      facts: failing({ 'manual-steps': { required: false }, freeze: { required: false } }),
      decision: 'SHIP',
      firstFailingGate: null,
    },
    {
      when: 'something could not be read',
      facts: releaseFacts({ bundle: judgedBundle({ gaps: [gap] }) }),
      decision: 'NO-SHIP',
      firstFailingGate: 'evidence',
    },
  ])('$decision $firstFailingGate when $when', ({ facts, decision, firstFailingGate }) => {
    expect(decide(facts)).toMatchObject({ decision, firstFailingGate });
  });
});

describe('bundleVerdict', () => {
  const unlisted = [{ key: 'PAY-9', repository: 'github:acme/payments-api', shas: ['c3'] }];
  const blocked = [judgedIssue(), judgedIssue({ key: 'PAY-2', verdict: 'blocked' })];

  it.each([
    { when: 'all is safe', bundle: judgedBundle(), verdict: 'safe' },
    { when: 'a change is unlisted', bundle: judgedBundle({ unlisted }), verdict: 'warning' },
    {
      when: 'an issue could not be read',
      bundle: judgedBundle({ unreadable: [{ key: 'PAY-2', why: '500' }] }),
      verdict: 'manual-review',
    },
    {
      when: 'evidence is missing',
      bundle: judgedBundle({ gaps: [gap], unlisted }),
      verdict: 'manual-review',
    },
    { when: 'one issue is blocked', bundle: judgedBundle({ issues: blocked }), verdict: 'blocked' },
  ])('is $verdict when $when', ({ bundle, verdict }) => {
    expect(bundleVerdict(bundle)).toBe(verdict);
  });
});

const NUMBERS = [1, 2, 3, 10];
const busyIssue = (number: number) =>
  judgedIssue({
    key: `PAY-${number}`,
    reasons: [
      reason({ shas: [`a${number}`, `b${number}`] }),
      reason({ code: 'check-failed', level: 'blocked', shas: [`b${number}`] }),
    ],
    changes: ['one', 'two'].map((name) =>
      judgedChanges({
        repository: `github:acme/${name}`,
        name,
        commits: [judgedCommit({ sha: `a${number}` }), judgedCommit({ sha: `b${number}` })],
      }),
    ),
    dependencies: ['LED-3', 'LED-4'].map((key) => dependency({ key, status: 'missing' })),
    manualSteps: ['s', 't'].map((id) => manualStep({ id })),
    gaps: ['checks', 'commits'].map((what) => ({ ...gap, what })),
  });
const busy = releaseFacts({
  bundle: judgedBundle({
    issues: NUMBERS.map(busyIssue),
    gaps: ['main', 'release/test'].map((what) => ({ ...gap, what })),
    unreadable: ['PAY-7', 'PAY-8'].map((key) => ({ key, why: '500' })),
  }),
  items: NUMBERS.map((number) => checkItem({ id: `item-${number}`, state: 'failed' })),
  settings: {
    signOffs: [{ role: 'QA' }, { role: 'Client' }],
    freeze: [...freeze, { name: 'Audit', from: '2026-05-02', to: '2026-05-06' }],
  },
  acts: {
    signOffs: [signOff({ decision: 'rejected' }), signOff({ id: '2', accountId: 'rosa' })],
    waivers: [waiver(), waiver({ id: 'waiver-2', gate: 'freeze' })],
  },
});

describe('the order in which evidence was read', () => {
  it('changes nothing of the decision', () => {
    const expected = decide(busy);

    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const facts = { ...shuffled(busy, numbers), settings: busy.settings };

        expect(decide(facts)).toEqual(expected);
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

/** The same facts with every list in another order. */
function shuffled<Value>(value: Value, numbers: Iterator<number>): Value {
  if (Array.isArray(value)) {
    const keyed = value.map((item: unknown) => ({
      item: shuffled(item, numbers),
      at: Number(numbers.next().value),
    }));
    return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, shuffled(one, numbers)] as const);
  return Object.fromEntries(entries) as Value;
}
