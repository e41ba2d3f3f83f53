import { createRandom } from './random';

export type PartedShape = {
  /** Makes one repository differ from the next. */
  seed: number;
  /** Issues that the commits belong to, in turn: PAY-1, PAY-2, … */
  issues: number;
  /** Commits that both lines have, and that `develop` has alone. */
  shared: number;
  ahead: number;
};

/** One commit to be made; marks are counted from 1. */
export type PlannedCommit = {
  branch: 'develop' | 'main';
  mark: number;
  parent: number | null;
  message: string;
  files: readonly (readonly [path: string, content: string])[];
};

export type PartedHistory = {
  commits: PlannedCommit[];
  heads: { develop: number; main: number };
  /** Marks of the commits of `develop` that came together, in one pull request. */
  pulls: { commits: number[]; title: string }[];
};

type Edit = { path: string; line: number; text: string };
type Tree = Map<string, string[]>;

const FILES = 300;
const LINES_OF_A_FILE = 100;
/** Every so many commits one carries no key (about 6 %), is a revert (about 2 %), or travels to `main`. */
const EVERY = { withoutKey: 16, revert: 45, pick: 8, squash: 64, revertOfPick: 101 };
/** Files that a commit changes: half of all change one or two, one in a hundred some dozens. */
const FILES_CHANGED: readonly (readonly [share: number, files: number])[] = [
  [0.36, 1],
  [0.55, 2],
  [0.75, 4],
  [0.9, 8],
  [0.95, 18],
  [0.99, 30],
  [1, 60],
];

/**
 * Two lines that parted: `develop` went on, and `main` got some of it as picks without a trailer, as
 * squashes and with a revert, as real teams do. How many files a commit changes, how many are reverts
 * and how many carry no key is as in large Apache projects.
 */
export function planParted(shape: PartedShape): PartedHistory {
  const history: PartedHistory = { commits: [], heads: { develop: 0, main: 0 }, pulls: [] };
  const work = { shape, history, random: createRandom(shape.seed), tree: firstTree() };
  commit(work, 'develop', 'Begin', [...work.tree.keys()].map(asItIs(work.tree)));
  for (let index = 1; index < shape.shared; index += 1) develop(work, index);
  history.heads.main = history.heads.develop;
  const main: Tree = new Map([...work.tree].map(([path, lines]) => [path, [...lines]]));
  for (let index = 0; index < shape.ahead; index += 1) promote(work, main, index);
  return history;
}

type Work = { shape: PartedShape; history: PartedHistory; random: () => number; tree: Tree };
type Developed = { mark: number; message: string; edits: Edit[]; before: Edit[] };

function promote(work: Work, main: Tree, index: number): void {
  const { shared } = work.shape;
  const made = develop(work, shared + index);
  if (index % EVERY.squash === EVERY.squash - 1) squash(work, main, made);
  if (index % EVERY.pick !== 1) return;
  landOnMain(work, main, made.message, made.edits);
  if (index % EVERY.revertOfPick !== EVERY.pick + 1) return;
  landOnMain(work, main, revertOf(made.message), made.before);
}

/** One more commit of the same issue, and both as one on `main`. */
function squash(work: Work, main: Tree, first: Developed): void {
  const title = `${first.message.split('\n', 1)[0] ?? ''}, the whole of it`;
  const second = develop(work, 0, `${title.split(' ', 1)[0] ?? ''} Second half`);
  landOnMain(work, main, title, [...first.edits, ...second.edits]);
  work.history.pulls.push({ commits: [first.mark, second.mark], title });
}

function develop(work: Work, index: number, message = messageOf(work.shape, index)): Developed {
  const edits = drawEdits(work, `${index} ${work.history.commits.length}`);
  const before = edits.map((edit) => ({
    ...edit,
    text: work.tree.get(edit.path)?.[edit.line] ?? '',
  }));
  const mark = commit(work, 'develop', message, apply(work.tree, edits));
  if (index % EVERY.revert === EVERY.revert - 1) {
    commit(work, 'develop', revertOf(message), apply(work.tree, before));
  }
  return { mark, message, edits, before };
}

function landOnMain(work: Work, main: Tree, message: string, edits: readonly Edit[]): void {
  commit(work, 'main', message, apply(main, edits));
}

const revertOf = (message: string): string => `Revert "${message.split('\n', 1)[0] ?? ''}"\n`;

function messageOf({ seed, issues, ahead }: PartedShape, index: number): string {
  const key = `PAY-${((seed * ahead + index) % issues) + 1}`;
  const title = index % EVERY.withoutKey === 0 ? `Tidy up ${index}` : `${key} Change ${index}`;
  return `${title}\n\nWhy change ${index} was made, in the words that people write.\n`;
}

function drawEdits({ random }: Work, text: string): Edit[] {
  const drawn = random();
  const count = FILES_CHANGED.find(([share]) => drawn < share)?.[1] ?? 1;
  const first = Math.floor(random() * FILES);
  return Array.from({ length: count }, (_, nth) => ({
    path: pathOf((first + nth) % FILES),
    line: Math.floor(random() * LINES_OF_A_FILE),
    text: `as of ${text}`,
  }));
}

function apply(tree: Tree, edits: readonly Edit[]): (readonly [string, string])[] {
  for (const { path, line, text } of edits) tree.get(path)?.splice(line, 1, text);
  return [...new Set(edits.map(({ path }) => path))].map(asItIs(tree));
}

const asItIs =
  (tree: Tree) =>
  (path: string): readonly [string, string] => [path, `${tree.get(path)?.join('\n') ?? ''}\n`];

function commit(
  { history }: Work,
  branch: PlannedCommit['branch'],
  message: string,
  files: PlannedCommit['files'],
): number {
  const mark = history.commits.length + 1;
  const parent = history.heads[branch] === 0 ? null : history.heads[branch];
  history.commits.push({ branch, mark, parent, message, files });
  history.heads[branch] = mark;
  return mark;
}

const pathOf = (file: number): string => `src/module-${file % 10}/file-${file}.txt`;

const firstTree = (): Tree =>
  new Map(
    Array.from({ length: FILES }, (_, file) => [
      pathOf(file),
      Array.from({ length: LINES_OF_A_FILE }, (_, line) => `line ${line} of file ${file}`),
    ]),
  );
