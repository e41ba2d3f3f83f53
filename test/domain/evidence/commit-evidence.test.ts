import {
  carriesChange,
  toCommitEvidence,
  toMention,
} from '../../../src/domain/evidence/commit-evidence';
import type { DiffFact } from '../../../src/domain/presence/diff-fact';
import { association, commit } from '../../support/builders';
import { knownDiff } from '../../support/change-chain';

const MERGE = commit({ parents: ['a', 'b'] });
const TRAILERS = { isProjectKey: (key: string) => key === 'PAY', issueTrailers: [] };
const NOWHERE = { presence: {}, arrivedAt: {} };

const evidenceOf = (diff: DiffFact | undefined, message = 'PAY-1 Fix login') =>
  toCommitEvidence(commit({ message }), [association()], {
    diff,
    where: NOWHERE,
    trailers: TRAILERS,
  });

describe('carriesChange', () => {
  it.each([
    { when: 'a commit that nobody looked at', one: commit(), diff: undefined, carries: true },
    {
      when: 'a commit whose diff did not come',
      one: commit(),
      diff: { status: 'unread' } as const,
      carries: true,
    },
    { when: 'a commit with a patch', one: commit(), diff: knownDiff(), carries: true },
    {
      when: 'an empty commit',
      one: commit(),
      diff: knownDiff({ patchId: null, paths: [] }),
      carries: false,
    },
    { when: 'a merge', one: MERGE, diff: undefined, carries: false },
    { when: 'a merge that changed something itself', one: MERGE, diff: knownDiff(), carries: true },
  ])('of $when is $carries', ({ one, diff, carries }) => {
    expect(carriesChange(one, diff)).toBe(carries);
  });
});

describe('toCommitEvidence', () => {
  const path = (name: string) => ({ path: name, before: null, after: 'b', mode: null });

  it('names each file once, and a thousand at most', () => {
    const many = Array.from({ length: 1002 }, (_, index) => path(`f${index}`));

    expect(evidenceOf(knownDiff({ paths: [path('a'), path('b'), path('a')] })).paths).toEqual({
      listed: ['a', 'b'],
      omitted: 0,
    });
    const { paths } = evidenceOf(knownDiff({ paths: many }));
    expect(paths === 'unread' || [paths.listed.length, paths.omitted]).toEqual([1000, 2]);
  });

  it.each([undefined, { status: 'unread' } as const])('knows no files of the diff %p', (diff) => {
    expect(evidenceOf(diff).paths).toBe('unread');
  });

  it('knows the files of a diff that did not come where the host told them apart from it', () => {
    expect(evidenceOf({ status: 'unread', paths: [path('a')] }).paths).toEqual({
      listed: ['a'],
      omitted: 0,
    });
  });

  it('keeps what the message declares, and nothing of one that declares nothing', () => {
    expect(evidenceOf(undefined, 'PAY-1 x\n\nRisk: high').trailers).toMatchObject({ risk: 'high' });
    expect(evidenceOf(undefined, 'PAY-1 x\n\nBy hand.').trailers).toBeNull();
  });
});

describe('toMention', () => {
  it('says who wrote what, and nothing of where it is', () => {
    expect(toMention(commit({ sha: 'c1', message: 'See\nPAY-1\n\nBody' }), [])).toEqual({
      sha: 'c1',
      title: 'See PAY-1',
      author: 'Ana Lima',
      authoredAt: '2026-05-01T08:00:00Z',
      isMerge: false,
      associations: [],
    });
  });
});
