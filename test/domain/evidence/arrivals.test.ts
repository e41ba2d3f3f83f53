import { createArrivedAt } from '../../../src/domain/evidence/arrivals';
import { createGraph } from '../../../src/domain/lines/reachable';
import { commit } from '../../support/builders';

const on = (day: number) => `2026-05-0${day}T08:00:00Z`;

/** main: root, own, merge (of side, made before own), newest. */
const COMMITS = [
  commit({ sha: 'root', committedAt: on(1) }),
  commit({ sha: 'side', parents: ['root'], committedAt: on(2) }),
  commit({ sha: 'own', parents: ['root'], committedAt: on(3) }),
  commit({ sha: 'merge', parents: ['own', 'side'], committedAt: on(4) }),
  commit({ sha: 'newest', parents: ['merge'], committedAt: on(5) }),
  commit({ sha: 'elsewhere', parents: ['root'], committedAt: on(6) }),
];
const BY_SHA = new Map(COMMITS.map((one) => [one.sha, one]));

describe('createArrivedAt', () => {
  it.each([
    { sha: 'own', at: on(3) },
    { sha: 'side', at: on(4) },
    { sha: 'merge', at: on(4) },
    { sha: 'root', at: on(1) },
    { sha: 'elsewhere', at: undefined },
    { sha: 'unheard of', at: undefined },
  ])('says that $sha came on $at', ({ sha, at }) => {
    expect(createArrivedAt(createGraph(COMMITS), BY_SHA, 'newest')(sha)).toBe(at);
  });

  it('knows of nothing where the branch was not read', () => {
    expect(createArrivedAt(createGraph(COMMITS), BY_SHA, 'unread')('root')).toBeUndefined();
  });
});
