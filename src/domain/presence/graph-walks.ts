import type { CommitGraph } from '../lines/reachable';

const OLDER = 1;
const NEWER = 2;

/**
 * Answers which positions `newer` reaches and `older` does not, newest first. The graph must hold
 * parents before children; a walk ends where no commit is left that only `newer` reaches.
 */
export function createBetween(graph: CommitGraph): (older: number, newer: number) => number[] {
  const flags = new Uint8Array(graph.shas.length);
  return (older, newer) => {
    const between: number[] = [];
    const touched: number[] = [];
    let pending = 0;
    const mark = (position: number, flag: number): void => {
      const before = flags[position];
      if (before === undefined || (before & flag) === flag) return;
      flags[position] = before | flag;
      pending += Number((before | flag) === NEWER) - Number(before === NEWER);
      touched.push(position);
    };
    mark(older, OLDER);
    mark(newer, NEWER);
    for (let position = Math.max(older, newer); pending > 0; position -= 1) {
      const flag = flags[position] ?? 0;
      if (flag === NEWER) {
        between.push(position);
        pending -= 1;
      }
      for (const parent of flag === 0 ? [] : (graph.parents[position] ?? [])) mark(parent, flag);
    }
    for (const position of touched) flags[position] = 0;
    return between;
  };
}

/** Answers the newest position that two others reach, `-1` when there is none; asked once for each pair. */
export function createMergeBase(graph: CommitGraph): (one: number, other: number) => number {
  const flags = new Uint8Array(graph.shas.length);
  const known = new Map<string, number>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const base = known.get(key) ?? findBase(graph, flags, one, other);
    known.set(key, base);
    return base;
  };
}

function findBase(graph: CommitGraph, flags: Uint8Array, one: number, other: number): number {
  if (one < 0 || other < 0) return -1;
  const mark = (position: number, flag: number): void => {
    if (position !== -1) flags[position] = (flags[position] ?? 0) | flag;
  };
  const upper = Math.max(one, other);
  mark(one, OLDER);
  mark(other, NEWER);
  let position = upper;
  for (; position >= 0 && flags[position] !== (OLDER | NEWER); position -= 1) {
    const flag = flags[position] ?? 0;
    if (flag !== 0) {
      graph.parents[position]?.forEach((parent) => {
        mark(parent, flag);
      });
    }
  }
  flags.fill(0, 0, upper + 1);
  return position;
}

const BOTH = OLDER | NEWER;
const STALE = 4;

/** Whether a flag says that a position may still lead to a base, or be one. */
const isOpen = (flag: number): boolean => flag !== 0 && (flag & STALE) === 0;

/**
 * Answers the common ancestors of two positions that no other one descends from, newest first, as
 * `git merge-base --all` does. The graph must hold parents before children.
 */
export function createMergeBases(graph: CommitGraph): (one: number, other: number) => number[] {
  return (one, other) => {
    const flags = new Map<number, number>();
    const bases: number[] = [];
    let open = 0;
    const mark = (position: number, flag: number): void => {
      const before = flags.get(position) ?? 0;
      flags.set(position, before | flag);
      open += Number(isOpen(before | flag)) - Number(isOpen(before));
    };
    const leave = (position: number, flag: number): void => {
      const isCommon = (flag & BOTH) === BOTH;
      if (isOpen(flag)) open -= 1;
      if (isOpen(flag) && isCommon) bases.push(position);
      for (const parent of graph.parents[position] ?? []) {
        if (parent !== -1) mark(parent, isCommon ? flag | STALE : flag);
      }
    };
    mark(one, OLDER);
    mark(other, NEWER);
    for (let position = Math.max(one, other); position >= 0 && open > 0; position -= 1) {
      const flag = flags.get(position);
      if (flag !== undefined) leave(position, flag);
    }
    return bases;
  };
}
