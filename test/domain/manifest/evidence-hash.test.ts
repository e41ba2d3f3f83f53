import fc from 'fast-check';

import { evidenceDigest, evidenceHash } from '../../../src/domain/manifest/evidence-hash';
import type { JudgedBundle, JudgedIssue } from '../../../src/domain/release/judged-issue';
import {
  arrivedCommit,
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  judgedLine,
  judgedPullRequest,
  reason,
} from '../../support/judged-bundle';
import { dependency, edgeSource, manualStep } from '../../support/promotion-case';

const GAPS = [
  { repository: 'github:acme/ledger', what: 'checks', why: 'GitHub answered 403' },
  { repository: 'github:acme/web', what: 'commits of main', why: 'the host is down' },
  { repository: 'github:acme/web', what: 'checks', why: 'the host is down' },
];
const LINK = (n: number) => ({ text: `Payments API: db/${n}.sql`, url: null });

const issueOf = (n: number): JudgedIssue =>
  judgedIssue({
    key: `PAY-${n}`,
    fixVersions: ['2026.05', '2026.06'],
    changes: ['github:acme/web', 'github:acme/ledger', 'gitlab:gitlab.com/acme/db'].map(
      (repository) =>
        judgedChanges({
          repository,
          commits: [1, 2, 3].map((one) => judgedCommit({ sha: `${repository} ${n} ${one}` })),
        }),
    ),
    reasons: [
      reason({ evidence: [LINK(1), LINK(2), LINK(3)] }),
      reason({ code: 'evidence-incomplete', evidence: [LINK(4), LINK(5)] }),
      reason({ code: 'config-change', level: 'warning' }),
    ],
    dependencies: ['LED-1', 'LED-2'].map((key) =>
      dependency({
        key,
        sources: [edgeSource(), edgeSource({ kind: 'trailer', text: 'Depends-On' })],
      }),
    ),
    conflicts: [
      { one: 'PAY-1', other: 'LED-1', sources: [edgeSource(), edgeSource({ text: 'x' })] },
    ],
    manualSteps: [manualStep({ shas: ['a', 'b'] }), manualStep({ id: 'step-2' })],
    gaps: GAPS,
  });

const BUNDLE = judgedBundle({
  issues: [1, 2, 3, 10].map(issueOf),
  unreadable: ['PAY-8', 'PAY-9'].map((key) => ({ key, why: 'Jira answered 404' })),
  unlisted: [
    { key: 'PAY-7', repository: 'github:acme/web', shas: ['u1', 'u2'] },
    { key: null, repository: 'github:acme/ledger', shas: ['u3'] },
  ],
  order: {
    repositories: ['gitlab:gitlab.com/acme/db', 'github:acme/web', 'github:acme/ledger'],
    issues: ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-10'],
    cycles: [
      ['PAY-1', 'PAY-2'],
      ['PAY-3', 'PAY-10'],
    ],
  },
  gaps: GAPS,
});

type Shuffle = <T>(items: readonly T[]) => T[];

/** The bundle as another order of reading would give it: every list but the order of promotion. */
function shuffled(bundle: JudgedBundle, shuffle: Shuffle): JudgedBundle {
  return {
    ...bundle,
    issues: shuffle(bundle.issues).map((issue) => ({
      ...issue,
      fixVersions: shuffle(issue.fixVersions),
      changes: shuffle(issue.changes).map((one) => ({ ...one, commits: shuffle(one.commits) })),
      toPromote: shuffle(issue.toPromote),
      reasons: shuffle(issue.reasons).map((one) => ({ ...one, evidence: shuffle(one.evidence) })),
      dependencies: shuffle(issue.dependencies).map((one) => ({
        ...one,
        sources: shuffle(one.sources),
      })),
      conflicts: issue.conflicts.map((one) => ({ ...one, sources: shuffle(one.sources) })),
      lines: shuffle(issue.lines),
      manualSteps: shuffle(issue.manualSteps).map((one) => ({ ...one, shas: shuffle(one.shas) })),
      gaps: shuffle(issue.gaps),
    })),
    unreadable: shuffle(bundle.unreadable),
    unlisted: shuffle(bundle.unlisted).map((one) => ({ ...one, shas: shuffle(one.shas) })),
    order: { ...bundle.order, cycles: shuffle(bundle.order.cycles) },
    gaps: shuffle(bundle.gaps),
  };
}

/** A shuffle that numbers between 0 and 1 decide. */
function shuffleBy(draws: readonly number[]): Shuffle {
  let drawn = 0;
  const draw = () => draws[drawn++ % draws.length] ?? 0;
  return (items) =>
    items
      .map((item) => ({ item, at: draw() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ item }) => item);
}

