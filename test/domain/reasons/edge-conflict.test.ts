import type { EdgeSourceKind } from '../../../src/domain/dependencies/edge';
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
        summary:
          'A link in Jira and a commit say opposite things of which goes first: LED-3 or PAY-1.',
        evidence: [{ text: 'depends on' }, { text: 'Depends-On: PAY-1' }],
      },
    ]);
  });

  it.each<[EdgeSourceKind[], string]>([
    [['trailer', 'trailer'], 'Two commits say'],
    [['trailer', 'trailer', 'trailer'], 'Commits say'],
    [['jira-link', 'jira-link', 'sub-task'], 'Two links in Jira and a sub-task say'],
    [['pull-request', 'stacked-pull-request'], 'A pull request and a stacked pull request say'],
  ])('names %j: %s', (kinds, words) => {
    const said = kinds.map((kind) => edgeSource({ kind }));
    const [one, other] = ['LED-3', 'PAY-1'] as const;
    const facts = promotionCase({
      dependencies: dependenciesOf({ conflicts: [{ one, other, sources: said }] }),
    });

    expect(edgeConflict(facts)[0]?.summary).toBe(
      `${words} opposite things of which goes first: LED-3 or PAY-1.`,
    );
  });
});
