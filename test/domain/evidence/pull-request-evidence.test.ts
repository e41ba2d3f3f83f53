import { toPullRequestEvidence } from '../../../src/domain/evidence/pull-request-evidence';
import type { PullRequest } from '../../../src/domain/pull-request';
import { commit, pullRequest } from '../../support/builders';

/** By number, the issues of each. */
const ISSUES: Record<number, string[]> = { 1: ['PAY-1'], 2: ['PAY-3', 'PAY-1', 'PAY-2'], 3: [] };

const evidenceOf = (one: PullRequest, others: PullRequest[] = [], onRef: string[] = []) =>
  toPullRequestEvidence(one, 'PAY-1', {
    pullRequests: [one, ...others],
    lineBranches: ['develop'],
    isProjectKey: (key) => key === 'PAY',
    issueTrailers: [],
    issuesOf: ({ number }) => new Set(ISSUES[number]),
    isOnRef: (sha) => onRef.includes(sha),
  });

describe('toPullRequestEvidence', () => {
  it('names the other issues that it holds commits of', () => {
    expect(evidenceOf(pullRequest({ number: 2 })).sharedWith).toEqual(['PAY-2', 'PAY-3']);
    expect(evidenceOf(pullRequest({ number: 1 })).sharedWith).toEqual([]);
  });

  it.each<{ when: string; base: string; below: Partial<PullRequest>; stackedOn: string[] }>([
    {
      when: 'its base is the other one’s head',
      base: 'one',
      below: { headBranch: 'one' },
      stackedOn: ['PAY-2', 'PAY-3'],
    },
    { when: 'its base is another', base: 'two', below: { headBranch: 'one' }, stackedOn: [] },
    {
      when: 'the other one was given up',
      base: 'one',
      below: { headBranch: 'one', state: 'closed' },
      stackedOn: [],
    },
    {
      when: 'the other one promotes a line',
      base: 'develop',
      below: { headBranch: 'develop' },
      stackedOn: [],
    },
  ])('stands on $stackedOn when $when', ({ base, below, stackedOn }) => {
    const one = pullRequest({ number: 1, baseBranch: base });

    expect(evidenceOf(one, [pullRequest({ number: 2, ...below })]).stackedOn).toEqual(stackedOn);
  });

  const inner = commit({ sha: 'i1', message: 'Part\n\nRisk: high\nFeature-Flag: new' });
  it.each<{ state: PullRequest['state']; onRef: string[]; told: object }>([
    { state: 'merged', onRef: [], told: { risk: 'high', featureFlags: ['old', 'new'] } },
    { state: 'merged', onRef: ['i1'], told: { risk: 'low', featureFlags: ['old'] } },
    { state: 'open', onRef: [], told: { risk: 'low', featureFlags: ['old'] } },
  ])('tells what $state ones declare when $onRef is on a ref: $told', ({ state, onRef, told }) => {
    const body = 'Words.\n\nRisk: low\nFeature-Flag: old';

    const one = pullRequest({ state, body, commits: [inner] });

    expect(evidenceOf(one, [], onRef).trailers).toMatchObject(told);
  });

  it('keeps neither description nor commits', () => {
    const evidence = evidenceOf(pullRequest({ body: 'Words.', commits: [inner] }));

    expect(evidence).not.toHaveProperty('body');
    expect(evidence).not.toHaveProperty('commits');
    expect(evidence.trailers).toBeNull();
  });
});
