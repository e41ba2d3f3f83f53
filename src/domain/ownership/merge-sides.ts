import type { Commit } from '../commit';
import { oldestFirst } from '../lines/oldest-first';
import { createGraph, type CommitGraph } from '../lines/reachable';
import { parseMergeMessage } from './merge-message';

type MergeCommit = Pick<Commit, 'sha' | 'parents' | 'committedAt' | 'message'>;

const FIRST_SIDE = 1;
const OTHER_SIDE = 2;

/**
 * For each commit that came in through a merge, the merge that brought it in first: the oldest one
 * that reaches it from another parent than the first, and not from the first.
 *
 * Only merges whose message names a branch or a pull request count. The first-parent history of
 * `lineHeads` was made on a line and never came in, although a merge of a working branch into
 * another line may carry it along. A merge whose first parent was not read tells nothing.
 */
export function broughtInBy(
  commits: readonly MergeCommit[],
  lineHeads: readonly string[] = [],
): Map<string, string> {
  const ordered = oldestFirst(commits);
  const graph = createGraph(ordered);
  const onLines = new Set(lineHeads.flatMap((head) => firstParents(graph, head)));
  const bringers = new Map<string, string>();
  const sides = createSides(graph);
  for (const { sha } of ordered.filter(namesABranch)) {
    const brought = sides(sha).filter((one) => !bringers.has(one) && !onLines.has(one));
    for (const one of brought) bringers.set(one, sha);
  }
  return bringers;
}

const namesABranch = ({ parents, message }: MergeCommit): boolean =>
  parents.length > 1 && parseMergeMessage(message) !== null;

/** A commit and the first parents behind it, newest first. */
export function firstParents(graph: CommitGraph, sha: string, limit = Infinity): string[] {
  const chain: string[] = [];
  let position = graph.positionOf.get(sha) ?? -1;
  while (position !== -1 && chain.length < limit) {
    chain.push(graph.shas[position] ?? '');
    position = graph.parents[position]?.[0] ?? -1;
  }
  return chain;
}

/**
 * Answers which commits a merge brought in, newest first. The graph must hold parents before
 * children: a walk down its positions meets every commit after all its children, and ends as soon
 * as no commit is left that only the other side reaches.
 */
export function createSides(graph: CommitGraph): (mergeSha: string) => string[] {
  const flags = new Uint8Array(graph.shas.length);
  const parentsAt = (position: number): readonly number[] => graph.parents[position] ?? [];
  return (mergeSha) => {
    const [first = -1, ...others] = parentsAt(graph.positionOf.get(mergeSha) ?? -1);
    if (first === -1) return [];
    const walk = createWalk(flags);
    walk.mark([first], FIRST_SIDE);
    walk.mark(others, OTHER_SIDE);
    const side: number[] = [];
    for (let position = Math.max(first, ...others); walk.isOpen(); position -= 1) {
      const flag = walk.visit(position);
      if (flag !== 0) walk.mark(parentsAt(position), flag);
      if (flag === OTHER_SIDE) side.push(position);
    }
    walk.close();
    return side.map((position) => graph.shas[position] ?? '');
  };
}

type Walk = {
  mark: (positions: readonly number[], flag: number) => void;
  /** The flags of a position, which is done from now on. */
  visit: (position: number) => number;
  /** Whether a commit is left that only the other side reaches. */
  isOpen: () => boolean;
  close: () => void;
};

function createWalk(flags: Uint8Array): Walk {
  const marked: number[] = [];
  let pending = 0;
  const markOne = (position: number, flag: number): void => {
    const before = flags[position];
    if (before === undefined) return;
    flags[position] = before | flag;
    pending += Number((before | flag) === OTHER_SIDE) - Number(before === OTHER_SIDE);
    marked.push(position);
  };
  return {
    mark: (positions, flag) => {
      for (const position of positions) markOne(position, flag);
    },
    visit: (position) => {
      const flag = flags[position] ?? 0;
      pending -= Number(flag === OTHER_SIDE);
      return flag;
    },
    isOpen: () => pending > 0,
    close: () => {
      for (const position of marked) flags[position] = 0;
    },
  };
}
