import { createDeploymentsOf } from '../../../src/domain/evidence/deployment-evidence';
import type { CommitEvidence } from '../../../src/domain/evidence/issue-evidence';
import type { Deployment } from '../../../src/domain/deployment';
import { commit, commitEvidence, deployment } from '../../support/builders';

/** root, a, b, undo in a row; `p` is a pick of a on root. */
const COMMITS = [
  commit({ sha: 'root' }),
  commit({ sha: 'a', parents: ['root'] }),
  commit({ sha: 'b', parents: ['a'] }),
  commit({ sha: 'undo', parents: ['b'] }),
  commit({ sha: 'p', parents: ['root'] }),
];
const A = commitEvidence({
  sha: 'a',
  presence: { 'branch:main': { state: 'present', by: 'patch', as: 'p' } },
});
const B = commitEvidence({
  sha: 'b',
  presence: { 'branch:main': { state: 'reverted', by: 'revert', as: 'undo' } },
});

const at = (hour: number) => `2026-05-01T${String(hour).padStart(2, '0')}:00:00Z`;
const deployed = (id: number, sha: string, more: Partial<Deployment> = {}) =>
  deployment({ id: String(id), sha, createdAt: at(id), ...more });

const told = (deployments: Deployment[], changes: CommitEvidence[] = [A, B]) =>
  createDeploymentsOf(
    COMMITS,
    deployments,
  )(changes).map(
    ({ id, holds, brought, tookAway }) =>
      `${id} holds ${holds.join()} brought ${brought.join()} took ${tookAway.join()}`,
  );

describe('createDeploymentsOf', () => {
  it.each<[string, Deployment[], string[]]>([
    [
      'each that brought something, oldest first',
      [deployed(2, 'b'), deployed(1, 'a')],
      ['1 holds a brought a took ', '2 holds a,b brought b took '],
    ],
    [
      'none that made no difference',
      [deployed(1, 'root'), deployed(2, 'a'), deployed(3, 'a'), deployed(4, 'gone')],
      ['2 holds a brought a took '],
    ],
    [
      'a rollback with what it took away',
      [deployed(1, 'b'), deployed(2, 'a'), deployed(3, 'root')],
      ['1 holds a,b brought a,b took ', '2 holds a brought  took b', '3 holds  brought  took a'],
    ],
    ['what came along in another commit', [deployed(1, 'p')], ['1 holds a brought a took ']],
    [
      'a revert as taking away what it undoes',
      [deployed(1, 'b'), deployed(2, 'undo')],
      ['1 holds a,b brought a,b took ', '2 holds a brought  took b'],
    ],
    [
      'each environment by itself',
      [
        deployed(1, 'a'),
        deployed(2, 'a', { environment: 'uat' }),
        deployed(3, 'a', { environment: 'QA' }),
      ],
      ['1 holds a brought a took ', '2 holds a brought a took '],
    ],
  ])('lists %s', (_, deployments, expected) => {
    expect(told(deployments)).toEqual(expected);
  });

  it.each(['failed', 'in-progress', 'cancelled', 'unknown'] as const)(
    'keeps one that is %s for what it would have brought, and leaves what runs as it was',
    (state) => {
      const tries = [deployed(1, 'a'), deployed(2, 'b', { state }), deployed(3, 'root', { state })];

      expect(told([...tries, deployed(4, 'b')])).toEqual([
        '1 holds a brought a took ',
        '2 holds a,b brought b took ',
        '4 holds a,b brought b took ',
      ]);
    },
  );

  it('counts one that was replaced as the success that it was, when it was', () => {
    const replaced = deployed(1, 'a', {
      state: 'inactive',
      updatedAt: at(9),
      events: [
        { state: 'success', at: at(2) },
        { state: 'inactive', at: at(9) },
      ],
    });

    expect(createDeploymentsOf(COMMITS, [deployed(3, 'b'), replaced])([A, B])).toEqual([
      {
        id: '1',
        environment: 'qa',
        sha: 'a',
        state: 'success',
        at: at(2),
        url: null,
        holds: ['a'],
        brought: ['a'],
        tookAway: [],
      },
      expect.objectContaining({ id: '3', at: at(3), holds: ['a', 'b'] }),
    ]);
  });
});
