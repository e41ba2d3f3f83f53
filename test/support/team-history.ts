import { neighbours, type Cells, type MadeCommit } from './change-world';

/** One change of its own: the commit that made it and where it can be seen; nowhere if it is empty. */
export type MadeChange = { at: number; id: string; cells: string[]; hasOwnTitle: boolean };

export type Edits = ReadonlyMap<string, string | null>;
export type Draw = (below: number) => number;

/** A history while it is made. */
export type Team = {
  draw: Draw;
  commits: MadeCommit[];
  heads: Record<string, number>;
  changes: MadeChange[];
  used: Set<string>;
  /** Commits that took a part of another one. */
  parts: Set<number>;
};

export const BRANCHES = ['main', 'dev', 'rel', 'work'];
const NOTHING: Cells = new Map();

/** Mulberry32: small, and the same everywhere. */
export function createDraw(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const any = <Item>({ draw }: Pick<Team, 'draw'>, items: readonly Item[]): Item | undefined =>
  items[draw(Math.max(1, items.length))];

export const anyBranch = (team: Team): string => any(team, BRANCHES) ?? 'main';

export function headOf({ commits, heads }: Team, name: string): MadeCommit {
  const commit = commits[heads[name] ?? 0];
  if (!commit) throw new Error(`no head of ${name}`);
  return commit;
}

type Written = { message: string; cells: Cells; parents?: number[]; change?: string };

/** Puts a commit on a branch. */
export function commit(team: Team, name: string, written: Written): number {
  const at = team.commits.length;
  const parents = written.parents ?? [headOf(team, name).at];
  team.commits.push({ change: null, ...written, at, parents });
  team.heads[name] = at;
  return at;
}

/** The files as they were before a commit, on its first parent's side. */
export const cellsBefore = (team: Team, { parents: [first] }: MadeCommit): Cells =>
  (first === undefined ? undefined : team.commits[first]?.cells) ?? NOTHING;

/** What a commit changed. */
export function editsOf(team: Team, one: MadeCommit): Edits {
  const before = cellsBefore(team, one);
  const cells = [...new Set([...before.keys(), ...one.cells.keys()])];
  const changed = cells.filter((cell) => before.get(cell) !== one.cells.get(cell));
  return new Map(changed.map((cell) => [cell, one.cells.get(cell) ?? null]));
}

export function isAncestor(team: Team, older: number, newer: number): boolean {
  const seen = new Set([newer]);
  for (const at of seen) {
    const parents = (team.commits[at]?.parents ?? []).filter((parent) => parent >= older);
    for (const parent of parents) seen.add(parent);
  }
  return seen.has(older);
}

/** The one best ancestor that the first has in common with any other; `null` when there are several. */
export function mergeBase(team: Team, one: number, ...others: number[]): MadeCommit | null {
  const common = team.commits.filter(
    ({ at }) => isAncestor(team, at, one) && others.some((other) => isAncestor(team, at, other)),
  );
  const best = common.filter(
    ({ at }) => !common.some((it) => it.at !== at && isAncestor(team, at, it.at)),
  );
  return best.length === 1 ? (best[0] ?? null) : null;
}

export const runBetween = (team: Team, base: number, head: number): MadeCommit[] =>
  team.commits.filter(({ at }) => isAncestor(team, at, head) && !isAncestor(team, at, base));

/** Whether the lines around these cells, and the paths of their files, are the same in two trees. */
export const hasSameSurroundings = (cells: Iterable<string>, one: Cells, other: Cells): boolean =>
  [...cells].every(
    (cell) =>
      neighbours(one, cell) === neighbours(other, cell) &&
      pathOf(one, cell) === pathOf(other, cell),
  );

const pathOf = (cells: Cells, cell: string): string | undefined =>
  cell.startsWith('mark:') ? cells.get(`moved:${cell.split(':')[1] ?? ''}`) : undefined;

/** Whether a message says that a change, in whatever form, came along: its title, or what was picked. */
export function isVouchedByMessage(
  { commits }: Pick<Team, 'commits'>,
  { at, cells }: MadeChange,
): boolean {
  const title = commits[at]?.message.split('\n', 1)[0]?.slice('PAY-1'.length) ?? '';
  const isMade = (one: number): boolean =>
    cells.some(
      (cell) =>
        commits[one]?.cells.get(cell) !== commits[commits[one]?.parents[0] ?? -1]?.cells.get(cell),
    );
  return commits.some(({ message }) => {
    const picked = /^\(cherry picked from commit %(\d+)%/m.exec(message);
    const isNamed = message.includes(title) && (picked !== null || /^Change-Id/m.test(message));
    return isNamed || (picked !== null && isMade(Number(picked[1])));
  });
}
