import type { DeploymentEvidence } from '../../../src/domain/evidence/issue-evidence';
import { changedSince, type LineSignOff } from '../../../src/domain/lines/changed-since';
import type { ChangedSince } from '../../../src/domain/lines/life-event';
import type { LinePlace } from '../../../src/domain/lines/line-place';
import { deploymentEvidence } from '../../support/builders';
import { arrived, at, linePlace, told } from '../../support/line-places';

const TEST = 'release/test';
const REJECTED = told('10 rejected QA failed');

/** `14 deployed` of what changed since ten; `waits`: not deployed. */
function changed(place: Partial<LinePlace>): string[] {
  const since = changedSince(REJECTED, [], [linePlace(place)]);
  return (since?.commits ?? []).map(({ sha, reachedAt, deployedSince }) => {
    const hour = reachedAt === null ? '?' : Number(reachedAt.slice(11, 13));
    return `${sha} ${hour} ${deployedSince}`;
  });
}

const brought = (hour: number, more: Partial<DeploymentEvidence> = {}): DeploymentEvidence =>
  deploymentEvidence({ at: at(hour), brought: ['a'], ...more });

describe('changedSince, where deployments tell', () => {
  it.each<{ when: string; merged: number; deployments: DeploymentEvidence[]; expected: string[] }>([
    { when: 'deployed before', merged: 8, deployments: [brought(9)], expected: [] },
    { when: 'deployed at that moment', merged: 8, deployments: [brought(10)], expected: [] },
    {
      when: 'merged before and deployed after',
      merged: 8,
      deployments: [brought(12)],
      expected: ['a 12 true'],
    },
    {
      when: 'merged and deployed after',
      merged: 11,
      deployments: [brought(12)],
      expected: ['a 12 true'],
    },
    { when: 'merged before and waiting', merged: 8, deployments: [], expected: ['a 8 false'] },
    { when: 'merged after and waiting', merged: 11, deployments: [], expected: ['a 11 false'] },
    {
      when: 'deployed before, and again after',
      merged: 8,
      deployments: [brought(9), brought(12, { environment: 'uat' })],
      expected: [],
    },
    {
      when: 'deployed before a failure',
      merged: 8,
      deployments: [brought(9, { state: 'failed' }), brought(12)],
      expected: ['a 12 true'],
    },
    {
      when: 'replaced since',
      merged: 8,
      deployments: [brought(12, { state: 'inactive' })],
      expected: ['a 12 true'],
    },
    {
      when: 'deployed after and rolled back',
      merged: 8,
      deployments: [brought(12), deploymentEvidence({ at: at(13), tookAway: ['a'] })],
      expected: ['a 12 true'],
    },
    {
      when: 'tried after without success',
      merged: 8,
      deployments: [brought(12, { state: 'failed' })],
      expected: ['a 8 false'],
    },
    {
      when: 'deployed, and nobody knows with what success',
      merged: 11,
      deployments: [brought(12, { state: 'unknown' })],
      expected: ['a 11 null'],
    },
  ])('of a change that was $when is $expected', ({ merged, deployments, expected }) => {
    expect(changed({ changes: [arrived('a', { [TEST]: merged })], deployments })).toEqual(expected);
  });

  it('counts a change that was deployed from another branch', () => {
    const changes = [arrived('a', { develop: 8 })];

    expect(changed({ changes, deployments: [brought(12)] })).toEqual(['a 12 true']);
  });

  it('passes over a change that is not on the line', () => {
    expect(changed({ changes: [arrived('a', { develop: 12 })] })).toEqual([]);
  });
});

describe('changedSince, where the branch tells', () => {
  it.each<{ reachedBy: LinePlace['reachedBy']; merged: number; expected: string[] }>([
    { reachedBy: 'branch', merged: 9, expected: [] },
    { reachedBy: 'branch', merged: 10, expected: [] },
    { reachedBy: 'branch', merged: 11, expected: ['a 11 null'] },
    { reachedBy: 'unread', merged: 9, expected: [] },
    { reachedBy: 'unread', merged: 11, expected: ['a 11 null'] },
  ])('of $reachedBy, merged at $merged, is $expected', ({ reachedBy, merged, expected }) => {
    const changes = [arrived('a', { [TEST]: merged })];

    expect(changed({ reachedBy, changes, deployments: [brought(12)] })).toEqual(expected);
  });

  it('counts what came at a moment that nobody knows', () => {
    const changes = [arrived('a', { [TEST]: 8 }, { arrivedAt: {} })];

    expect(changed({ reachedBy: 'branch', changes })).toEqual(['a ? null']);
  });
});

describe('changedSince', () => {
  it('lists by moment, then by name', () => {
    const changes = [
      arrived('c', { [TEST]: 12 }),
      arrived('x', { [TEST]: 8 }, { arrivedAt: {} }),
      arrived('a', { [TEST]: 12 }),
      arrived('b', { [TEST]: 11 }),
    ];

    expect(changed({ reachedBy: 'branch', changes })).toEqual([
      'b 11 null',
      'a 12 null',
      'c 12 null',
      'x ? null',
    ]);
  });

  it('is null while nobody said anything', () => {
    expect(changedSince(told('9 deployed a qa'), [], [linePlace()])).toBeNull();
  });

  it.each<{
    when: string;
    events: string[];
    signOffs: LineSignOff[];
    event: ChangedSince['event'];
  }>([
    {
      when: 'approved after a rejection',
      events: ['9 rejected QA failed', '11 approved Approved', '12 deployed a qa'],
      signOffs: [],
      event: { kind: 'approved', at: at(11), by: 'Quinn', status: 'Approved' },
    },
    {
      when: 'signed off after an approval',
      events: ['11 approved Approved'],
      signOffs: [{ line: 'test', at: at(12), by: 'Cleo', role: 'Client' }],
      event: { kind: 'signed-off', at: at(12), by: 'Cleo', status: 'Client' },
    },
    {
      when: 'signed off at the moment of an approval',
      events: ['11 approved Approved'],
      signOffs: [{ line: 'test', at: '2026-05-01T11:00:00.000Z', by: 'Cleo', role: 'Client' }],
      event: {
        kind: 'signed-off',
        at: '2026-05-01T11:00:00.000Z',
        by: 'Cleo',
        status: 'Client',
      },
    },
    {
      when: 'rejected after a sign-off',
      events: ['13 rejected Client rejected'],
      signOffs: [{ line: 'test', at: at(12), by: 'Cleo', role: 'Client' }],
      event: { kind: 'rejected', at: at(13), by: 'Quinn', status: 'Client rejected' },
    },
  ])('counts from the last word: $when', ({ events, signOffs, event }) => {
    expect(changedSince(told(...events), signOffs, [linePlace()])?.event).toEqual(event);
  });
});
