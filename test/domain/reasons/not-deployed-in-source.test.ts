import {
  notDeployedInSource,
  undeployed,
} from '../../../src/domain/reasons/not-deployed-in-source';
import {
  caseOf,
  cellsOf,
  environmentCell,
  itTells,
  promotionCase,
  repositoryCase,
} from '../../support/promotion-case';

const deployed = (...counts: (number | null)[]) =>
  cellsOf({
    test: {
      environments: counts.map((count, index) =>
        environmentCell({ name: `qa${index}`, deployed: count }),
      ),
    },
  });

describe('notDeployedInSource', () => {
  itTells(notDeployedInSource, ['not-deployed-in-source', 'manual-review'], {
    yes: [
      { when: 'no environment runs it', facts: caseOf({ cells: deployed(0, 0) }) },
      {
        when: 'it runs in one repository and not in another',
        facts: promotionCase({
          repositories: [
            repositoryCase({ cells: deployed(1) }),
            repositoryCase({ repository: 'github:acme/portal-ui', cells: deployed(0) }),
          ],
        }),
      },
    ],
    no: [
      { when: 'test names no environment', facts: caseOf({}) },
      { when: 'one of two runs it', facts: caseOf({ cells: deployed(0, 1) }) },
      { when: 'the repository has no change', facts: caseOf({ changes: [], cells: deployed(0) }) },
      { when: 'nobody knows', facts: caseOf({ cells: deployed(null) }) },
      { when: 'nobody knows of one of two', facts: caseOf({ cells: deployed(0, null) }) },
    ],
  });
});

describe('undeployed', () => {
  it('keeps what nobody knows apart', () => {
    const { none, unknown } = undeployed(caseOf({ cells: deployed(0, null) }), 'test');

    expect([none.length, unknown.map(({ environments }) => environments)]).toEqual([
      0,
      [['qa0', 'qa1']],
    ]);
  });
});
