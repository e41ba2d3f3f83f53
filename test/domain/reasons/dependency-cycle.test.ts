import { dependencyCycle } from '../../../src/domain/reasons/dependency-cycle';
import { dependenciesOf, dependency, itTells, promotionCase } from '../../support/promotion-case';

const cycles = [['LED-3', 'PAY-1']];

describe('dependencyCycle', () => {
  itTells(dependencyCycle, ['dependency-cycle', 'manual-review'], {
    yes: [
      {
        when: 'the issue is in a cycle',
        facts: promotionCase({ dependencies: dependenciesOf({ cycles }) }),
      },
    ],
    no: [
      {
        when: 'it needs another without a cycle',
        facts: promotionCase({ dependencies: dependenciesOf({ edges: [dependency()] }) }),
      },
      {
        when: 'nothing is known of what it needs',
        facts: promotionCase({
          dependencies: dependenciesOf({ edges: [dependency({ status: 'unresolved' })] }),
        }),
      },
    ],
  });

  it('names the cycle', () => {
    const facts = promotionCase({ dependencies: dependenciesOf({ cycles }) });

    expect(dependencyCycle(facts)).toMatchObject([
      {
        summary: 'LED-3 and PAY-1 need each other, so they can only go together.',
        evidence: [{ text: 'LED-3 ↔ PAY-1', url: null }],
      },
    ]);
  });
});
