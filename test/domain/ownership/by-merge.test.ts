import { associationsIn } from '../../support/ownership';

describe('byMerge', () => {
  const two = { parents: ['p1', 'p2'] };

  it.each([
    {
      message: 'Merge pull request #12 from acme/PAY-1-fix',
      is: ['owns PAY-1 merge-branch (PAY-1-fix)'],
    },
    {
      message: 'Merge pull request #12 from acme/patch-1\n\nPAY-1 Fix',
      is: ['owns PAY-1 pull-request-title (#12)'],
    },
    {
      message: "Merge branch 'feature/PAY-1' into develop",
      is: ['owns PAY-1 merge-branch (feature/PAY-1)'],
    },
    {
      message: "Merge branch 'x' into 'develop'\n\nPAY-1 Fix\n\nSee merge request acme/app!7",
      is: ['owns PAY-1 pull-request-title (#7)'],
    },
    {
      message: "Merge remote-tracking branch 'origin/PAY-1'",
      is: ['owns PAY-1 merge-branch (PAY-1)'],
    },
    {
      message: 'Merged in PAY-1-fix (pull request #3)',
      is: ['owns PAY-1 merge-branch (PAY-1-fix)'],
    },
    {
      message: "Merge branch 'develop' into feature/PAY-1",
      is: ['mentions PAY-1 merged-branch-name'],
    },
    {
      message: "Merge branch 'cassandra-3.11' into cassandra-4.0",
      is: ['mentions CASSANDRA-3 merged-branch-name', 'mentions CASSANDRA-4 merged-branch-name'],
    },
    {
      message: 'Merge branch cassandra-3.11 into trunk',
      is: ['mentions CASSANDRA-3 merged-branch-name'],
    },
    { message: 'Merge PAY-1: login', is: ['owns PAY-1 title'] },
  ])('$message', ({ message, is }) => {
    expect(associationsIn(message, {}, two)).toEqual(is);
  });

  it('of a line is a mention', () => {
    expect(associationsIn("Merge branch 'pay-2'", { lineBranches: ['pay-2'] }, two)).toEqual([
      'mentions PAY-2 merged-branch-name',
    ]);
  });

  it('gives its branch to the commits that it brought in', () => {
    const mergedBy = [{ message: "Merge branch 'feature/PAY-1' into develop" }];

    expect(associationsIn('Part one', { mergedBy })).toEqual([
      'owns PAY-1 merge-branch (feature/PAY-1)',
    ]);
  });

  it.each([
    { when: 'it merged a line', message: "Merge branch 'develop' into feature/PAY-1" },
    { when: 'it merged a version', message: "Merge branch 'cassandra-3.11' into cassandra-4.0" },
    { when: 'its message names no branch', message: 'PAY-1 everything together' },
  ])('gives nothing to the commits that it brought in when $when', ({ message }) => {
    expect(associationsIn('Part one', { mergedBy: [{ message }] })).toEqual([]);
  });
});
