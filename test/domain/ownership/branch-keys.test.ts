import { ownedByBranch } from '../../../src/domain/ownership/branch-keys';

const isProjectKey = (key: string): boolean => key === 'PAY';

describe('ownedByBranch', () => {
  it.each([
    { branch: 'PAY-12-fix', is: ['owns PAY-12'] },
    { branch: 'feature/pay-12_fix', is: ['owns PAY-12'] },
    { branch: 'PAY-12-and-PAY-13', is: ['owns PAY-12', 'owns PAY-13'] },
    { branch: 'PAY-12-without-PAY-13', is: ['owns PAY-12'] },
    { branch: 'pay-3.11', is: [] },
    { branch: 'revert-34-PAY-12', is: ['reverts PAY-12'] },
    { branch: 'revert-35-revert-34-PAY-12', is: ['owns PAY-12'] },
    { branch: 'main', is: [] },
  ])('$branch: $is', ({ branch, is }) => {
    const owned = ownedByBranch(branch, 'merge-branch', isProjectKey);

    expect(owned.map(({ kind, issueKey }) => `${kind} ${issueKey}`)).toEqual(is);
  });
});
