import { repositoryUnavailable } from '../../../src/domain/reasons/repository-unavailable';
import { pullRequestEvidence, REPOSITORY, repositoryStatus } from '../../support/builders';
import { caseOf, cellsOf, itTells, promotionCase } from '../../support/promotion-case';

const gap = { repository: REPOSITORY, what: 'the repository', why: 'GitHub answered 404' };
const unknown = cellsOf({ prod: { branchState: 'unknown' } });

describe('repositoryUnavailable', () => {
  itTells(repositoryUnavailable, ['repository-unavailable', 'blocked'], {
    yes: [
      { when: 'it could not be read', facts: promotionCase({ gaps: [gap] }) },
      {
        when: 'its status says so',
        facts: caseOf({ status: repositoryStatus({ gaps: [gap] }) }),
      },
      { when: 'it was never read', facts: caseOf({ status: undefined }) },
      { when: 'nobody knows the branch of prod', facts: caseOf({ cells: unknown }) },
      {
        when: 'only a pull request is known of it',
        facts: caseOf({ changes: [], pullRequests: [pullRequestEvidence()] }, { gaps: [gap] }),
      },
    ],
    no: [
      { when: 'it was read', facts: promotionCase() },
      {
        when: 'another part of it could not be read',
        facts: promotionCase({ gaps: [{ ...gap, what: 'checks' }] }),
      },
      {
        when: 'another repository could not be read',
        facts: promotionCase({ gaps: [{ ...gap, repository: 'github:acme/other' }] }),
      },
      { when: 'the issue has nothing there', facts: caseOf({ changes: [] }, { gaps: [gap] }) },
      { when: 'the project does not list it', facts: caseOf({ settings: null, cells: unknown }) },
    ],
  });

  it('says why', () => {
    expect(repositoryUnavailable(promotionCase({ gaps: [gap] }))).toMatchObject([
      {
        summary: 'Payments API could not be read, and PAY-1 has changes there.',
        evidence: [{ text: 'Payments API: GitHub answered 404' }],
      },
    ]);
  });
});
