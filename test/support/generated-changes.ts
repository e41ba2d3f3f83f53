import { withCells, type MadeCommit } from './change-world';
import { change, empty } from './made-changes';
import { merge, octopus } from './made-merges';
import { isUntouched, pick, pickPart } from './made-picks';
import {
  any,
  anyBranch,
  BRANCHES,
  cellsBefore,
  commit,
  createDraw,
  editsOf,
  hasSameSurroundings,
  headOf,
  isAncestor,
  mergeBase,
  runBetween,
  type MadeChange,
  type Team,
} from './team-history';

/**
 * A history as a team makes it. `%<at>%` in a message is the sha of commit `at`, which is known when
 * git has written it.
 */
export type MadeHistory = {
  commits: MadeCommit[];
  heads: Record<string, number>;
  changes: MadeChange[];
};

export function generateHistory(seed: number): MadeHistory {
  const start = { at: 0, parents: [], message: `Start ${seed}\n`, cells: new Map(), change: null };
  const team: Team = {
    draw: createDraw(seed),
    commits: [start],
    heads: Object.fromEntries(BRANCHES.map((name) => [name, 0])),
    changes: [],
    used: new Set(),
    parts: new Set(),
  };
  const bag = STEPS.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));
  const steps = Array.from({ length: 8 + team.draw(12) }, () => any(team, bag));
  for (const step of steps) step?.(team);
  return team;
}

/** Takes away what a commit of the branch changed: by sha, by title, or without a word. */
function revert(team: Team): void {
  const name = anyBranch(team);
  const head = headOf(team, name);
  const one = any(
    team,
    team.commits.filter((it) => isRevertible(team, it, head)),
  );
  if (!one) return;
  const before = cellsBefore(team, one);
  const cells = [...editsOf(team, one).keys()];
  const title = one.message.split('\n', 1)[0] ?? '';
  const bySha = `Revert "${title}"\n\nThis reverts commit %${one.at}%.\n`;
  const isClean = hasSameSurroundings(cells, one.cells, head.cells);
  const message = any(team, [
    ...[bySha, bySha, bySha],
    ...(title.endsWith('Fix') ? [] : [`Revert "${title}"\n`]),
    ...(isClean ? [`Undo ${team.commits.length}\n`] : []),
  ]);
  const back = new Map(cells.map((cell) => [cell, before.get(cell) ?? null]));
  commit(team, name, { message: message ?? bySha, cells: withCells(head.cells, back) });
}

function isRevertible(team: Team, one: MadeCommit, head: MadeCommit): boolean {
  const edits = [...editsOf(team, one)];
  const isThere = edits.every(([cell, value]) => (head.cells.get(cell) ?? null) === value);
  const isOther = one.message.startsWith('Squash') || team.parts.has(one.at);
  const isOwn = !isOther || !hasOriginals(team, one, head);
  const isHeld = edits.length > 0 && isThere && isAncestor(team, one.at, head.at);
  return one.parents.length === 1 && isOwn && isHeld;
}

/** Whether a branch has what a squash joined, or what a part was taken from, beside it. */
function hasOriginals(team: Team, one: MadeCommit, head: MadeCommit): boolean {
  const cells = editsOf(team, one);
  const isOriginal = (other: MadeCommit): boolean =>
    other.at !== one.at &&
    other.parents.length === 1 &&
    [...editsOf(team, other).keys()].some((cell) => cells.has(cell)) &&
    isAncestor(team, other.at, head.at);
  return team.commits.some(isOriginal);
}

/** Writes the newest commit of a branch again, with other words; the old one stays known. */
function amend(team: Team): void {
  const name = anyBranch(team);
  const old = headOf(team, name);
  const isOwn = old.change !== null || old.message.includes('cherry picked');
  const [parent, ...others] = old.parents;
  if (parent === undefined || others.length > 0 || !isOwn || editsOf(team, old).size === 0) return;
  const [title = '', ...body] = old.message.split('\n');
  const titles = [
    `Amended ${team.commits.length}`,
    title.replace(/^(PAY-\d+) (.*)/, '[$1] $2 (#7)'),
  ];
  const message = [any(team, titles) ?? title, ...body].join('\n');
  team.heads[`old${team.commits.length}`] = old.at;
  team.heads[name] = parent;
  commit(team, name, { message, cells: old.cells });
}

/** Puts the work branch on the main one, commit by commit; the old commits stay known. */
function rebase(team: Team): void {
  const [onto, old] = [headOf(team, 'main'), headOf(team, 'work')];
  const base = mergeBase(team, onto.at, old.at)?.at ?? old.at;
  const run = runBetween(team, base, old.at);
  if (base === onto.at || run.length === 0 || run.some((one) => one.parents.length > 1)) return;
  team.heads[`old${team.commits.length}`] = old.at;
  team.heads.work = onto.at;
  for (const one of run) putAgain(team, one);
}

function putAgain(team: Team, one: MadeCommit): void {
  const head = headOf(team, 'work').cells;
  const edits = editsOf(team, one);
  const isClean = hasSameSurroundings(edits.keys(), cellsBefore(team, one), head);
  const isLinked = isClean || one.message.startsWith('PAY-');
  if (edits.size === 0 || !isLinked || !isUntouched(team, one, head)) return;
  commit(team, 'work', { message: one.message, cells: withCells(head, edits) });
}

const STEPS: readonly [weight: number, step: (team: Team) => void][] = [
  [12, change],
  [1, empty],
  [7, pick],
  [3, pickPart],
  [4, revert],
  [6, merge],
  [1, octopus],
  [1, amend],
  [1, rebase],
];
