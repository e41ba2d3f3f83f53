/**
 * A world of changes whose outcome is known: each change leaves a mark of its own in the files, so
 * whether it is in a tree can be read from the tree. Merges join marks as git joins lines.
 */
export type Cells = ReadonlyMap<string, string>;
export type Mark = { cell: string; adaptedCell?: string };

export type MadeCommit = {
  at: number;
  parents: number[];
  message: string;
  cells: Cells;
  /** The change that the commit made first; picks and reverts carry another's. */
  change: string | null;
};

const SLOTS = 5;
export const FILES = ['alpha.txt', 'src/beta file.txt', 'gämma/ü.txt'];
const GAP = Array.from({ length: 7 }, (_, line) => `gap ${line}`);

/**
 * Cells: `mark:<file>:<slot>:<id>` a line, `gone:<file>`, `moved:<file>`, `binary:<id>` a new binary
 * file, `image:<file>` another content of one, `mode:<file>` one that may be run.
 */
export const marksOf = (cells: Cells): string[] => [...cells.keys()];
export const NAMES = ['one', 'two', 'three'];

/** The files of a tree by their path. */
export function filesOf(cells: Cells): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  FILES.forEach((path, file) => {
    const moved = cells.get(`moved:${file}`);
    files.set(moved ?? path, Buffer.from(textOf(cells, file)));
  });
  for (const name of NAMES) {
    files.set(`tool/${name}.sh`, Buffer.from(`echo ${name}\n`));
    files.set(`bin/${name}.png`, Buffer.from(`\0${cells.get(`image:${name}`) ?? name}`));
    if (!cells.has(`gone:${name}`)) {
      files.set(`old/${name}.txt`, Buffer.from(`${name}\n${GAP.join('\n')}\n`));
    }
  }
  for (const [cell, content] of cells) {
    if (cell.startsWith('binary:')) {
      files.set(`bin/${cell.slice(7)}.dat`, Buffer.from(`\0${content}`));
    }
  }
  return files;
}

/** The mode of a file in a tree. */
export const modeOf = (cells: Cells, path: string): string =>
  NAMES.some((name) => path === `tool/${name}.sh` && cells.has(`mode:${name}`))
    ? '100755'
    : '100644';

function textOf(cells: Cells, file: number): string {
  const marks = [...cells].filter(([cell]) => cell.startsWith(`mark:${file}:`));
  const slots = Array.from({ length: SLOTS }, (_, slot) => {
    const own = marks
      .filter(([cell]) => cell.startsWith(`mark:${file}:${slot}:`))
      .map(([, text]) => text);
    return [...GAP.map((line) => `${file} ${slot} ${line}`), ...own.toSorted()];
  });
  return `${[...slots.flat(), `${file} end`].join('\n')}\n`;
}

/** What surrounds a line: the other marks of its slot. */
export const neighbours = (cells: Cells, cell: string): string =>
  [...cells]
    .filter(
      ([other]) =>
        other !== cell &&
        other.split(':').slice(0, 3).join(':') === cell.split(':').slice(0, 3).join(':'),
    )
    .map(([, text]) => text)
    .toSorted()
    .join();

export function joined(base: Cells, ours: Cells, theirs: Cells): Cells {
  const keys = new Set([...ours.keys(), ...theirs.keys(), ...base.keys()]);
  const result = new Map<string, string>();
  for (const key of keys) {
    const [before, own, other] = [base.get(key), ours.get(key), theirs.get(key)];
    const value = own === before ? other : own;
    if (value !== undefined) result.set(key, value);
  }
  return result;
}

export function withCells(cells: Cells, edits: ReadonlyMap<string, string | null>): Cells {
  const after = new Map(cells);
  for (const [cell, value] of edits) {
    if (value === null) after.delete(cell);
    else after.set(cell, value);
  }
  return after;
}
