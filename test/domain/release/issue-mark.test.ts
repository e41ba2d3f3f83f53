import {
  NO_MARKS,
  planMarks,
  waitFor,
  withMarks,
  withoutMark,
  withWaiting,
  type IssueMark,
  type MarkedRelease,
  type MarkRecord,
} from '../../../src/domain/release/issue-mark';

const NOW = '2026-05-04T09:00:00Z';
const BLOCKED: IssueMark = { verdict: 'blocked', decision: 'NO-SHIP', versionIds: ['10'] };
const SAFE: IssueMark = { verdict: 'safe', decision: 'SHIP', versionIds: ['10'] };

const judged = (
  versionId: string,
  decision: 'SHIP' | 'NO-SHIP',
  verdicts: Record<string, IssueMark['verdict']>,
): MarkedRelease => ({
  ...{ state: 'judged', versionId, decision },
  verdicts: new Map(Object.entries(verdicts)),
});

const record = (
  marks: Record<string, IssueMark> = {},
  more: { refused?: Record<string, string>; waiting?: Record<string, string> } = {},
): MarkRecord => ({
  marks: new Map(Object.entries(marks)),
  refused: new Map(Object.entries(more.refused ?? {})),
  waiting: new Map(Object.entries(more.waiting ?? {})),
});

const plan = (from: MarkRecord, ...releases: MarkedRelease[]): Record<string, IssueMark | null> =>
  Object.fromEntries(planMarks(from, releases, NOW));

describe('what is written on issues', () => {
  it('is the verdict in the release, and the decision of the release', () => {
    expect(plan(NO_MARKS, judged('10', 'NO-SHIP', { 'PAY-1': 'blocked' }))).toEqual({
      'PAY-1': BLOCKED,
    });
  });

  it('is nothing where it stands already', () => {
    const release = judged('10', 'NO-SHIP', { 'PAY-1': 'blocked' });

    expect(plan(record({ 'PAY-1': BLOCKED }), release)).toEqual({});
  });

  it.each([
    { what: 'another verdict', release: judged('10', 'NO-SHIP', { 'PAY-1': 'warning' }) },
    { what: 'another decision', release: judged('10', 'SHIP', { 'PAY-1': 'blocked' }) },
    { what: 'another release', release: judged('11', 'NO-SHIP', { 'PAY-1': 'blocked' }) },
  ])('is written again for $what', ({ release }) => {
    expect(Object.keys(plan(record({ 'PAY-1': BLOCKED }), release))).toEqual(['PAY-1']);
  });

  it('is taken away when the issue is in no release to come', () => {
    expect(plan(record({ 'PAY-1': BLOCKED }), judged('10', 'SHIP', { 'PAY-2': 'safe' }))).toEqual({
      'PAY-1': null,
      'PAY-2': SAFE,
    });
  });

  it.each([
    { one: 'safe', other: 'warning', worst: 'warning' },
    { one: 'manual-review', other: 'warning', worst: 'manual-review' },
    { one: 'unknown', other: 'manual-review', worst: 'unknown' },
    { one: 'unknown', other: 'blocked', worst: 'blocked' },
  ] as const)(
    'is the worst of its releases: $worst of $one and $other',
    ({ one, other, worst }) => {
      const releases = [
        judged('11', 'SHIP', { 'PAY-1': one }),
        judged('10', 'NO-SHIP', { 'PAY-1': other }),
      ];

      expect(plan(NO_MARKS, ...releases)).toEqual({
        'PAY-1': { verdict: worst, decision: 'NO-SHIP', versionIds: ['10', '11'] },
      });
    },
  );
});

describe('a release that is not judged', () => {
  it('leaves what stands on its issues while it is being judged again', () => {
    const releases: MarkedRelease[] = [
      { state: 'being-judged', versionId: '10' },
      judged('11', 'SHIP', { 'PAY-1': 'safe', 'PAY-2': 'safe' }),
    ];

    expect(plan(record({ 'PAY-1': BLOCKED }), ...releases)).toEqual({
      'PAY-2': { ...SAFE, versionIds: ['11'] },
    });
  });

  it('is unknown on its issues when nobody can judge it', () => {
    const from = record({ 'PAY-1': SAFE, 'PAY-2': { ...SAFE, versionIds: ['11'] } });

    expect(plan(from, { state: 'unknown', versionId: '10' })).toEqual({
      'PAY-1': { verdict: 'unknown', decision: 'unknown', versionIds: ['10'] },
      'PAY-2': null,
    });
  });

  it.each([
    { since: undefined, state: 'being-judged' },
    { since: '2026-05-04T06:00:01Z', state: 'being-judged' },
    { since: '2026-05-04T06:00:00Z', state: 'unknown' },
  ])('is $state when that began at $since', ({ since, state }) => {
    const from = record({}, { waiting: since === undefined ? {} : { 10: since } });

    expect(waitFor(from, '10', NOW)).toEqual({ state, versionId: '10' });
  });

  it('is remembered from its first moment until it is judged', () => {
    const first = withWaiting(NO_MARKS, ['10'], '2026-05-04T08:00:00Z');
    const next = withWaiting(first, ['10', '11'], NOW);

    expect([...next.waiting]).toEqual([
      ['10', '2026-05-04T08:00:00Z'],
      ['11', NOW],
    ]);
    expect([...withWaiting(next, [], NOW).waiting]).toEqual([]);
  });

  it('is not written down again when nothing changed', () => {
    const from = record({}, { waiting: { 10: NOW } });

    expect(withWaiting(from, ['10'], '2026-05-04T10:00:00Z')).toBe(from);
  });
});

describe('an issue that Jira did not let be marked', () => {
  const release = judged('10', 'NO-SHIP', { 'PAY-1': 'blocked' });

  it('is left alone for a day, and tried again then', () => {
    const soon = record({}, { refused: { 'PAY-1': '2026-05-03T09:00:01Z' } });
    const aDayOn = record({}, { refused: { 'PAY-1': '2026-05-03T09:00:00Z' } });

    expect(plan(soon, release)).toEqual({});
    expect(plan(aDayOn, release)).toEqual({ 'PAY-1': BLOCKED });
  });

  it('keeps what stood on it, and when it was refused', () => {
    const changes = new Map([['PAY-1', BLOCKED]]);
    const refused = new Set(['PAY-1']);

    const after = withMarks(record({ 'PAY-1': SAFE }), changes, { refused, now: NOW });

    expect(after.marks.get('PAY-1')).toEqual(SAFE);
    expect(after.refused.get('PAY-1')).toBe(NOW);
  });

  it('is like any other once it is marked', () => {
    const from = record({}, { refused: { 'PAY-1': '2026-05-03T09:00:00Z' } });
    const done = { refused: new Set<string>(), now: NOW };

    const after = withMarks(from, new Map([['PAY-1', BLOCKED]]), done);

    expect(after).toEqual(record({ 'PAY-1': BLOCKED }));
  });
});

describe('the record of what stands on issues', () => {
  it('loses what was taken away', () => {
    const none = { refused: new Set<string>(), now: NOW };

    expect(withMarks(record({ 'PAY-1': SAFE }), new Map([['PAY-1', null]]), none)).toEqual(
      NO_MARKS,
    );
  });

  it('forgets an issue of which nothing is known any more', () => {
    const other = record({ 'PAY-2': SAFE });

    expect(withoutMark(record({ 'PAY-1': SAFE, 'PAY-2': SAFE }), 'PAY-1')).toEqual(other);
    expect(withoutMark(other, 'PAY-1')).toBe(other);
  });
});
