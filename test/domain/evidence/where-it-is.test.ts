import type { ChangePresence } from '../../../src/domain/evidence/change-presence';
import { createWhereItIs } from '../../../src/domain/evidence/where-it-is';
import type { KnownDiff } from '../../../src/domain/presence/diff-fact';
import { createGraph } from '../../../src/domain/lines/reachable';
import { commit } from '../../support/builders';
import { knownDiff } from '../../support/change-chain';

const on = (day: number) => `2026-05-0${day}T08:00:00Z`;
const COMMITS = [
  commit({ sha: 'root', committedAt: on(1) }),
  commit({ sha: 'pick', parents: ['root'], committedAt: on(2) }),
  commit({ sha: 'head', parents: ['pick'], committedAt: on(3) }),
  commit({ sha: 'own', parents: ['root'], committedAt: on(4) }),
];
const touches = (path: string) =>
  knownDiff({ paths: [{ path, before: null, after: 'b', mode: null }] });
const DIFFS = new Map([
  ['own', touches('a')],
  ['pick', touches('a')],
  ['head', touches('b')],
]);

const arrivalOf = (presence: ReturnType<ChangePresence['presenceOf']>, diffs = DIFFS) =>
  createWhereItIs({
    graph: createGraph(COMMITS),
    commits: COMMITS,
    refs: [
      ['branch:main', 'head'],
      ['deployed:live', 'head'],
    ],
    diffOf: (sha) => diffs.get(sha),
    presenceOf: () => presence,
  })('own').arrivedAt;

describe('createWhereItIs', () => {
  it.each([
    { state: 'present', by: 'patch', as: 'pick', at: { 'branch:main': on(2) } },
    { state: 'adapted', by: 'title', as: 'head', at: { 'branch:main': on(3) } },
    { state: 'reverted', by: 'revert', as: 'head', at: {} },
    { state: 'unknown', by: null, as: null, at: {} },
  ] as const)('says that what is $state by $by came $at', ({ state, by, as, at }) => {
    expect(arrivalOf({ 'branch:main': { state, by, as } })).toEqual(at);
  });

  it('tells when it came to a branch, not to an environment', () => {
    const found = { state: 'present', by: 'patch', as: 'pick' } as const;

    expect(arrivalOf({ 'deployed:live': found })).toEqual({});
  });

  it.each([
    { when: 'another commit touched its file last', diffs: DIFFS, at: on(2) },
    { when: 'nobody knows who touched it', diffs: new Map<string, KnownDiff>(), at: on(3) },
  ])('dates what the content proves: $when', ({ diffs, at }) => {
    const found = { state: 'present', by: 'content', as: 'head' } as const;

    expect(arrivalOf({ 'branch:main': found }, diffs)).toEqual({ 'branch:main': at });
  });
});
