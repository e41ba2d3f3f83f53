import { withCells, type Cells, type MadeCommit } from './change-world';
import {
  any,
  anyBranch,
  cellsBefore,
  commit,
  editsOf,
  hasSameSurroundings,
  headOf,
  isAncestor,
  type Edits,
  type Team,
} from './team-history';

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

export const isUntouched = (team: Team, one: MadeCommit, onto: Cells): boolean =>
  [...editsOf(team, one).keys()].every(
    (cell) => onto.get(cell) === cellsBefore(team, one).get(cell),
  );

/** With or without `-x`, with another message, or with the conflict resolved in another way. */
export function pick(team: Team): void {
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

/** Takes some of the files or places of a change: with its title, as a pick, or in other words. */
export function pickPart(team: Team): void {
  const name = anyBranch(team);
  const head = headOf(team, name);
  const wide = team.changes.filter(({ at, cells }) => cells.length > 1 && !isSplit(team, at));
  const one = team.commits[any(team, wide)?.at ?? -1];
  if (!one || isAncestor(team, one.at, head.at) || !isUntouched(team, one, head.cells)) return;
  const edits = [...editsOf(team, one)];
  const part = new Map(edits.slice(0, 1 + team.draw(edits.length - 1)));
  const issue = one.message.slice(0, 'PAY-1'.length);
  const message = any(team, [
    plain(team, one).message,
    withTrailer(team, one).message,
    `${issue} Part of ${team.commits.length}\n`,
    `Part of ${team.commits.length}\n`,
  ]);
  team.used.add(`split ${one.at}`);
  team.parts.add(
    commit(team, name, { message: message ?? '', cells: withCells(head.cells, part) }),
  );
}

const isSplit = (team: Team, at: number): boolean => team.used.has(`split ${at}`);
