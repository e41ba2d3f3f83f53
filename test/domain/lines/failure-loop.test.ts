import fc from 'fast-check';

import type { CommitEvidence } from '../../../src/domain/evidence/issue-evidence';
import type { LineLife } from '../../../src/domain/lines/life-event';
import { repositoryEvidence } from '../../support/builders';
import { deployed, lives, set, since } from '../../support/line-lives';
import { arrived, at, tell } from '../../support/line-places';

describe('the failure loop of a real team', () => {
  /** All that ever happens; the test looks at what was known after each step. */
  const commits = (now: number): CommitEvidence[] =>
    [
      { sha: 'first', made: 1, develop: 2, test: 3, main: 20 },
      { sha: 'repair', made: 6, develop: 7, test: 8, main: 20 },
      { sha: 'wording', made: 12, develop: 13, test: 14, main: 20 },
    ]
      .filter(({ made }) => made <= now)
      .map(({ sha, made, develop, test, main }) => {
        const branches = { develop, 'release/test': test, main };
        const there = Object.entries(branches).filter(([, hour]) => hour <= now);
        return arrived(sha, Object.fromEntries(there), { authoredAt: at(made) });
      });
  const deployments = [
    deployed(4, 'qa', ['first']),
    deployed(8, 'qa', ['repair'], { id: '8', state: 'failed', holds: ['first', 'repair'] }),
    deployed(9, 'qa', ['repair']),
    deployed(10, 'uat', ['first', 'repair']),
    deployed(15, 'qa', ['wording']),
    deployed(16, 'uat', ['wording']),
    deployed(21, 'production', ['first', 'repair', 'wording']),
  ];
  const history = [
    set(2, 'In QA'),
    set(5, 'QA failed'),
    set(6, 'In Progress'),
    set(9, 'Client review'),
    set(11, 'Client rejected'),
    set(17, 'Approved'),
    set(22, 'Done'),
  ];
  const until = (now: number): Map<string, LineLife> =>
    lives(
      [
        repositoryEvidence({
          commits: commits(now),
          deployments: deployments.filter((one) => one.at <= at(now)),
        }),
      ],
      history.filter((one) => one.at <= at(now)),
    );

  it('is told event by event', () => {
    const story = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 20, 21, 22].map((hour) => {
      const now = until(hour);
      return [
        hour,
        ...['dev', 'test', 'prod'].map((name) => now.get(name)?.stage ?? '-'),
        since(now.get('test')).join(', '),
      ];
    });

    expect(story).toEqual([
      [1, '-', '-', '-', ''],
      [2, 'in-branch', '-', '-', ''],
      [3, 'in-branch', 'in-branch', '-', ''],
      [4, 'in-branch', 'deployed', '-', ''],
      [5, 'in-branch', 'rejected', '-', ''],
      [7, 'in-branch', 'rejected', '-', ''],
      [8, 'in-branch', 'rejected', '-', 'repair 8 false'],
      [9, 'in-branch', 'redeployed', '-', 'repair 9 true'],
      [10, 'in-branch', 'redeployed', '-', 'repair 9 true'],
      [11, 'in-branch', 'rejected', '-', ''],
      [13, 'in-branch', 'rejected', '-', ''],
      [14, 'in-branch', 'rejected', '-', 'wording 14 false'],
      [15, 'in-branch', 'redeployed', '-', 'wording 15 true'],
      [16, 'in-branch', 'redeployed', '-', 'wording 15 true'],
      [17, 'in-branch', 'approved', '-', ''],
      [20, 'in-branch', 'approved', 'in-branch', ''],
      [21, 'in-branch', 'approved', 'promoted', ''],
      [22, 'in-branch', 'approved', 'approved', ''],
    ]);
  });

  it('is all there in the end', () => {
    const end = until(23);

    expect(end.get('dev')?.events.map(tell)).toEqual([
      '2 in-branch first',
      '7 in-branch repair',
      '13 in-branch wording',
    ]);
    expect(end.get('test')?.events.map(tell)).toEqual([
      '3 in-branch first',
      '4 deployed first qa',
      '5 rejected QA failed',
      '8 in-branch repair',
      '8 deployment-failed repair qa',
      '9 redeployed repair qa',
      '10 redeployed first repair uat',
      '11 rejected Client rejected',
      '14 in-branch wording',
      '15 redeployed wording qa',
      '16 redeployed wording uat',
      '17 approved Approved',
    ]);
    expect(end.get('prod')?.events.map(tell)).toEqual([
      '20 in-branch first repair wording',
      '21 deployed first repair wording production',
      '21 promoted',
      '22 approved Done',
    ]);
  });

  it('is the same whatever the order in which the hosts answered', () => {
    const evidence = { commits: commits(23), deployments };
    const expected = lives([repositoryEvidence(evidence)], history);

    fc.assert(
      fc.property(
        fc.shuffledSubarray(evidence.commits, { minLength: 3 }),
        fc.shuffledSubarray(deployments, { minLength: deployments.length }),
        (shuffled, deployedIn) => {
          const part = repositoryEvidence({ commits: shuffled, deployments: deployedIn });
          expect(lives([part], history)).toEqual(expected);
        },
      ),
    );
  });
});
