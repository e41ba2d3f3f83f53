import { edgeConflict } from '../../../src/domain/reasons/edge-conflict';
import {
  dependenciesOf,
  dependency,
  edgeSource,
  itTells,
  promotionCase,
} from '../../support/promotion-case';

const sources = [edgeSource(), edgeSource({ kind: 'trailer', text: 'Depends-On: PAY-1' })];
const conflicts = [{ one: 'LED-3', other: 'PAY-1', sources }];

describe('edgeConflict', () => {
  itTells(edgeConflict, ['edge-conflict', 'manual-review'], {
    yes: [
      {
        when: 'two sources contradict each other',
        facts: promotionCase({ dependencies: dependenciesOf({ conflicts }) }),
      },
    ],
    no: [
      {
        when: 'they agree',
        facts: promotionCase({
          dependencies: dependenciesOf({ edges: [dependency({ sources })] }),
        }),
      },
      {
        when: 'the other issue is hidden',
        facts: promotionCase({
          dependencies: dependenciesOf({ edges: [dependency({ key: null, status: 'hidden' })] }),
        }),
      },
    ],
  });

  it('gives all sources', () => {
    const facts = promotionCase({ dependencies: dependenciesOf({ conflicts }) });

    expect(edgeConflict(facts)).toMatchObject([
      {
        summary: 'Sources contradict each other on which of LED-3 and PAY-1 comes first.',
        evidence: [
          { text: 'LED-3, PAY-1: depends on' },
          { text: 'LED-3, PAY-1: Depends-On: PAY-1' },
        ],
      },
    ]);
  });
});
