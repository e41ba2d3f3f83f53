import { issueParts, type IssuePartsInput } from '../../../src/domain/evidence/issue-parts';
import { NO_ANSWERS } from '../../../src/domain/evidence/presence-answers';
import {
  commit,
  deployment,
  manualAssociation,
  pullRequest,
  REPOSITORY,
} from '../../support/builders';
import { knownDiff } from '../../support/change-chain';

/** `c3 PAY-1 Fix`, one on top of the other, a day apart; `c1` is the root. */
const history = (...messages: string[]) =>
  messages.map((message, index) => {
    const at = `2026-05-0${index + 1}T08:00:00Z`;
    return commit({
      sha: `c${index + 1}`.padEnd(10, '0'),
      parents: index === 0 ? [] : [`c${index}`.padEnd(10, '0')],
      message,
      authoredAt: at,
      committedAt: at,
    });
  });

const C1 = 'c100000000';
const C2 = 'c200000000';
const C3 = 'c300000000';

const partsOf = (more: Partial<IssuePartsInput>) =>
  issueParts({
    repository: REPOSITORY,
    commits: [],
    pullRequests: [],
    deployments: [],
    refs: [],
    stored: { diffs: new Map(), answers: NO_ANSWERS },
    manual: [],
    isProjectKey: (key) => key === 'PAY' || key === 'OPS',
    issueTrailers: ['Fixes'],
    lineBranches: ['develop', 'main'],
    ...more,
  });

const inRefsAs = (as: string, ...refs: string[]) =>
  Object.fromEntries(refs.map((ref) => [ref, { state: 'present', by: 'ancestor', as }]));
const read = (...entries: string[]): IssuePartsInput['stored'] => ({
  diffs: new Map(
    entries.map((sha) => [
      sha,
      knownDiff({ patchId: sha, loosePatchId: sha, inverseId: `-${sha}`, paths: [file(sha)] }),
    ]),
  ),
  answers: NO_ANSWERS,
});
const file = (path: string) => ({ path, before: null, after: 'b1', mode: null });
const shas = (commits: readonly { sha: string }[] = []) => commits.map(({ sha }) => sha);

