import { joined, withCells, type Cells, type MadeCommit } from './change-world';
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
  type Edits,
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
  };
  const bag = STEPS.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));
  const steps = Array.from({ length: 8 + team.draw(12) }, () => any(team, bag));
  for (const step of steps) step?.(team);
  return team;
}

/** A change of its own: a line, a file moved, taken away, or a binary one. */
function change(team: Team): void {
  const name = anyBranch(team);
  const id = `c${team.commits.length}`;
  const cell = newCell(team, id);
  if (team.used.has(cell)) return;
  team.used.add(cell);
  const isTwin = team.changes.length > 0 && team.draw(8) === 0;
  const title = `PAY-${1 + team.draw(3)} ${isTwin ? 'Fix' : `Make ${id}`}`;
  const number = String(team.commits.length).padStart(40, '0');
  const trailer = team.draw(6) === 0 ? `\nChange-Id: I${number}\n` : '';
  const cells = withCells(headOf(team, name).cells, new Map([[cell, `mark ${id}`]]));
  const at = commit(team, name, { message: `${title}\n${trailer}`, cells, change: id });
  team.changes.push({ at, id, cell, hasOwnTitle: !isTwin });
}

function newCell(team: Team, id: string): string {
  const line = `mark:${team.draw(3)}:${team.draw(5)}:${id}`;
  const gone = `gone:${any(team, ['one', 'two', 'three']) ?? ''}`;
  return (
    any(team, [gone, `moved:${team.draw(3)}`, `binary:${id}`, ...Array<string>(7).fill(line)]) ??
    line
  );
}

/** A commit that a branch has not, and whose change it could take. */
function source(team: Team, head: MadeCommit): MadeCommit | undefined {
  const others = team.commits.filter(
    (one) =>
      one.parents.length === 1 &&
      !isAncestor(team, one.at, head.at) &&
      !one.message.startsWith('Revert "Squash'),
  );
  return any(
    team,
    others.filter((one) => editsOf(team, one).size > 0 && isUntouched(team, one, head.cells)),
  );
}

const isUntouched = (team: Team, one: MadeCommit, onto: Cells): boolean =>
  [...editsOf(team, one).keys()].every(
    (cell) => onto.get(cell) === cellsBefore(team, one).get(cell),
  );

/** With or without `-x`, with another message, or with the conflict resolved in another way. */
function pick(team: Team): void {
  const name = anyBranch(team);
  const head = headOf(team, name);
  const one = source(team, head);
  if (!one) return;
  const isClean = hasSameSurroundings(
    editsOf(team, one).keys(),
    cellsBefore(team, one),
    head.cells,
  );
  const picks = [withTrailer, ...(isClean && one.change !== null ? [rewritten] : [])];
  const hasTitle = isClean || one.message.includes('PAY-');
  const made = any(team, [...picks, ...(hasTitle ? [plain, plain, inOtherForm] : [])])?.(team, one);
  if (made) commit(team, name, { message: made.message, cells: withCells(head.cells, made.edits) });
}

type Pick = (team: Team, one: MadeCommit) => { message: string; edits: Edits };

const withTrailer: Pick = (team, one) => {
  const body = one.message.trimEnd();
  const seam = body.includes('\nChange-Id') ? '\n' : '\n\n';
  const edits = editsOf(team, one);
  return {
    message: `${body}${seam}(cherry picked from commit %${one.at}%)\n`,
    edits: team.draw(3) === 0 ? adapted(edits) : edits,
  };
};

const rewritten: Pick = (team, one) => ({
  message: `Rewritten ${team.commits.length}\n`,
  edits: editsOf(team, one),
});

const plain: Pick = (team, one) => {
  const number = team.draw(2) === 0 ? ` (#${team.commits.length})` : '';
  const message = one.message.replace(/^(PAY-\d+) (.*)/, `$1: $2${number}`);
  return { message, edits: editsOf(team, one) };
};

const inOtherForm: Pick = (team, one) => {
  const { message, edits } = plain(team, one);
  return { message, edits: one.change === null ? edits : adapted(edits) };
};

function adapted(edits: Edits): Edits {
  return new Map(
    [...edits].map(([cell, value]) => [
      cell,
      value !== null && cell.startsWith('mark:') ? `${value} adapted` : value,
    ]),
  );
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
  const isOwn = !one.message.startsWith('Squash') || !hasOriginals(team, one, head);
  const isHeld = edits.length > 0 && isThere && isAncestor(team, one.at, head.at);
  return one.parents.length === 1 && isOwn && isHeld;
}

/** Whether a branch has what a squash joined beside the squash itself. */
function hasOriginals(team: Team, squashed: MadeCommit, head: MadeCommit): boolean {
  const cells = editsOf(team, squashed);
  return team.changes.some(({ at, cell }) => cells.has(cell) && isAncestor(team, at, head.at));
}

/** Fast-forward, merge, squash, or a merge that keeps only its own side. */
function merge(team: Team): void {
  const [into, from] = [anyBranch(team), anyBranch(team)];
  const [ours, theirs] = [headOf(team, into), headOf(team, from)];
  const base = mergeBase(team, ours.at, theirs.at);
  if (!base || base.at === theirs.at || isConflict(base.cells, ours.cells, theirs.cells)) return;
  const cells = joined(base.cells, ours.cells, theirs.cells);
  const message = `Merge branch '${from}' into ${into}\n`;
  const parents = [ours.at, theirs.at];
  const ways: (() => number)[] = [
    () => commit(team, into, { message, cells: ours.cells, parents }),
    () => commit(team, into, { message, cells, parents }),
    () => commit(team, into, { message, cells, parents }),
    () => commit(team, into, { message, cells, parents }),
    ...(base.at === ours.at ? [() => (team.heads[into] = theirs.at)] : []),
    ...(isSquashable(team, base, ours, theirs) ? [() => squash(team, into, cells)] : []),
  ];
  any(team, ways)?.();
}

const squash = (team: Team, into: string, cells: Cells): number =>
  commit(team, into, { message: `Squash ${team.commits.length}\n`, cells });

/** One form of a change here and another there: who merges these decides by hand. */
function isConflict(base: Cells, ours: Cells, theirs: Cells): boolean {
  return [...ours].some(([cell, own]) => {
    const [before, other] = [base.get(cell), theirs.get(cell)];
    return other !== undefined && other !== own && own !== before && other !== before;
  });
}

/** A squash proves its commits where all that they touch stood here as it stood there. */
function isSquashable(team: Team, base: MadeCommit, ours: MadeCommit, theirs: MadeCommit): boolean {
  const run = runBetween(team, base.at, theirs.at);
  const cells = run.flatMap((one) => [...editsOf(team, one).keys()]);
  const isAdded = (cell: string): boolean =>
    theirs.cells.has(cell) && !base.cells.has(cell) && !ours.cells.has(cell);
  return (
    run.length > 1 &&
    run.every((one) => one.parents.length === 1 && isVouched(one)) &&
    cells.every(isAdded) &&
    hasSameSurroundings(cells, base.cells, ours.cells)
  );
}

/** A pick that only its title names: no proof leads from a squash to what it was made from. */
const isVouched = ({ change: made, message }: MadeCommit): boolean =>
  made !== null || message.includes('cherry picked');

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
  [10, change],
  [7, pick],
  [4, revert],
  [6, merge],
  [1, rebase],
];
