import { NAMES, withCells } from './change-world';
import { any, anyBranch, commit, headOf, type Team } from './team-history';

/** A change of its own: lines, a file moved, taken away, of another mode, or a binary one. */
export function change(team: Team): void {
  const name = anyBranch(team);
  const id = `c${team.commits.length}`;
  const cells = team.draw(4) === 0 ? wideCells(team, id) : [newCell(team, id)];
  if (cells.some((cell) => team.used.has(cell))) return;
  for (const cell of cells) team.used.add(cell);
  const isTwin = team.changes.length > 0 && team.draw(8) === 0;
  const title = `PAY-${1 + team.draw(3)} ${isTwin ? 'Fix' : `Make ${id}`}`;
  const number = String(team.commits.length).padStart(40, '0');
  const trailer = team.draw(6) === 0 ? `\nChange-Id: I${number}\n` : '';
  const made = new Map(cells.map((cell) => [cell, `mark ${cell.split(':')[3] ?? id}`]));
  const message = `${title}\n${trailer}`;
  const at = commit(team, name, {
    ...{ message, cells: withCells(headOf(team, name).cells, made), change: id },
  });
  team.changes.push({ at, id, cells, hasOwnTitle: !isTwin });
}

/** Lines of several files, or of several places of one. */
const wideCells = (team: Team, id: string): string[] =>
  Array.from(
    { length: 2 + team.draw(2) },
    (_, part) => `mark:${team.draw(3)}:${team.draw(5)}:${id}.${part}`,
  );

function newCell(team: Team, id: string): string {
  const name = any(team, NAMES) ?? '';
  const line = `mark:${team.draw(3)}:${team.draw(5)}:${id}`;
  const files = [`gone:${name}`, `mode:${name}`, `image:${name}`, `moved:${team.draw(3)}`];
  return any(team, [...files, `binary:${id}`, ...Array<string>(8).fill(line)]) ?? line;
}

/** A commit without a change, perhaps with the title of another one: an addendum for its key. */
export function empty(team: Team): void {
  const name = anyBranch(team);
  const id = `c${team.commits.length}`;
  const other = team.draw(2) === 0 ? any(team, team.changes) : undefined;
  const message = team.commits[other?.at ?? -1]?.message.split('\n', 1)[0] ?? `PAY-1 Make ${id}`;
  const { cells } = headOf(team, name);
  const at = commit(team, name, { message: `${message}\n`, cells, change: id });
  team.changes.push({ at, id, cells: [], hasOwnTitle: other === undefined });
}
