import { GATES, type GateId } from '../../../src/domain/release/gate-id';
import { gateOf, gatesOf } from '../../../src/domain/release/gates';
import type { ReleaseFacts } from '../../../src/domain/release/gates/release-facts';
import { coverOf } from '../../../src/domain/release/waivers';
import { judgedBundle, judgedIssue, reason, waiver } from '../../support/judged-bundle';
import { dependency, manualStep } from '../../support/promotion-case';
import { factsOf, releaseFacts } from '../../support/release-facts';

type Fault = { gate: GateId; failing: ReleaseFacts; worse: ReleaseFacts };

const failed = (text: string) =>
  reason({ code: 'check-failed', level: 'blocked', evidence: [{ text, url: null }] });
const withReasons = (...reasons: ReturnType<typeof reason>[]) => factsOf(judgedIssue({ reasons }));
const gap = (what: string) => ({ repository: 'github:acme/payments-api', what, why: '403' });
const withGaps = (...gaps: ReturnType<typeof gap>[]) =>
  releaseFacts({ bundle: judgedBundle({ gaps }) });
const unreadable = (...keys: string[]) =>
  releaseFacts({
    bundle: judgedBundle({ unreadable: keys.map((key) => ({ key, why: 'Jira answered 500' })) }),
  });
const needing = (...keys: string[]) =>
  factsOf(judgedIssue({ dependencies: keys.map((key) => dependency({ key, status: 'missing' })) }));
const freezing = (...names: string[]) =>
  releaseFacts({
    settings: { freeze: names.map((name) => ({ name, from: '2026-05-01', to: '2026-05-31' })) },
  });
const signedBy = (...roles: string[]) =>
  releaseFacts({ settings: { signOffs: roles.map((role) => ({ role })) } });

/** What fails a gate, and what fails it with one thing more. */
const FAULTS: Fault[] = [
  { gate: 'scope', failing: unreadable('PAY-2'), worse: unreadable('PAY-2', 'PAY-3') },
  {
    gate: 'evidence',
    failing: withGaps(gap('checks')),
    worse: withGaps(gap('checks'), gap('commits of main')),
  },
  {
    gate: 'issues',
    failing: withReasons(reason({ shas: ['a1'] })),
    worse: withReasons(reason({ shas: ['a1', 'b2'] })),
  },
  { gate: 'dependencies', failing: needing('LED-3'), worse: needing('LED-3', 'LED-4') },
  {
    gate: 'manual-steps',
    failing: factsOf(judgedIssue({ manualSteps: [manualStep({ shas: ['a1'] })] })),
    worse: factsOf(judgedIssue({ manualSteps: [manualStep({ shas: ['a1', 'b2'] })] })),
  },
  {
    gate: 'checks',
    failing: withReasons(failed('Payments API a1: build failed')),
    worse: withReasons(failed('Payments API a1: build failed'), failed('b2: build failed')),
  },
  { gate: 'sign-offs', failing: signedBy('QA'), worse: signedBy('QA', 'Client') },
  { gate: 'freeze', failing: freezing('May'), worse: freezing('May', 'Quarter close') },
];

const coverage = (gate: GateId, facts: ReleaseFacts): string[] =>
  gateOf(gate, facts).open.flatMap(coverOf);
const withWaiver = (
  gate: GateId,
  { failing, facts = failing }: { failing: ReleaseFacts; facts?: ReleaseFacts },
  more: Parameters<typeof waiver>[0] = {},
): ReleaseFacts => ({
  ...facts,
  acts: {
    ...facts.acts,
    waivers: [waiver({ gate, items: coverage(gate, failing), ...more })],
  },
});
const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z' };

describe.each(FAULTS)('the gate $gate', ({ gate, failing, worse }) => {
  const other: GateId = gate === 'scope' ? 'freeze' : 'scope';

  it.each([
    { when: 'nothing is open', facts: releaseFacts(), status: 'passed' },
    { when: 'something is open', facts: failing, status: 'failed' },
    { when: 'a waiver covers it', facts: withWaiver(gate, { failing }), status: 'waived' },
    {
      when: 'the waiver ran out',
      facts: withWaiver(gate, { failing }, { expiresAt: '2026-05-04T12:00:00Z' }),
      status: 'failed',
    },
    {
      when: 'the waiver was taken back',
      facts: withWaiver(gate, { failing }, { revoked }),
      status: 'failed',
    },
    {
      when: 'the waiver is of another gate',
      facts: withWaiver(gate, { failing }, { gate: other }),
      status: 'failed',
    },
    {
      when: 'something new is open',
      facts: withWaiver(gate, { failing, facts: worse }),
      status: 'failed',
    },
    {
      when: 'less is open than was waived',
      facts: withWaiver(gate, { failing: worse, facts: failing }),
      status: 'waived',
    },
  ])('is $status when $when', ({ facts, status }) => {
    expect(gateOf(gate, facts).status).toBe(status);
  });

  it('tells first what no waiver covers', () => {
    const { open } = gateOf(gate, withWaiver(gate, { failing, facts: worse }));

    expect(open[0]).toMatchObject({ isWaived: false });
  });

  it('names the waiver and hides nothing', () => {
    const found = gateOf(gate, withWaiver(gate, { failing }));

    expect(found.waiver?.id).toBe('waiver-1');
    expect(found.open).toMatchObject([{ isWaived: true }]);
  });

  it('is required unless the settings say otherwise', () => {
    const settings = { ...failing.settings, gates: { [gate]: { required: false, owner: 'Eva' } } };

    expect(gateOf(gate, failing).required).toBe(true);
    expect(gateOf(gate, { ...failing, settings })).toMatchObject({
      required: false,
      owner: 'Eva',
      status: 'failed',
    });
  });
});

describe('gatesOf', () => {
  it('gives all, in their order, with names and severities', () => {
    const gates = gatesOf(releaseFacts());

    expect(gates.map(({ id }) => id)).toEqual(GATES);
    expect(gates.map(({ name, severity }) => `${name} ${severity}`)).toEqual([
      'Scope critical',
      'Evidence critical',
      'Issues critical',
      'Dependencies critical',
      'Manual steps major',
      'Checks critical',
      'Sign-offs major',
      'Freeze major',
    ]);
    expect(gates.every(({ status }) => status === 'passed')).toBe(true);
  });

  it('says what a waiver leaves open', () => {
    const [failing, worse] = [needing('LED-3'), needing('LED-3', 'LED-4')];

    const { summary } = gateOf(
      'dependencies',
      withWaiver('dependencies', { failing, facts: worse }),
    );

    expect(summary).toContain('1 of 2 waived; not covered: PAY-1 needs LED-4');
  });

  it('names of two waivers the one that runs out first', () => {
    const facts = freezing('May');
    const items = coverage('freeze', facts);
    const waivers = [
      waiver({ id: 'late', gate: 'freeze', items, expiresAt: '2026-05-09T00:00:00Z' }),
      waiver({ id: 'early', gate: 'freeze', items, expiresAt: '2026-05-06T00:00:00Z' }),
    ];

    expect(gateOf('freeze', { ...facts, acts: { ...facts.acts, waivers } }).waiver?.id).toBe(
      'early',
    );
  });
});
