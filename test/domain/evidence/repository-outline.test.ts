import { outlineOf, type OutlineFacts } from '../../../src/domain/evidence/repository-outline';
import {
  commit,
  commitEvidence,
  mentionEvidence,
  pullRequest,
  repositoryEvidence,
} from '../../support/builders';

/** main: a ← b; develop: a ← b ← c ← d; fix: a ← e. */
const HISTORY = [
  commit({ sha: 'a', parents: [] }),
  commit({ sha: 'b', parents: ['a'] }),
  commit({ sha: 'c', parents: ['b'] }),
  commit({ sha: 'd', parents: ['c'] }),
  commit({ sha: 'e', parents: ['a'] }),
];

const outline = (more: Partial<OutlineFacts> = {}) =>
  outlineOf({
    commits: HISTORY,
    refs: [],
    pullRequests: [],
    parts: new Map(),
    checks: new Map(),
    ...more,
  });

describe('outlineOf', () => {
  it('counts for each two branches what one has and the other has not', () => {
    const { leads } = outline({
      refs: [
        ['branch:develop', 'd'],
        ['branch:main', 'b'],
      ],
    });

    expect(leads).toEqual([
      { branch: 'develop', over: 'main', commits: 2 },
      { branch: 'main', over: 'develop', commits: 0 },
    ]);
  });

  it('does not count the merge that a promotion leaves behind', () => {
    const { leads } = outline({
      commits: [...HISTORY, commit({ sha: 'm', parents: ['b', 'd'] })],
      refs: [
        ['branch:develop', 'd'],
        ['branch:main', 'm'],
      ],
    });

    expect(leads).toEqual([
      { branch: 'develop', over: 'main', commits: 0 },
      { branch: 'main', over: 'develop', commits: 0 },
    ]);
  });

  it('says nothing of a branch whose history was not read to the end', () => {
    const { leads } = outline({
      commits: [...HISTORY, commit({ sha: 'x', parents: ['lost'] })],
      refs: [
        ['branch:develop', 'd'],
        ['branch:main', 'x'],
      ],
    });

    expect(leads).toEqual([]);
  });

  it('names the branches that hold what an environment runs', () => {
    const { runs } = outline({
      refs: [
        ['branch:develop', 'd'],
        ['branch:main', 'b'],
        ['deployed:production', 'c'],
        ['deployed:qa', 'b'],
        ['deployed:stage', 'e'],
        ['attempted:qa', 'd'],
      ],
    });

    expect(runs).toEqual([
      { environment: 'production', heldBy: ['develop'] },
      { environment: 'qa', heldBy: ['develop', 'main'] },
      { environment: 'stage', heldBy: [] },
    ]);
  });

  it.each([
    { when: 'a branch was not read to the end', head: 'x', deployed: 'b' },
    { when: 'the deployed commit was not read', head: 'b', deployed: 'lost' },
  ])('says nothing of an environment when $when', ({ head, deployed }) => {
    const { runs } = outline({
      commits: [...HISTORY, commit({ sha: 'x', parents: ['lost'] })],
      refs: [
        ['branch:main', head],
        ['deployed:production', deployed],
      ],
    });

    expect(runs).toEqual([]);
  });

  it('counts the issues of each project', () => {
    const { shares } = outline({
      parts: new Map(['PAY-2', 'WEB-1', 'PAY-1'].map((key) => [key, repositoryEvidence()])),
    });

    expect(shares).toEqual({
      PAY: { issues: 2, largest: null },
      WEB: { issues: 1, largest: null },
    });
  });

  it('names the largest issue, once it is so large that it may have been cut', () => {
    const withMentions = (count: number) =>
      repositoryEvidence({ mentions: Array.from({ length: count }, () => mentionEvidence()) });

    const { shares } = outline({
      parts: new Map([
        ['PAY-1', withMentions(250)],
        ['PAY-2', withMentions(900)],
        ['WEB-1', withMentions(100)],
      ]),
    });

    expect(shares).toEqual({
      PAY: { issues: 2, largest: 'PAY-2' },
      WEB: { issues: 1, largest: null },
    });
  });

  it('lists the branches that pull requests go into, those with most first', () => {
    const { bases } = outline({
      pullRequests: ['main', 'qa', 'develop', 'qa'].map((baseBranch) =>
        pullRequest({ baseBranch }),
      ),
    });

    expect(bases).toEqual(['qa', 'develop', 'main']);
  });

  it('lists the paths that changes touched, as far as they were read', () => {
    const touching = (paths: string[] | 'unread') =>
      commitEvidence({ paths: paths === 'unread' ? paths : { listed: paths, omitted: 0 } });

    const { paths } = outline({
      parts: new Map([
        [
          'PAY-1',
          repositoryEvidence({ commits: [touching(['db/b.sql', 'a.ts']), touching('unread')] }),
        ],
        ['PAY-2', repositoryEvidence({ commits: [touching(['a.ts'])] })],
      ]),
    });

    expect(paths).toEqual(['a.ts', 'db/b.sql']);
  });

  it.each([
    { withheldFrom: 'c1 2026', expected: true },
    { withheldFrom: null, expected: false },
  ])('tells whether checks are kept back: $expected', ({ withheldFrom, expected }) => {
    const { checksWithheld } = outline({ checks: new Map([['a', { withheldFrom }]]) });

    expect(checksWithheld).toBe(expected);
  });
});
