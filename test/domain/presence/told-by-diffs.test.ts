import type { ChangedPath, KnownDiff } from '../../../src/domain/presence/diff-fact';
import { createRefTrail, surelyOther } from '../../../src/domain/presence/told-by-diffs';
import { knownDiff } from '../../support/change-chain';

type Told = { parents: string[]; diff?: KnownDiff; tree?: string };

const changed = (path: string, before: string | null, after: string | null): ChangedPath => ({
  path,
  before,
  after,
  mode: '100644',
});
const diff = (...paths: ChangedPath[]): KnownDiff => knownDiff({ paths });
const edit = (before: string | null, after: string | null): KnownDiff =>
  diff(changed('login.ts', before, after));

/** Files of `change` that are surely other at `ref`. */
function told(commits: Record<string, Told>): string[] {
  const sources = {
    facts: { treeOf: (sha: string) => commits[sha]?.tree },
    history: {
      find: (sha: string) => {
        const found = commits[sha];
        return found && { sha, parents: found.parents, message: '', committedAt: '' };
      },
    },
    touched: (sha: string) => commits[sha]?.diff,
  };
  return surelyOther(sources, 'change', createRefTrail(sources, 'ref'));
}

describe('surelyOther', () => {
  it.each<{ when: string; commits: Record<string, Told>; files: string[] }>([
    {
      when: 'the change alone touched the file since both parted',
      commits: { change: { parents: ['ref'], diff: edit('b0', 'b1') } },
      files: ['login.ts'],
    },
    {
      when: 'it alone did, and the host does not tell what became of it',
      commits: { change: { parents: ['ref'], diff: edit('unread', 'unread') } },
      files: ['login.ts'],
    },
    {
      when: 'a commit before the change began with another content',
      commits: {
        change: { parents: ['first'], diff: edit('b1', 'b2') },
        first: { parents: ['ref'], diff: edit('b0', 'b1') },
      },
      files: ['login.ts'],
    },
    {
      when: 'the change restored what the ref has',
      commits: {
        change: { parents: ['first'], diff: edit('b1', 'b0') },
        first: { parents: ['ref'], diff: edit('b0', 'b1') },
      },
      files: [],
    },
    {
      when: 'it may have restored it: nobody tells the contents',
      commits: {
        change: { parents: ['first'], diff: edit('unread', 'unread') },
        first: { parents: ['ref'], diff: edit('unread', 'unread') },
      },
      files: [],
    },
    {
      when: 'the ids are cut to different lengths',
      commits: {
        change: { parents: ['first'], diff: edit('b1', 'abcdef0') },
        first: { parents: ['ref'], diff: edit('abcdef01234', 'b1') },
      },
      files: [],
    },
    {
      when: 'the file was not there when both parted',
      commits: {
        change: { parents: ['first'], diff: edit('b1', 'unread') },
        first: { parents: ['ref'], diff: edit(null, 'b1') },
      },
      files: ['login.ts'],
    },
    {
      when: 'the ref got the same content by a commit of its own',
      commits: {
        change: { parents: ['base'], diff: edit('b0', 'b1') },
        ref: { parents: ['base'], diff: edit('b0', 'b1') },
      },
      files: [],
    },
    {
      when: 'the ref got another content, in its newest commit of the file',
      commits: {
        change: { parents: ['base'], diff: edit('b0', 'b1') },
        ref: { parents: ['before'], diff: edit('b1', 'b2') },
        before: { parents: ['base'], diff: edit('b0', 'b1') },
      },
      files: ['login.ts'],
    },
    {
      when: 'a diff between the change and the ref was not read',
      commits: {
        change: { parents: ['first'], diff: edit('b0', 'b1') },
        first: { parents: ['ref'] },
      },
      files: [],
    },
    {
      when: 'a merge with a tree of its own lies between',
      commits: {
        change: { parents: ['merge'], diff: edit('b0', 'b1') },
        merge: { parents: ['ref', 'side'], tree: 't1' },
        ref: { parents: [], tree: 't2' },
        side: { parents: [], tree: 't3' },
      },
      files: [],
    },
    {
      when: 'the ref is a merge that has the tree of what it merged',
      commits: {
        change: { parents: ['side'], diff: edit('b0', 'b1') },
        ref: { parents: ['old', 'side'], tree: 't1' },
        side: { parents: [], tree: 't1' },
        old: { parents: [], tree: 't0' },
      },
      files: ['login.ts'],
    },
    {
      when: 'only one of two files is told',
      commits: {
        change: {
          parents: ['first'],
          diff: diff(changed('a.ts', 'a1', 'a0'), changed('b.ts', 'b0', 'b1')),
        },
        first: { parents: ['ref'], diff: diff(changed('a.ts', 'a0', 'a1')) },
      },
      files: ['b.ts'],
    },
  ])('says $files when $when', ({ commits, files }) => {
    expect(told(commits)).toEqual(files);
  });
});
