import type { CommitEvidence } from '../../../src/domain/evidence/issue-evidence';
import {
  notDeployedInSource,
  undeployed,
} from '../../../src/domain/reasons/not-deployed-in-source';
import {
  caseOf,
  cellsOf,
  changeOn,
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

/** A repository whose change runs, and one with this change, which does not. */
const beside = (change: CommitEvidence) =>
  promotionCase({
    repositories: [
      repositoryCase({ cells: deployed(1) }),
      repositoryCase({
        repository: 'github:acme/portal-ui',
        changes: [change],
        cells: deployed(0),
      }),
    ],
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
      {
        when: 'no branch has it yet',
        facts: caseOf({ changes: [changeOn({ dev: 'present' })], cells: deployed(0) }),
      },
      {
        when: 'nobody knows whether the branch has it, while that of another has some',
        facts: beside(changeOn({ test: 'unknown' })),
      },
    ],
    no: [
      {
        when: 'only its branch lacks it, while that of another has some',
        facts: beside(changeOn({ dev: 'present' })),
      },
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
