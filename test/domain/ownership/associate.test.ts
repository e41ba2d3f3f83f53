import { createAssociate, type AssociateInput } from '../../../src/domain/ownership/associate';
import { commit, manualAssociation, pullRequest } from '../../support/builders';

const SHA = 'aaaaaaa1111111111111111111111111111111111';
const OTHER = 'aaaaaaa2222222222222222222222222222222222';

function associate(more: Partial<AssociateInput>) {
  return createAssociate({
    commits: [],
    pullRequests: [],
    refs: [],
    manual: [],
    isProjectKey: (key) => key === 'PAY',
    issueTrailers: ['Fixes'],
    lineBranches: ['develop', 'main'],
    ...more,
  });
}

/** As `kind KEY source (detail)`. */
const told = (more: Partial<AssociateInput>, sha = SHA) =>
  associate(more)
    .associationsOf(sha)
    ?.map(
      ({ kind, issueKey, source, detail }) =>
        `${kind} ${issueKey} ${source}${detail === null ? '' : ` (${detail})`}`,
    );

describe('associationsOf', () => {
  it.each([
    { sha: SHA, known: true },
    { sha: 'aaaaaaa1', known: true },
    { sha: 'aaaaaaa11111', known: true },
    { sha: 'aaaaaaa3', known: false },
    { sha: 'bbbbbbb', known: false },
  ])('finds a commit by $sha: $known', ({ sha, known }) => {
    const commits = [commit({ sha: OTHER, message: 'PAY-2' }), commit({ sha: SHA })];

    expect(told({ commits }, sha)).toEqual(known ? ['owns PAY-1 title'] : undefined);
  });

  it('reads the title of the pull request of the commit, and the branch that a merge named', () => {
    const side = commit({ sha: SHA, parents: ['root'], message: 'Fix' });
    const root = commit({ sha: 'root', message: 'Begin' });
    const merge = commit({
      sha: 'merge',
      parents: ['root', SHA],
      message: "Merge branch 'feature/PAY-3' into develop",
    });
    const pull = pullRequest({
      title: 'PAY-2 Login',
      state: 'merged',
      commits: [side],
      commitCount: 1,
      mergeSha: 'merge',
    });

    const input = {
      commits: [root, side, merge],
      pullRequests: [pull],
      refs: [['branch:develop', 'merge']] as const,
    };

    expect(told(input)).toEqual([
      'owns PAY-2 pull-request-title (#1)',
      'owns PAY-3 merge-branch (feature/PAY-3)',
    ]);
    expect(associate(input).pullRequestsOf(SHA)).toEqual([1]);
    expect(associate(input).pullRequestsOf('root')).toEqual([]);
  });

  it('follows a revert to the issue of what it undoes', () => {
    const commits = [
      commit({ sha: OTHER, message: 'PAY-7 Fix' }),
      commit({ sha: SHA, message: `Undo the login\n\nThis reverts commit ${OTHER}.` }),
    ];

    expect(told({ commits })).toEqual([`reverts PAY-7 revert (${OTHER})`]);
  });

  it('does not ask forever of a commit that says that it reverts itself', () => {
    const commits = [commit({ sha: SHA, message: `PAY-1 odd\n\nThis reverts commit ${SHA}.` })];

    expect(told({ commits })).toEqual(['owns PAY-1 title']);
  });

  it.each([
    {
      when: 'links it to another issue',
      message: 'PAY-1 Fix',
      words: [manualAssociation({ issueKey: 'PAY-2' })],
      expected: [
        'owns PAY-1 title',
        'owns PAY-2 manual (Bo Chen, 2026-05-03: agreed on the phone)',
      ],
    },
    {
      when: 'makes a change of a mention',
      message: 'Fix\n\nas in PAY-2',
      words: [manualAssociation({ issueKey: 'PAY-2' })],
      expected: ['owns PAY-2 manual (Bo Chen, 2026-05-03: agreed on the phone)'],
    },
    {
      when: 'links it and takes it away again',
      message: 'PAY-1 Fix',
      words: [
        manualAssociation({ issueKey: 'PAY-2' }),
        manualAssociation({ issueKey: 'PAY-2', action: 'unlink' }),
      ],
      expected: ['owns PAY-1 title'],
    },
    {
      when: 'speaks of another commit',
      message: 'PAY-1 Fix',
      words: [{ ...manualAssociation({ issueKey: 'PAY-2' }), sha: OTHER }],
      expected: ['owns PAY-1 title'],
    },
  ])('hears a person who $when', ({ message, words, expected }) => {
    const manual = words.map((word) => (word.sha === OTHER ? word : { ...word, sha: SHA }));

    expect(told({ commits: [commit({ sha: SHA, message })], manual })).toEqual(expected);
  });
});
