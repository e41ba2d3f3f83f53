import { missingDependency } from '../../../src/domain/reasons/missing-dependency';
import { dependenciesOf, dependency, itTells, promotionCase } from '../../support/promotion-case';

const withEdge = (...statuses: Parameters<typeof dependency>[0][]) =>
  promotionCase({ dependencies: dependenciesOf({ edges: statuses.map(dependency) }) });

describe('missingDependency', () => {
  itTells(missingDependency, ['missing-dependency', 'blocked'], {
    yes: [
      { when: 'an edge is missing', facts: withEdge({ status: 'missing' }) },
      {
        when: 'one of two is missing',
        facts: withEdge({}, { key: 'LED-4', status: 'missing' }),
      },
    ],
    no: [
      { when: 'there is no edge', facts: promotionCase() },
      { when: 'it is satisfied', facts: withEdge({ status: 'satisfied' }) },
      { when: 'it travels along', facts: withEdge({ status: 'in-bundle' }) },
      { when: 'nothing is known of it', facts: withEdge({ status: 'unresolved' }) },
      { when: 'it is hidden', facts: withEdge({ key: null, status: 'hidden' }) },
    ],
  });

  it('tells of several in one reason', () => {
    const facts = withEdge(
      { status: 'missing', why: '2 changes are not on prod', url: 'https://x.test/LED-3' },
      { status: 'missing', key: 'LED-4', summary: null, why: 'not on prod' },
    );

    expect(missingDependency(facts)).toEqual([
      {
        code: 'missing-dependency',
        level: 'blocked',
        summary: 'PAY-1 needs LED-3 and LED-4, which is not on prod and does not travel along.',
        evidence: [
          { text: 'LED-3 New table: 2 changes are not on prod', url: 'https://x.test/LED-3' },
          { text: 'LED-4: not on prod', url: null },
        ],
        subjects: ['LED-3', 'LED-4'],
      },
    ]);
  });
});
