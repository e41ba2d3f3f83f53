import { joined, type Cells, type MadeCommit } from './change-world';
import {
  any,
  anyBranch,
  BRANCHES,
  commit,
  editsOf,
  hasSameSurroundings,
  headOf,
  mergeBase,
  runBetween,
  type Team,
} from './team-history';

/** Fast-forward, merge, squash, or a merge that keeps only its own side. */
export function merge(team: Team): void {
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
    !cells.some((cell) => isEditedMove(cell, cells)) &&
    hasSameSurroundings(cells, base.cells, ours.cells)
  );
}

/** Git's patch says how much of a moved file stayed as it was, and so differs where the rest of it does. */
const isEditedMove = (cell: string, cells: readonly string[]): boolean =>
  cell.startsWith('moved:') &&
  cells.some((one) => one.startsWith(cell.replace('moved', 'mark') + ':'));

/** A pick that only its title names: no proof leads from a squash to what it was made from. */
const isVouched = ({ change: made, message }: MadeCommit): boolean =>
  made !== null || message.includes('cherry picked');

/** Two branches at once, one after the other as git does it. */
export function octopus(team: Team): void {
  const into = anyBranch(team);
  const [first, second] = BRANCHES.filter((name) => name !== into).map((name) =>
    headOf(team, name),
  );
  const ours = headOf(team, into);
  if (!first || !second) return;
  const base = mergeBase(team, first.at, ours.at);
  const later = mergeBase(team, second.at, ours.at, first.at);
  const isLinear = [ours, first, second].some((one) => one === base || one === later);
  if (!base || !later || isLinear || isConflict(base.cells, ours.cells, first.cells)) return;
  const cells = joined(base.cells, ours.cells, first.cells);
  if (isConflict(later.cells, cells, second.cells)) return;
  commit(team, into, {
    message: `Merge three branches into ${into}\n`,
    cells: joined(later.cells, cells, second.cells),
    parents: [ours.at, first.at, second.at],
  });
}
