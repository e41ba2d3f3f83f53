import { sourceRefMissing } from '../../../src/domain/reasons/source-ref-missing';
import { pullRequestEvidence } from '../../support/builders';
import { caseOf, cellsOf, itTells } from '../../support/promotion-case';

const cells = cellsOf({ test: { branchState: 'missing' } });

describe('sourceRefMissing', () => {
  itTells(sourceRefMissing, ['source-ref-missing', 'blocked'], {
    yes: [
      { when: 'the branch of test is not there', facts: caseOf({ cells }) },
      {
        when: 'only an open pull request touches the repository',
        facts: caseOf({ cells, changes: [], pullRequests: [pullRequestEvidence()] }),
      },
    ],
    no: [
      { when: 'the branch is there', facts: caseOf({}) },
      {
        when: 'the branch of another line is missing',
        facts: caseOf({ cells: cellsOf({ prod: { branchState: 'missing' } }) }),
      },
      { when: 'the issue does not touch the repository', facts: caseOf({ cells, changes: [] }) },
      {
        when: 'its only pull request was closed',
        facts: caseOf({
          cells,
          changes: [],
          pullRequests: [pullRequestEvidence({ state: 'closed' })],
        }),
      },
      {
        when: 'nobody knows the branch',
        facts: caseOf({ cells: cellsOf({ test: { branchState: 'unknown' } }) }),
      },
      { when: 'the repository is on no line', facts: caseOf({ cells: [] }) },
    ],
  });

  it('says which branch is missing, and where', () => {
    expect(sourceRefMissing(caseOf({ cells }))).toEqual([
      {
        code: 'source-ref-missing',
        level: 'blocked',
        summary: 'The branch of test does not exist in Payments API.',
        evidence: [
          {
            text: 'Payments API has no branch release/test',
            url: 'https://github.com/acme/payments-api',
          },
        ],
      },
    ]);
  });
});
