import type { DeploymentEvidence } from '../../../src/domain/evidence/issue-evidence';
import { hostEvents } from '../../../src/domain/lines/host-events';
import { deploymentEvidence } from '../../support/builders';
import { arrived, at, linePlace, tell } from '../../support/line-places';

const TEST = 'release/test';

describe('hostEvents', () => {
  it('puts commits that came to the branch at one moment into one event', () => {
    const changes = [
      arrived('c', { [TEST]: 9 }, { authoredAt: at(3) }),
      arrived('a', { [TEST]: 9 }, { authoredAt: at(2) }),
      arrived('b', { [TEST]: 10 }),
      arrived('d', { develop: 8 }),
    ];

    expect(hostEvents('test', [linePlace({ changes })]).map(tell)).toEqual([
      '10 in-branch b',
      '9 in-branch a c',
    ]);
  });

  it('keeps repositories apart', () => {
    const one = linePlace({ changes: [arrived('a', { [TEST]: 9 })] });
    const other = linePlace({
      repository: 'github:acme/web',
      branch: 'qa',
      changes: [arrived('b', { qa: 9 })],
    });

    expect(hostEvents('test', [one, other]).map(tell)).toEqual([
      '9 in-branch a',
      '9 in-branch b (github:acme/web)',
    ]);
  });

  it('says nothing of a change that was reverted in the branch', () => {
    const reverted = { [`branch:${TEST}`]: { state: 'reverted', by: 'revert', as: 'r' } } as const;
    const changes = [arrived('a', { [TEST]: 9 }, { presence: reverted })];

    expect(hostEvents('test', [linePlace({ changes })])).toEqual([]);
  });

  it('says nothing of a moment that nobody knows', () => {
    const changes = [arrived('a', { [TEST]: 9 }, { arrivedAt: {} })];

    expect(hostEvents('test', [linePlace({ changes })])).toEqual([]);
  });

  it.each<{ when: string; deployment: Partial<DeploymentEvidence>; events: string[] }>([
    {
      when: 'it brought changes',
      deployment: { brought: ['a', 'b'] },
      events: ['8 deployed a b qa'],
    },
    {
      when: 'it was replaced later',
      deployment: { brought: ['a'], state: 'inactive' },
      events: ['8 deployed a qa'],
    },
    {
      when: 'it took changes away',
      deployment: { tookAway: ['a'] },
      events: ['8 rolled-back a qa'],
    },
    {
      when: 'it brought one and took another away',
      deployment: { brought: ['b'], tookAway: ['a'] },
      events: ['8 rolled-back a qa', '8 deployed b qa'],
    },
    { when: 'it holds what was there before', deployment: { holds: ['a'] }, events: [] },
    {
      when: 'it failed',
      deployment: { state: 'failed', holds: ['a', 'b'], brought: ['b'] },
      events: ['8 deployment-failed b qa'],
    },
    {
      when: 'it failed with what was there before',
      deployment: { state: 'failed', holds: ['a'] },
      events: ['8 deployment-failed a qa'],
    },
    {
      when: 'it failed without the issue',
      deployment: { state: 'failed', tookAway: ['a'] },
      events: [],
    },
    {
      when: 'it still runs',
      deployment: { state: 'in-progress', brought: ['a'] },
      events: ['8 deploying a qa'],
    },
    { when: 'it was cancelled', deployment: { state: 'cancelled', brought: ['a'] }, events: [] },
    {
      when: 'nobody knows what became of it',
      deployment: { state: 'unknown', brought: ['a'] },
      events: [],
    },
  ])('of a deployment are $events when $when', ({ deployment, events }) => {
    const place = linePlace({ deployments: [deploymentEvidence(deployment)] });

    expect(hostEvents('test', [place]).map(tell)).toEqual(events);
  });

  it('keeps where a deployment can be looked at', () => {
    const place = linePlace({
      deployments: [
        deploymentEvidence({ brought: ['a'], sha: 'q1', url: 'https://acme.example/1' }),
      ],
    });

    expect(hostEvents('test', [place])).toEqual([
      {
        kind: 'deployed',
        at: at(8),
        line: 'test',
        repository: 'github:acme/payments-api',
        environment: 'qa',
        sha: 'q1',
        shas: ['a'],
        url: 'https://acme.example/1',
      },
    ]);
  });
});
