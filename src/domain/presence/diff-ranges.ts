import type { Commit } from '../commit';
import { oldestFirst } from '../lines/oldest-first';
import { createGraph, type CommitGraph } from '../lines/reachable';

type Node = Pick<Commit, 'sha' | 'parents' | 'committedAt'>;

/** Wanted commits, oldest first, each in git's `base..head`; without a base it is `head` alone, a root. */
export type DiffRange<C> = { base: string | null; head: string; commits: C[] };

export type DiffRangesAsk<C extends Node> = {
  commits: readonly C[];
  wanted: Iterable<string>;
  /** Heads to begin at; what none of them reaches is found all the same. */
  refs: readonly string[];
  /** How many commits without merges a range may hold, wanted or not. */
  perQuestion: number;
};

/** A range may hold as many commits that nobody wants as wanted ones, and these few in any case. */
const FEW_OTHERS = 10;

/**
 * Questions that ask for each wanted commit once, few of them and with few others in them.
 *
 * Along the first parents of a head each commit adds itself, or, a merge, all that it brought; a
 * range is some of these steps in a row, so ranges of one head are disjoint. A merge that brought
 * too much, or too much that nobody wants, is gone through along its other parents.
 */
export function planDiffRanges<C extends Node>(ask: DiffRangesAsk<C>): DiffRange<C>[] {
  const ordered = oldestFirst(ask.commits);
  const graph = createGraph(ordered);
  const positions = [...new Set(ask.wanted)].map((sha) => graph.positionOf.get(sha) ?? -1);
  const changes = positions.filter((position) => (ordered[position]?.parents.length ?? 2) < 2);
  const isRoot = (position: number): boolean => ordered[position]?.parents.length === 0;
  const open = new Set(changes.filter((position) => !isRoot(position)).sort((a, b) => b - a));
  const plan: Plan = { graph, open, perQuestion: ask.perQuestion, runs: [] };
  const heads = ask.refs.map((ref) => graph.positionOf.get(ref) ?? -1);
  for (const head of heads.filter((one) => one !== -1)) cover(plan, head);
  for (const head of open) cover(plan, head);
  const at = (position: number): C[] => ordered.slice(position, position + 1);
  const shaAt = (position: number): string => graph.shas[position] ?? '';
  return [
    ...changes.filter(isRoot).map((root) => ({ base: null, head: shaAt(root), commits: at(root) })),
    ...plan.runs.map(({ first, last, wanted }) => ({
      base: graph.parentShas[first]?.[0] ?? null,
      head: shaAt(last),
      commits: wanted.toSorted((a, b) => a - b).flatMap(at),
    })),
  ];
}

/** Steps in a row, by the positions of its first and its last; `between` counts what nobody wants since the last. */
type Run = { first: number; last: number; wanted: number[]; others: number; between: number };
type Plan = { graph: CommitGraph; open: Set<number>; perQuestion: number; runs: Run[] };

/** What one commit adds to its first parent; `isWhole` unless it goes on where nobody has read. */
type Step = { position: number; wanted: number[]; others: number; isWhole: boolean };

/** Asks for all wanted commits that a head reaches. */
function cover(plan: Plan, start: number): void {
  const heads = new Set([start]);
  for (const head of heads) {
    if (plan.open.size === 0) return;
    for (const parent of coverAlong(plan, stepsTo(plan, head))) heads.add(parent);
  }
}

/** Asks for what runs hold; answers with the other parents of the merges that are left to go through. */
function coverAlong(plan: Plan, steps: readonly Step[]): number[] {
  const runs = runsOf(plan, steps);
  plan.runs.push(...runs);
  for (const position of runs.flatMap(({ wanted }) => wanted)) plan.open.delete(position);
  return steps
    .filter(({ wanted }) => wanted.some((one) => plan.open.has(one)))
    .flatMap(({ position }) => plan.graph.parents[position]?.slice(1) ?? [])
    .filter((parent) => parent !== -1);
}

/** Oldest first. */
function stepsTo(plan: Plan, head: number): Step[] {
  const chain: number[] = [];
  for (let at = head; at !== -1; at = plan.graph.parents[at]?.[0] ?? -1) chain.push(at);
  const seen = new Uint8Array(plan.graph.shas.length);
  return chain.toReversed().map((position) => takeStep(plan, position, seen));
}

function takeStep({ graph, open }: Plan, position: number, seen: Uint8Array): Step {
  const taken = [position];
  seen[position] = 1;
  for (const one of taken) {
    const next = (graph.parents[one] ?? []).filter((parent) => seen[parent] === 0);
    for (const parent of next) seen[parent] = 1;
    taken.push(...new Set(next));
  }
  const isChange = (one: number): boolean => (graph.parents[one]?.length ?? 0) < 2;
  // Behind a first commit alone lies its base, read or not.
  const isWhole = taken.length === 1 && isChange(position);
  return {
    position,
    wanted: taken.filter((one) => open.has(one)),
    others: taken.filter((one) => isChange(one) && !open.has(one)).length,
    isWhole: isWhole || taken.every((one) => graph.parents[one]?.includes(-1) === false),
  };
}

function runsOf(plan: Plan, steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  let last: Run | null = null;
  for (const step of steps) {
    const run: Run | null = goOn(plan, last, step);
    if (run !== null && run !== last) runs.push(run);
    last = run;
  }
  return runs;
}

/** The run with one more step, a new one, or none: such a step is gone through by itself. */
function goOn(plan: Plan, run: Run | null, step: Step): Run | null {
  if (!step.isWhole) return null;
  if (step.wanted.length === 0) {
    return run && Object.assign(run, { between: run.between + step.others });
  }
  const longer = run && joined(run, step);
  return longer && isFit(plan, longer) ? Object.assign(run, longer) : startRun(plan, step);
}

function startRun(plan: Plan, { position, wanted, others }: Step): Run | null {
  const run = { first: position, last: position, wanted, others, between: 0 };
  return isFit(plan, run) ? run : null;
}

const joined = (run: Run, step: Step): Run => ({
  first: run.first,
  last: step.position,
  wanted: [...run.wanted, ...step.wanted],
  others: run.others + run.between + step.others,
  between: 0,
});

const isFit = ({ perQuestion }: Plan, { wanted, others }: Run): boolean =>
  wanted.length + others <= Math.max(1, perQuestion) &&
  others <= Math.max(FEW_OTHERS, wanted.length);
