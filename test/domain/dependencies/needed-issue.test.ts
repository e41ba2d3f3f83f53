import type { EdgeSource } from '../../../src/domain/dependencies/edge';
import { isToCome, statusFacts } from '../../../src/domain/dependencies/needed-issue';
import type { PresenceState } from '../../../src/domain/lines/line-state';
import { edgeSource, neededIssue } from '../../support/edges';

const URL = 'https://host.example/pull/12';
const shared = edgeSource({ kind: 'shared-pull-request', url: URL });

const counted = (
  changes: { state: PresenceState; pullRequestUrls: string[] }[],
  sources: EdgeSource[],
): number[] => {
  const { total, present, unknown } = statusFacts(
    neededIssue({ changes }),
    sources,
    'prod',
  ).changes;
  return [total, present, unknown];
};

describe('statusFacts', () => {
  it('counts changes as they are or adapted, and what nobody knows', () => {
    const states = ['present', 'adapted', 'absent', 'reverted', 'unknown'] as const;
    const changes = states.map((state) => ({ state, pullRequestUrls: [] }));

    expect(counted(changes, [edgeSource()])).toEqual([5, 2, 1]);
  });

  it.each<{ when: string; sources: EdgeSource[]; inPullRequest: boolean; expected: number[] }>([
    {
      when: 'only the pull request is shared',
      sources: [shared],
      inPullRequest: true,
      expected: [1, 1, 0],
    },
    {
      when: 'nobody knows which changes the pull request has',
      sources: [shared],
      inPullRequest: false,
      expected: [2, 1, 0],
    },
    {
      when: 'there is a link besides',
      sources: [shared, edgeSource()],
      inPullRequest: true,
      expected: [2, 1, 0],
    },
    {
      when: 'the pull request has no address',
      sources: [edgeSource({ kind: 'shared-pull-request', url: null })],
      inPullRequest: true,
      expected: [2, 1, 0],
    },
  ])('counts $expected when $when', ({ sources, inPullRequest, expected }) => {
    const changes = [
      { state: 'present' as const, pullRequestUrls: inPullRequest ? [URL] : [] },
      { state: 'absent' as const, pullRequestUrls: [] },
    ];

    expect(counted(changes, sources)).toEqual(expected);
  });

  it('counts apart what comes along, because the issue itself owns it too', () => {
    const ours = { pullRequestUrls: [], isOwnedByRoot: true };
    const changes = [
      { ...ours, state: 'present' as const },
      { ...ours, state: 'absent' as const },
      { ...ours, state: 'unknown' as const },
      { state: 'absent' as const, pullRequestUrls: [], isOwnedByRoot: false },
    ];

    const { changes: found } = statusFacts(neededIssue({ changes }), [edgeSource()], 'prod');

    expect(found).toEqual({ total: 4, present: 1, along: 2, unknown: 0 });
  });

  it.each(['hidden', 'unknown-issue'] as const)('knows nothing of one that is %s', (visibility) => {
    expect(statusFacts({ visibility }, [], 'prod')).toEqual({
      visibility,
      target: 'prod',
      category: 'unknown',
      changes: { total: 0, present: 0, along: 0, unknown: 0 },
      isComplete: false,
      isInBundle: false,
      mayTravel: false,
    });
  });
});

describe('isToCome', () => {
  it.each<[PresenceState[], boolean]>([
    [[], false],
    [['present', 'adapted'], false],
    [['present', 'absent'], true],
    [['reverted'], true],
    [['unknown'], true],
  ])('with changes %j is %s', (states, expected) => {
    const changes = states.map((state) => ({ state, pullRequestUrls: [] }));

    expect(isToCome(neededIssue({ changes }))).toBe(expected);
  });

  it('is false for one that is hidden', () => {
    expect(isToCome({ visibility: 'hidden' })).toBe(false);
  });
});
