import { associationsIn } from '../../support/ownership';

const pullRequest = { number: 12, title: 'Login', headBranch: 'patch-1', mergeSha: null };

describe('ownCommit', () => {
  it('keeps every owning source', () => {
    const more = {
      pullRequests: [{ ...pullRequest, title: 'PAY-1 Login', headBranch: 'pay-1-login' }],
    };

    expect(associationsIn('PAY-1 x\n\nIssue: PAY-1\n', more)).toEqual([
      'owns PAY-1 title',
      'owns PAY-1 trailer (Issue)',
      'owns PAY-1 pull-request-title (#12)',
      'owns PAY-1 pull-request-branch (pay-1-login)',
    ]);
  });

  it('lists no mention of an issue that the commit owns', () => {
    expect(associationsIn('PAY-1 x\n\nPAY-1 is hard\n\nDepends-On: PAY-1\n')).toEqual([
      'owns PAY-1 title',
    ]);
  });

  it('is a revert by every source', () => {
    const pullRequests = [
      { ...pullRequest, title: 'PAY-7 Undo', headBranch: 'feature/PAY-7-undo' },
    ];

    expect(associationsIn('Revert "PAY-7 Fix login"', { pullRequests })).toEqual([
      'reverts PAY-7 revert',
      'reverts PAY-7 pull-request-title (#12)',
      'reverts PAY-7 pull-request-branch (feature/PAY-7-undo)',
    ]);
  });
});
