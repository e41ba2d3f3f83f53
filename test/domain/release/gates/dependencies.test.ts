import { dependenciesGate } from '../../../../src/domain/release/gates/dependencies';
import type { JudgedIssue } from '../../../../src/domain/release/judged-issue';
import { reviewId } from '../../../../src/domain/release/review-id';
import { judgedBundle, judgedIssue, reason } from '../../../support/judged-bundle';
import { dependency, edgeSource } from '../../../support/promotion-case';
import { checkItem, factsOf, releaseFacts } from '../../../support/release-facts';

const needing = (...dependencies: JudgedIssue['dependencies']) =>
  factsOf(judgedIssue({ dependencies }));
const blocker = {
  hasChanges: false,
  why: 'it has no change',
  sources: [edgeSource({ isBlocking: true })],
};
const conflict = { one: 'LED-3', other: 'PAY-1', sources: [edgeSource()] };
const conflicting = reason({ code: 'edge-conflict', subjects: ['LED-3 PAY-1'] });
const cycle = (...keys: string[]) =>
  reason({ code: 'dependency-cycle', subjects: [keys.join(' ')] });

describe('dependenciesGate', () => {
  it.each([
    { status: 'satisfied', open: [] },
    { status: 'in-bundle', open: [] },
    { status: 'unresolved', open: [] },
    {
      status: 'missing',
      open: ['PAY-1 needs LED-3, which does not travel along (2 changes are not on prod)'],
    },
    { status: 'hidden', open: ['PAY-1 needs 1 issue that Convoy may not see.'] },
  ] as const)('an edge that is $status', ({ status, open }) => {
    const key = status === 'hidden' ? null : 'LED-3';
    const facts = needing(dependency({ key, status, why: '2 changes are not on prod' }));

    expect(dependenciesGate(facts).open.map(({ text }) => text)).toEqual(open);
  });

  it.each(['unresolved', 'missing'] as const)('an open issue that blocks and is %s', (status) => {
    const facts = needing(dependency({ status, ...blocker }));

    expect(dependenciesGate(facts).open).toMatchObject([
      {
        code: 'blocking-issue-open',
        text: 'PAY-1 is blocked by LED-3: In Progress (it has no change)',
      },
    ]);
  });

  it('says of how many needed issues nothing is known', () => {
    expect(dependenciesGate(needing(dependency({ status: 'unresolved' }))).summary).toBe(
      'Everything that is needed has arrived or travels along. Of 1 needed issue nothing is known.',
    );
  });

  it('tells an edge once that several issues come across', () => {
    const edge = dependency({ key: 'LED-4', neededBy: 'LED-3', status: 'missing' });
    const facts = factsOf(
      judgedIssue({ dependencies: [edge] }),
      judgedIssue({ key: 'PAY-2', dependencies: [edge] }),
    );

    expect(dependenciesGate(facts).open).toMatchObject([{ issueKey: 'PAY-1' }]);
  });

  it('takes one more hidden issue for something new', () => {
    const hidden = dependency({ key: null, status: 'hidden' });
    const [one, two] = [needing(hidden), needing(hidden, hidden)].map(dependenciesGate);

    expect(one?.open[0]?.id).not.toBe(two?.open[0]?.id);
  });

  it.each([
    { when: 'all of it travels', keys: ['PAY-1', 'PAY-2'], open: [] },
    {
      when: 'part of it stays',
      keys: ['LED-3', 'PAY-1'],
      open: ['LED-3, PAY-1 need each other, and LED-3 does not travel along.'],
    },
  ])('a cycle of which $when', ({ keys, open }) => {
    const facts = factsOf(
      judgedIssue({ reasons: [cycle(...keys)] }),
      judgedIssue({ key: 'PAY-2' }),
    );

    expect(dependenciesGate(facts).open.map(({ text }) => text)).toEqual(open);
  });

  it('a cycle that the order names, with an issue that could not be read', () => {
    const order = { repositories: [], issues: [], cycles: [['PAY-9', 'PAY-1']] };

    const { open } = dependenciesGate(releaseFacts({ bundle: judgedBundle({ order }) }));

    expect(open).toMatchObject([{ code: 'dependency-cycle', issueKey: 'PAY-1' }]);
  });

  it.each([
    { when: 'nobody looked', state: 'open', open: 1 },
    { when: 'somebody found it wrong', state: 'failed', open: 1 },
    { when: 'somebody looked', state: 'done', open: 0 },
  ] as const)('a contradiction: $open open when $when', ({ state, open }) => {
    const bundle = judgedBundle({
      issues: [judgedIssue({ conflicts: [conflict], reasons: [conflicting] })],
    });
    const items = [checkItem({ id: reviewId('PAY-1', conflicting), state })];

    expect(dependenciesGate(releaseFacts({ bundle, items })).open).toHaveLength(open);
  });
});
