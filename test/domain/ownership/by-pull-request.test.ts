import { associationsIn } from '../../support/ownership';

const pullRequest = { number: 12, title: 'Login', headBranch: 'patch-1', mergeSha: null };

describe('byPullRequest', () => {
  it.each([
    {
      when: 'its title',
      title: 'PAY-1, PAY-2: login after PAY-3',
      headBranch: 'x',
      is: ['owns PAY-1 pull-request-title (#12)', 'owns PAY-2 pull-request-title (#12)'],
    },
    {
      when: 'its branch',
      title: 'Login',
      headBranch: 'feature/PAY-1_login',
      is: ['owns PAY-1 pull-request-branch (feature/PAY-1_login)'],
    },
    {
      when: 'two keys of its branch',
      title: 'Login',
      headBranch: 'PAY-1-PAY-2-x',
      is: [
        'owns PAY-1 pull-request-branch (PAY-1-PAY-2-x)',
        'owns PAY-2 pull-request-branch (PAY-1-PAY-2-x)',
      ],
    },
    {
      when: 'the first key of its branch',
      title: 'Login',
      headBranch: 'PAY-1-after-PAY-2',
      is: ['owns PAY-1 pull-request-branch (PAY-1-after-PAY-2)'],
    },
    { when: 'no version of its branch', title: 'Login', headBranch: 'cassandra-3.11', is: [] },
    {
      when: 'nothing when a line is promoted',
      title: 'Release PAY-1',
      headBranch: 'develop',
      is: [],
    },
    {
      when: 'its title that reverts',
      title: 'Revert "PAY-1 Login"',
      headBranch: 'revert-9-x',
      is: ['reverts PAY-1 pull-request-title (#12)'],
    },
    {
      when: 'its branch that reverts',
      title: 'Undo',
      headBranch: 'revert-9-PAY-1-x',
      is: ['reverts PAY-1 pull-request-branch (revert-9-PAY-1-x)'],
    },
    {
      when: 'its branch that reverts a revert',
      title: 'Redo',
      headBranch: 'revert-10-revert-9-PAY-1-x',
      is: ['owns PAY-1 pull-request-branch (revert-10-revert-9-PAY-1-x)'],
    },
  ])('owns $when', ({ title, headBranch, is }) => {
    expect(
      associationsIn('Part', { pullRequests: [{ ...pullRequest, title, headBranch }] }),
    ).toEqual(is);
  });
});
