import type { PullRequestEvidence } from '../../../src/domain/evidence/issue-evidence';
import {
  openPullRequest,
  openPullRequestsInto,
} from '../../../src/domain/reasons/open-pull-request';
import { pullRequestEvidence } from '../../support/builders';
import { caseOf, itTells } from '../../support/promotion-case';

const into = (baseBranch: string, more: Partial<PullRequestEvidence> = {}) =>
  caseOf({ pullRequests: [pullRequestEvidence({ baseBranch, ...more })] });

describe('openPullRequest', () => {
  itTells(openPullRequest, ['open-pull-request', 'manual-review'], {
    yes: [
      { when: 'one is open into test', facts: into('release/test') },
      { when: 'it is a draft', facts: into('release/test', { isDraft: true }) },
    ],
    no: [
      { when: 'there is none', facts: caseOf({}) },
      { when: 'it goes into another branch', facts: into('develop') },
      { when: 'it was merged', facts: into('release/test', { state: 'merged' }) },
      { when: 'it was closed', facts: into('release/test', { state: 'closed' }) },
      {
        when: 'nobody knows the branch of test',
        facts: caseOf({ cells: [], pullRequests: [pullRequestEvidence()] }),
      },
    ],
  });

  it('links it', () => {
    expect(openPullRequest(into('release/test'))).toMatchObject([
      {
        summary: '1 pull request of PAY-1 into test is still open.',
        evidence: [
          {
            text: 'Payments API #1 Fix login (open)',
            url: 'https://github.com/acme/payments-api/pull/1',
          },
        ],
      },
    ]);
  });
});

describe('openPullRequestsInto', () => {
  it('finds those of a line', () => {
    const facts = into('develop', { number: 7 });

    expect(openPullRequestsInto(facts, 'dev').map((one) => one.pullRequest.number)).toEqual([7]);
  });
});
