import type { Dependency } from '../../../src/domain/dependencies/edge';
import {
  decideOrder,
  finishBlockers,
  promoteDependencies,
  promoteTogether,
} from '../../../src/domain/reasons/dependency-actions';
import {
  dependenciesOf,
  dependency,
  edgeSource,
  promotionCase,
} from '../../support/promotion-case';

const REASON = { code: 'x', level: 'blocked', summary: '', evidence: [] } as const;
const withEdges = (...edges: Partial<Dependency>[]) =>
  promotionCase({ dependencies: dependenciesOf({ edges: edges.map(dependency) }) });

describe('actions on dependencies', () => {
  it('promote what is missing first', () => {
    const facts = withEdges({ status: 'missing' }, { key: 'LED-4' });

    expect(promoteDependencies(facts, { ...REASON, evidence: [] })).toEqual([
      {
        text: 'Promote LED-3 to prod first, or let it travel along.',
        owner: null,
        links: [{ text: 'LED-3 New table: all of it is on prod', url: null }],
      },
    ]);
  });

  it('finish what blocks', () => {
    const sources = [edgeSource({ isBlocking: true })];
    const facts = withEdges({ status: 'unresolved', hasChanges: false, sources });

    expect(finishBlockers(facts, { ...REASON, evidence: [] }).map(({ text }) => text)).toEqual([
      'Finish LED-3, which blocks PAY-1 and is In Progress.',
    ]);
  });

  it('promote a cycle at once', () => {
    const facts = promotionCase({ dependencies: dependenciesOf({ cycles: [['LED-3', 'PAY-1']] }) });

    expect(promoteTogether(facts, { ...REASON, evidence: [] }).map(({ text }) => text)).toEqual([
      'Promote LED-3 and PAY-1 together, or correct what they need of each other.',
    ]);
  });

  it.each([
    {
      when: 'the issue is in no cycle with them',
      cycles: [],
      texts: [
        'Look at this and decide: Two commits say opposite things of which goes first: LED-3 or LED-4.',
      ],
    },
    { when: 'they can only go together', cycles: [['LED-3', 'LED-4', 'PAY-1']], texts: [] },
  ])('ask which goes first when sources contradict each other and $when', ({ cycles, texts }) => {
    const sources = [edgeSource({ kind: 'trailer' }), edgeSource({ kind: 'trailer' })];
    const conflicts = [{ one: 'LED-3', other: 'LED-4', sources }];
    const facts = promotionCase({ dependencies: dependenciesOf({ cycles, conflicts }) });

    expect(decideOrder(facts, { ...REASON, evidence: [] }).map(({ text }) => text)).toEqual(texts);
  });

  it('name an issue that the viewer may not see as one', () => {
    const facts = withEdges({ status: 'missing', key: null });

    expect(promoteDependencies(facts, { ...REASON, evidence: [] }).map(({ text }) => text)).toEqual(
      ['Promote an issue that you may not see to prod first, or let it travel along.'],
    );
  });
});
