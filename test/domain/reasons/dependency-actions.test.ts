import type { Dependency } from '../../../src/domain/dependencies/edge';
import {
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
      'Promote LED-3, PAY-1 together, or correct what they need of each other.',
    ]);
  });
});
