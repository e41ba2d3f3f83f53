import { parseMergeMessage } from '../../../src/domain/ownership/merge-message';

describe('parseMergeMessage', () => {
  it.each([
    {
      message: 'Merge pull request #12 from acme/feature/PAY-1\n\nPAY-1 Fix\n\nbody',
      branches: ['feature/PAY-1'],
      into: null,
      number: 12,
      pullRequestTitle: 'PAY-1 Fix',
    },
    {
      message: 'Merge pull request #12 from acme/x',
      branches: ['x'],
      into: null,
      number: 12,
      pullRequestTitle: null,
    },
    {
      message: 'Merge pull request #3 in ACME/app from feature/x to develop',
      branches: ['feature/x'],
      into: 'develop',
      number: 3,
      pullRequestTitle: null,
    },
    {
      message: "Merge branch 'x' into 'main'\r\n\r\nFix\r\n\r\nSee merge request acme/group/app!7",
      branches: ['x'],
      into: 'main',
      number: 7,
      pullRequestTitle: 'Fix',
    },
    {
      message: "Merge branch 'x' into 'main'\n\nSee merge request acme/app!7",
      branches: ['x'],
      into: 'main',
      number: 7,
      pullRequestTitle: null,
    },
    {
      message: "Merge branch 'x'\n\n# Conflicts:\n#\ta.ts",
      branches: ['x'],
      into: null,
      number: null,
      pullRequestTitle: null,
    },
    {
      message: "Merge branch 'x' of github.com:acme/app into x",
      branches: ['x'],
      into: 'x',
      number: null,
      pullRequestTitle: null,
    },
    {
      message: "Merge branches 'a', 'b' and 'c' into d",
      branches: ['a', 'b', 'c'],
      into: 'd',
      number: null,
      pullRequestTitle: null,
    },
    {
      message: 'Merge branch cassandra-3.0 into cassandra-3.11',
      branches: ['cassandra-3.0'],
      into: 'cassandra-3.11',
      number: null,
      pullRequestTitle: null,
    },
    {
      message: "Merge remote-tracking branch 'origin/feature/x' into y",
      branches: ['feature/x'],
      into: 'y',
      number: null,
      pullRequestTitle: null,
    },
    {
      message: 'Merged in feature/x (pull request #3)\n\nFix',
      branches: ['feature/x'],
      into: null,
      number: 3,
      pullRequestTitle: 'Fix',
    },
  ])('reads $message', ({ message, ...merge }) => {
    expect(parseMergeMessage(message)).toEqual(merge);
  });

  it.each(['Merge PAY-1: login', 'Merge branch handling fixed', "Merge tag 'v1'", 'Fix', ''])(
    'finds no branch in "%s"',
    (message) => {
      expect(parseMergeMessage(message)).toBeNull();
    },
  );
});
