import { missingBranches } from '../../../src/domain/reasons/missing-branches';
import { cellsOf, promotionCase, repositoryCase } from '../../support/promotion-case';

describe('missingBranches', () => {
  it('tells of all repositories in one reason', () => {
    const cells = cellsOf({ test: { branchState: 'missing' } });
    const facts = promotionCase({
      repositories: [
        repositoryCase({ cells }),
        repositoryCase({ cells, repository: 'github:acme/portal-ui', name: 'Portal' }),
      ],
    });

    const found = missingBranches(facts, { code: 'source-ref-missing', line: 'test' });

    expect(found.map(({ summary, evidence }) => [summary, evidence.length])).toEqual([
      ['The branch of test does not exist in Payments API and Portal.', 2],
    ]);
  });
});