describe('evidenceHash', () => {
  it('is one hash for a thousand orders of reading', () => {
    const hashes = new Set<string>();
    const orders = new Set<string>();
    const draws = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 97,
      maxLength: 97,
    });

    fc.assert(
      fc.property(draws, (drawn) => {
        const other = shuffled(BUNDLE, shuffleBy(drawn));
        hashes.add(evidenceHash(other));
        orders.add(JSON.stringify(other));
      }),
      { numRuns: 1000 },
    );

    expect([...hashes]).toEqual([evidenceHash(BUNDLE)]);
    expect(evidenceHash(BUNDLE)).toMatch(/^[0-9a-f]{64}$/);
    expect(orders.size).toBeGreaterThan(900);
  });

  const base = judgedBundle();
  const withIssue = (more: Partial<JudgedIssue>): JudgedBundle =>
    judgedBundle({ issues: [judgedIssue(more)] });

  it.each<[string, JudgedBundle]>([
    ['a presence', withIssue({ changes: [judgedChanges({ commits: [arrivedCommit()] })] })],
    ['a sha', withIssue({ changes: [judgedChanges({ commits: [judgedCommit({ sha: 'b2' })] })] })],
    ['a status', withIssue({ status: { name: 'Done', category: 'done' } })],
    ['a version', withIssue({ fixVersions: [] })],
    ['a gap of the issue', withIssue({ gaps: GAPS.slice(0, 1) })],
    ['a gap of the bundle', judgedBundle({ gaps: GAPS.slice(0, 1) })],
    ['a reason', withIssue({ reasons: [reason()] })],
    ['a line', withIssue({ lines: [judgedLine({ state: 'part' })] })],
    ['a dependency', withIssue({ dependencies: [dependency()] })],
    ['a manual step', withIssue({ manualSteps: [manualStep()] })],
    ['an issue', judgedBundle({ issues: [judgedIssue(), judgedIssue({ key: 'PAY-2' })] })],
    ['an issue that nobody can read', judgedBundle({ unreadable: [{ key: 'PAY-2', why: '' }] })],
    [
      'a change of an issue outside',
      judgedBundle({ unlisted: [{ key: 'PAY-7', repository: 'github:acme/web', shas: ['u1'] }] }),
    ],
    [
      'the order of promotion',
      judgedBundle({ order: { repositories: [], issues: ['PAY-1'], cycles: [] } }),
    ],
    ['another promotion', judgedBundle({ promotion: { from: 'dev', to: 'prod' } })],
    ['an audit', judgedBundle({ mode: 'audit' })],
  ])('is another with %s that differs', (_, other) => {
    expect(evidenceHash(other)).not.toBe(evidenceHash(base));
  });

  it('takes the digests that are known, and makes the others', () => {
    const digests = new Map(BUNDLE.issues.map((issue) => [issue.key, evidenceDigest(issue)]));

    expect(evidenceHash(BUNDLE, digests)).toBe(evidenceHash(BUNDLE));
    digests.delete('PAY-2');
    expect(evidenceHash(BUNDLE, digests)).toBe(evidenceHash(BUNDLE));
    digests.set('PAY-2', 'of something else');
    expect(evidenceHash(BUNDLE, digests)).not.toBe(evidenceHash(BUNDLE));
  });

  it('is another with the level of a reason that differs', () => {
    const [mild, hard] = (['warning', 'blocked'] as const).map((level) =>
      withIssue({ reasons: [reason({ level })] }),
    );

    expect(mild && hard && evidenceHash(mild) === evidenceHash(hard)).toBe(false);
  });

  const people = withIssue({ manualSteps: [manualStep()] });

  it.each<[string, JudgedBundle, JudgedBundle]>([
    ['the instant of reading', base, judgedBundle({ asOf: '2026-06-01T08:00:00Z' })],
    [
      'a ticked step',
      people,
      withIssue({
        manualSteps: [manualStep({ done: true, by: 'Ana', at: '2026-05-04T08:00:00Z' })],
      }),
    ],
    ['a verdict', base, withIssue({ verdict: 'blocked' })],
    ['a rejection', base, withIssue({ reasons: [reason({ code: 'rejected', level: 'blocked' })] })],
    ['a reason of an open step', base, withIssue({ reasons: [reason({ code: 'manual-step' })] })],
    [
      'a reason of a sign-off',
      base,
      withIssue({ reasons: [reason({ code: 'changed-since-sign-off' })] }),
    ],
    [
      'changes since a word',
      base,
      withIssue({
        lines: [
          judgedLine({ name: 'dev' }),
          judgedLine({ changedSince: ['a1a1a1a1a1'] }),
          judgedLine({ name: 'prod', state: 'none' }),
        ],
      }),
    ],
    [
      'the wording of a summary',
      withIssue({ reasons: [reason()] }),
      withIssue({ reasons: [reason({ summary: 'Somebody wrote SQL.' })] }),
    ],
    [
      'a pull request of the same commits',
      base,
      withIssue({ changes: [judgedChanges({ pullRequests: [judgedPullRequest()] })] }),
    ],
    [
      'the same gap told twice',
      judgedBundle({ gaps: GAPS }),
      judgedBundle({ gaps: [...GAPS, ...GAPS] }),
    ],
  ])('is the same whatever %s is', (_, one, other) => {
    expect(evidenceHash(other)).toBe(evidenceHash(one));
  });
});
