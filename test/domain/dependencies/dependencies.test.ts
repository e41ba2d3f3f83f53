import fc from 'fast-check';

import {
  dependencies,
  HIDDEN_ISSUE,
  type DependenciesInput,
} from '../../../src/domain/dependencies/dependencies';
import type { Dependencies, Edge } from '../../../src/domain/dependencies/edge';
import type { NeededIssue } from '../../../src/domain/dependencies/needed-issue';
import { edges, edgesFrom, neededIssue } from '../../support/edges';

const THERE = neededIssue({ changes: [{ state: 'present', pullRequestUrls: [] }] });

function dependenciesOf(
  all: readonly Edge[],
  needed: Record<string, NeededIssue> = {},
  more: Partial<DependenciesInput> = {},
): Dependencies {
  return dependencies({
    root: 'PAY-1',
    target: 'prod',
    edgesOf: edgesFrom(all),
    neededIssue: (key) => needed[key] ?? neededIssue(),
    ...more,
  });
}

const told = ({ edges: found }: Dependencies): string[] =>
  found.map(({ key, neededBy, status }) => `${neededBy ?? '?'} > ${key ?? '?'} ${status}`);

describe('dependencies', () => {
  it('judges all that is needed, also in turn', () => {
    const found = dependenciesOf(
      edges('PAY-1 > PAY-2', 'PAY-1 > PAY-3', 'PAY-3 > PAY-4', 'PAY-3 > PAY-5'),
      {
        'PAY-2': THERE,
        'PAY-3': neededIssue({ isInBundle: true }),
        'PAY-5': { visibility: 'unknown-issue' },
      },
    );

    expect(told(found)).toEqual([
      'PAY-1 > PAY-2 satisfied',
      'PAY-1 > PAY-3 in-bundle',
      'PAY-3 > PAY-4 missing',
      'PAY-3 > PAY-5 unresolved',
    ]);
    expect(found.order).toEqual(['PAY-4', 'PAY-3', 'PAY-1']);
    expect([found.cycles, found.conflicts]).toEqual([[], []]);
  });

  it('tells what a person may know of one that is needed', () => {
    const all = edges('PAY-1 > PAY-2');
    const url = 'https://acme.example/browse/PAY-2';

    const { edges: found } = dependenciesOf(all, { 'PAY-2': neededIssue({ url }) });

    expect(found).toEqual([
      {
        key: 'PAY-2',
        summary: 'Needed',
        issueStatus: { name: 'In Progress', category: 'in-progress' },
        status: 'missing',
        why: '1 of 1 change is not on prod, and it does not travel along',
        sources: [{ kind: 'jira-link', text: 'PAY-1 > PAY-2', url: null, isBlocking: false }],
        neededBy: 'PAY-1',
        hasChanges: true,
        url,
      },
    ]);
  });

  it('needs nothing when nothing says so', () => {
    expect(dependenciesOf([])).toEqual({
      edges: [],
      cycles: [],
      conflicts: [],
      order: ['PAY-1'],
    });
  });

  it('keeps the order through an issue that is there already', () => {
    const found = dependenciesOf(edges('PAY-1 > PAY-9', 'PAY-9 > PAY-5'), { 'PAY-9': THERE });

    expect(found.order).toEqual(['PAY-5', 'PAY-1']);
  });

  it('names the cycles that the issue is in, and no others', () => {
    const all = edges('PAY-1 > PAY-2', 'PAY-2 > PAY-1', 'PAY-2 > PAY-3', 'PAY-3 > PAY-4');

    const found = dependenciesOf([...all, ...edges('PAY-4 > PAY-3')]);

    expect(found.cycles).toEqual([['PAY-1', 'PAY-2']]);
    expect(found.order).toEqual(['PAY-3', 'PAY-4', 'PAY-1', 'PAY-2']);
    expect(told(found)).not.toContain('PAY-2 > PAY-1 missing');
  });

  it('takes opposite directions as a conflict, and as a cycle too', () => {
    const found = dependenciesOf(edges('PAY-1 > PAY-2', 'PAY-2 > PAY-1 by trailer'));

    expect(found.conflicts).toEqual([
      {
        one: 'PAY-1',
        other: 'PAY-2',
        sources: [
          { kind: 'jira-link', text: 'PAY-1 > PAY-2', url: null, isBlocking: false },
          { kind: 'trailer', text: 'PAY-2 > PAY-1 by trailer', url: null, isBlocking: false },
        ],
      },
    ]);
    expect(found.cycles).toEqual([['PAY-1', 'PAY-2']]);
  });

  it('names who shares a pull request once, without a cycle or a conflict', () => {
    const pairs = ['PAY-1 > PAY-2', 'PAY-2 > PAY-1', 'PAY-2 > PAY-3', 'PAY-3 > PAY-2'];

    const found = dependenciesOf(
      edges(...pairs.map((pair) => `${pair} by shared-pull-request`), 'PAY-1 > LED-1'),
    );

    expect(told(found)).toEqual([
      'PAY-1 > LED-1 missing',
      'PAY-1 > PAY-2 missing',
      'PAY-2 > PAY-3 missing',
    ]);
    expect([found.cycles, found.conflicts]).toEqual([[], []]);
    expect(found.order).toEqual(['LED-1', 'PAY-1', 'PAY-2', 'PAY-3']);
  });

  it('leaves issues unresolved that it did not look at', () => {
    const found = dependenciesOf(
      edges('PAY-1 > PAY-2', 'PAY-2 > PAY-3', 'PAY-3 > PAY-4'),
      { 'PAY-3': THERE },
      { limit: 2 },
    );

    expect(told(found)).toEqual(['PAY-1 > PAY-2 missing', 'PAY-2 > PAY-3 unresolved']);
    expect(found.edges[1]?.why).toBe('it was not looked at: more than 2 issues hang together');
  });

  it('is the same for every order of the input', () => {
    const all = edges(
      'PAY-1 > PAY-10',
      'PAY-1 > PAY-2 by trailer',
      'PAY-1 > PAY-2 by pull-request',
      'PAY-10 > PAY-1 by stacked-pull-request',
      'PAY-2 > LED-1',
      'LED-1 > PAY-2',
      'LED-1 > PAY-3 by shared-pull-request',
    );
    const expected = dependenciesOf(all);

    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(dependenciesOf(shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('dependencies, of an issue that the viewer may not see', () => {
  const hidden = { 'SEC-9': { visibility: 'hidden' } } as const;

  it.each([
    ['jira-link', 'a link in Jira'],
    ['trailer', 'a Depends-On trailer of a commit'],
    ['pull-request', 'a Depends-On trailer of a pull request'],
    ['sub-task', 'a sub-task in Jira'],
    ['shared-pull-request', 'a shared pull request'],
    ['stacked-pull-request', 'a stacked pull request'],
  ] as const)('tell only that it exists: %s', (kind, text) => {
    const { edges: found } = dependenciesOf(edges(`PAY-1 > SEC-9 by ${kind}`), hidden);

    expect(found).toEqual([
      {
        key: null,
        summary: null,
        issueStatus: null,
        status: 'hidden',
        why: 'you may not see it',
        sources: [{ kind, text, url: null, isBlocking: false }],
        neededBy: null,
        hasChanges: false,
        url: null,
      },
    ]);
  });

  it('never name it, and do not look behind it', () => {
    const said = edges('PAY-1 > SEC-9', 'SEC-9 > PAY-1 by trailer', 'PAY-1 > PAY-2');
    const edgesOf = (key: string): Edge[] =>
      key === 'PAY-1' ? said : key === 'SEC-9' ? edges('SEC-9 > SEC-10') : [];

    const found = dependenciesOf([], hidden, { edgesOf });

    expect(JSON.stringify(found)).not.toContain('SEC');
    expect(told(found)).toEqual(['PAY-1 > PAY-2 missing', '? > ? hidden']);
    expect(found.cycles).toEqual([['PAY-1', HIDDEN_ISSUE]]);
    expect(found.conflicts.map(({ one, other }) => [one, other])).toEqual([
      ['PAY-1', HIDDEN_ISSUE],
    ]);
    expect(found.order).toEqual(['PAY-2', 'PAY-1']);
  });
});