describe('issueParts', () => {
  it('gives each issue its commits, newest first, with every ref that reaches them', () => {
    const commits = history('PAY-1 one', 'PAY-2 two', 'PAY-1 three');

    const { parts, unreadRefs } = partsOf({
      commits,
      refs: [
        ['branch:develop', C3],
        ['branch:main', C1],
        ['deployed:qa', C2],
      ],
    });

    expect([...parts.keys()].sort()).toEqual(['PAY-1', 'PAY-2']);
    expect(parts.get('PAY-1')?.commits).toEqual([
      {
        sha: C3,
        title: 'PAY-1 three',
        author: 'Ana Lima',
        authoredAt: '2026-05-03T08:00:00Z',
        isMerge: false,
        associations: [{ issueKey: 'PAY-1', kind: 'owns', source: 'title', detail: null }],
        carriesChange: true,
        presence: {
          'branch:develop': { state: 'present', by: 'ancestor', as: C3 },
          'branch:main': { state: 'unknown', by: null, as: null },
          'deployed:qa': { state: 'unknown', by: null, as: null },
        },
        arrivedAt: { 'branch:develop': '2026-05-03T08:00:00Z' },
        paths: 'unread',
        trailers: null,
        checks: 'not-read',
      },
      expect.objectContaining({
        sha: C1,
        presence: inRefsAs(C1, 'branch:develop', 'branch:main', 'deployed:qa'),
      }),
    ]);
    expect(unreadRefs).toEqual([]);
  });

  it('knows where a change is not when its diff and the others were read', () => {
    const commits = history('PAY-1 one', 'PAY-1 two');
    const refs = [
      ['branch:develop', C2],
      ['branch:main', C1],
    ] as const;

    const { parts, needs, doubtful } = partsOf({ commits, refs, stored: read(C1, C2) });

    expect(parts.get('PAY-1')?.commits.map(({ sha, presence }) => [sha, presence])).toEqual([
      [C2, inRefsAs(C2, 'branch:develop')],
      [C1, inRefsAs(C1, 'branch:develop', 'branch:main')],
    ]);
    expect(parts.get('PAY-1')?.commits[0]?.paths).toEqual({ listed: [C2], omitted: 0 });
    expect([needs.blobs.size, needs.diffs.size, doubtful]).toEqual([0, 0, []]);
  });

  it('does not doubt what stands behind a history that was not read: that is a gap already', () => {
    const [, ...withoutRoot] = history('root', 'PAY-1 two', 'PAY-1 three');

    const { doubtful } = partsOf({ commits: withoutRoot, refs: [['branch:main', C1]], manual: [] });

    expect(doubtful).toEqual([]);
  });

  it('tells what a deployment brought', () => {
    const { parts } = partsOf({
      commits: history('PAY-1 one', 'PAY-2 two'),
      refs: [['branch:develop', C2]],
      deployments: [deployment({ sha: C2 })],
    });

    expect(parts.get('PAY-1')?.deployments).toMatchObject([{ id: '1', brought: [C1] }]);
    expect(parts.get('PAY-2')?.deployments).toMatchObject([{ id: '1', brought: [C2] }]);
  });

  it('tells with whom a pull request is shared', () => {
    const commits = history('root', 'PAY-1 two', 'OPS-2 three');
    const open = pullRequest({ title: 'PAY-3', commits: commits.slice(1), commitCount: 2 });

    const { parts } = partsOf({
      commits,
      pullRequests: [open],
      refs: [['branch:develop', C1]],
    });

    expect(parts.get('PAY-1')?.pullRequests).toMatchObject([{ sharedWith: ['OPS-2', 'PAY-3'] }]);
  });

  it('names the refs whose history was not read to the end', () => {
    const [, ...withoutRoot] = history('root', 'PAY-1 two', 'PAY-1 three');

    const { parts, unreadRefs } = partsOf({
      commits: withoutRoot,
      refs: [
        ['branch:develop', C3],
        ['branch:main', C1],
      ],
    });

    expect(unreadRefs).toEqual(['branch:develop', 'branch:main']);
    expect(shas(parts.get('PAY-1')?.commits)).toEqual([C3, C2]);
  });

  it.each([
    { state: 'open' as const, shown: [C2] },
    { state: 'closed' as const, shown: [] },
    { state: 'merged' as const, shown: [] },
  ])('shows commits that no ref reaches while their pull request is $state: $shown', (row) => {
    const commits = history('root', 'PAY-1 two');
    const waiting = pullRequest({
      state: row.state,
      title: 'PAY-1 Fix login',
      commits: commits.slice(1),
      commitCount: 1,
    });

    const { parts } = partsOf({
      commits,
      pullRequests: [waiting],
      refs: [['branch:develop', C1]],
    });

    expect(shas(parts.get('PAY-1')?.commits)).toEqual(row.shown);
    expect(parts.get('PAY-1')?.pullRequests).toMatchObject([{ number: 1, checks: 'not-read' }]);
  });

  it('keeps mentions apart from changes', () => {
    const commits = history('PAY-1 one\n\nAs in OPS-2.');

    const { parts } = partsOf({ commits, refs: [['branch:develop', C1]] });

    expect(parts.get('OPS-2')).toMatchObject({ commits: [], mentions: [{ sha: C1 }] });
    expect(parts.get('PAY-1')).toMatchObject({ commits: [{ sha: C1 }], mentions: [] });
  });

  it('keeps what a person took away, with their word', () => {
    const commits = history('PAY-1 one', 'PAY-1 two', 'See PAY-1');
    const unlink = (sha: string) => manualAssociation({ sha, action: 'unlink' });

    const { parts } = partsOf({
      commits,
      refs: [['branch:develop', C3]],
      manual: [unlink(C3), unlink(C1), manualAssociation({ sha: C1, issueKey: 'OPS-1' })],
    });

    const word = { by: 'Bo Chen', at: '2026-05-03T08:00:00Z', reason: 'agreed on the phone' };
    expect(parts.get('PAY-1')).toMatchObject({ commits: [{ sha: C2 }], mentions: [] });
    expect(parts.get('PAY-1')?.unlinked).toEqual([
      { sha: C1, title: 'PAY-1 one', ...word },
      { sha: C3, title: 'See PAY-1', ...word },
    ]);
    expect(shas(parts.get('OPS-1')?.commits)).toEqual([C1]);
  });

  it.each([
    { actions: ['unlink', 'link'] as const, commits: [C1], unlinked: [] },
    { actions: ['link', 'unlink'] as const, commits: [], unlinked: [C1] },
  ])('goes by the newest word of $actions', ({ actions, commits, unlinked }) => {
    const { parts } = partsOf({
      commits: history('PAY-1 one'),
      refs: [['branch:develop', C1]],
      manual: actions.map((action) => manualAssociation({ sha: C1, action })),
    });

    expect(shas(parts.get('PAY-1')?.commits)).toEqual(commits);
    expect(shas(parts.get('PAY-1')?.unlinked)).toEqual(unlinked);
  });

  it('shows a linked commit although nothing reaches it', () => {
    const { parts } = partsOf({
      commits: history('nothing of an issue'),
      manual: [manualAssociation({ sha: C1 })],
    });

    expect(parts.get('PAY-1')?.commits).toMatchObject([
      { sha: C1, presence: {}, associations: [{ source: 'manual', kind: 'owns' }] },
    ]);
  });

  it('adds the pull requests of the commits to those that name the issue, by number', () => {
    const commits = history('PAY-1 one', 'chore', 'PAY-1 three');
    const of = (number: number, sha: string, title: string) =>
      pullRequest({
        number,
        title,
        state: 'merged',
        mergeSha: sha,
        commits: commits.filter((one) => one.sha === sha),
        commitCount: 1,
      });

    const { parts } = partsOf({
      commits,
      refs: [['branch:develop', C3]],
      pullRequests: [of(9, C2, 'PAY-1 chore'), of(3, C1, 'Fix login'), of(4, C3, 'PAY-1 three')],
    });

    expect(parts.get('PAY-1')?.pullRequests.map(({ number }) => number)).toEqual([3, 4, 9]);
    expect(parts.get('PAY-1')?.pullRequests[0]).not.toHaveProperty('body');
  });

  it('says the same whatever order things came in', () => {
    const commits = history('PAY-1 one', 'PAY-1 two', 'PAY-1 three');
    const pullRequests = [2, 1].map((number) => pullRequest({ number, title: 'PAY-1' }));
    const refs = [['branch:develop', C3]] as const;

    const one = partsOf({ commits, pullRequests, refs });
    const other = partsOf({
      commits: commits.toReversed(),
      pullRequests: pullRequests.toReversed(),
      refs,
    });

    expect(other.parts.get('PAY-1')).toEqual(one.parts.get('PAY-1'));
  });
});
