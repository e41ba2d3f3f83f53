import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

type File = { mode: '100644' | '100755' | '120000'; content: Buffer };
type Tree = Map<string, File>;

/** Changes of every kind, each one commit of one repository. */
export type GeneratedDiffs = {
  shas: string[];
  /** What `git log -p` prints with these words, commit by commit, without the message. */
  diffs: (...words: string[]) => Map<string, Buffer>;
  /** What `git patch-id --stable` prints for the output of `git log -p` with these words. */
  patchIds: (...words: string[]) => Map<string, string>;
  /** What `git patch-id --stable` prints for one text. */
  patchId: (text: string | Buffer) => string | null;
  /** `git format-patch --stdout` of every commit. */
  mbox: () => Buffer;
  remove: () => void;
};

const PATHS = ['a.txt', 'src/b c.ts', 'café/ü.md', 'tab\there', 'quote"d.txt', 'b/a', 'a/b', 'x'];
const LINES = [
  ...['', 'one', 'two', '  indented', '\ttab ', 'cr\r', 'größe', '-- ', '- a/x', '+ b/x', '\\ No'],
  ...['diff --git a/x b/x', '@@ -1 +1 @@', 'index 1..2', 'From me', 'form\ffeed\v', '-', '+'],
];
const line = fc.oneof(
  fc.constantFrom(...LINES),
  fc.string({ maxLength: 5 }).map((text) => text.replace(/[\n\0]/g, '')),
  fc.constant('\xe9\xff'),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
  .map(([lines, isWhole]) => lines.join('\n') + (isWhole ? '\n' : ''));
const content = fc.oneof(
  { weight: 8, arbitrary: text.map((one) => Buffer.from(one, 'latin1')) },
  { weight: 3, arbitrary: text.map((one) => Buffer.from(one, 'utf8')) },
  {
    weight: 1,
    arbitrary: fc
      .uint8Array({ maxLength: 40 })
      .map((bytes) => Buffer.concat([Buffer.from([0]), bytes])),
  },
);
const mode = fc.constantFrom('100644', '100644', '100755', '120000' as const);
const tree: fc.Arbitrary<Tree> = fc
  .array(fc.tuple(fc.constantFrom(...PATHS), mode, content), { minLength: 1, maxLength: 4 })
  .map((files) =>
    withoutClashes(
      new Map(files.map(([path, one, bytes]) => [path, { mode: one, content: bytes }])),
    ),
  );
const edits = fc.array(
  fc.tuple(
    fc.constantFrom('line', 'line', 'drop', 'move', 'mode', 'delete', 'new'),
    fc.nat(20),
    line,
    content,
  ),
  { minLength: 1, maxLength: 4 },
);

/** `a` cannot be a file and a folder. */
function withoutClashes(files: Tree): Tree {
  return new Map(
    [...files].filter(([path]) => ![...files.keys()].some((other) => other.startsWith(`${path}/`))),
  );
}

function edited(before: Tree, changes: readonly [string, number, string, Buffer][]): Tree {
  const after = new Map(before);
  for (const [kind, at, added, fresh] of changes) edit(after, kind, at, { added, fresh });
  return withoutClashes(after);
}

type Change = (
  files: Tree,
  path: string,
  more: { at: number; added: string; fresh: Buffer },
) => void;

const newPath = (at: number): string => PATHS[at % PATHS.length] ?? 'x';
const withLines =
  (change: (lines: string[], at: number, added: string) => void): Change =>
  (files, path, { at, added }) => {
    const file = files.get(path);
    const lines = file?.content.toString('latin1').split('\n') ?? [];
    change(lines, at % (lines.length + 1), Buffer.from(added).toString('latin1'));
    if (file) files.set(path, { ...file, content: Buffer.from(lines.join('\n'), 'latin1') });
  };

const CHANGES: Record<string, Change> = {
  line: withLines((lines, at, added) => lines.splice(at, 0, added)),
  drop: withLines((lines, at) => lines.splice(at, 1)),
  delete: (files, path) => void files.delete(path),
  new: (files, _, { at, fresh }) => void files.set(newPath(at), { mode: '100644', content: fresh }),
  move: (files, path, { at }) => {
    const file = files.get(path);
    files.delete(path);
    if (file) files.set(newPath(at), file);
  },
  mode: (files, path) => {
    const file = files.get(path);
    if (file) files.set(path, { ...file, mode: file.mode === '100644' ? '100755' : '100644' });
  },
};

function edit(files: Tree, kind: string, at: number, more: { added: string; fresh: Buffer }): void {
  const path = [...files.keys()][at % Math.max(1, files.size)];
  if (path !== undefined) CHANGES[kind]?.(files, path, { at, ...more });
}

export function generatedDiffs(seed: number, count: number): GeneratedDiffs {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-diffs-'));
  const git = (words: string[], input: string | Buffer = ''): Buffer =>
    execFileSync('git', ['-c', 'diff.renames=true', ...words], {
      cwd: folder,
      input,
      maxBuffer: 2 ** 29,
    });
  git(['init', '--quiet', '--bare']);
  git(['fast-import', '--quiet'], fastImport(seed, count));
  const log = (words: readonly string[]): Buffer =>
    git(['log', '--all', '-p', '--min-parents=1', ...words, '--format=commit %H']);
  const printed = (input: Buffer | string): string[][] =>
    git(['patch-id', '--stable'], input)
      .toString()
      .split('\n')
      .slice(0, -1)
      .map((one) => one.split(' '));
  return {
    shas: git(['rev-list', '--all', '--min-parents=1']).toString().trim().split('\n'),
    diffs: (...words) => split(log(words)),
    patchIds: (...words) => new Map(printed(log(words)).map(([id = '', sha = '']) => [sha, id])),
    patchId: (one) => printed(one)[0]?.[0] ?? null,
    mbox: () => {
      const shas = git(['rev-list', '--all', '--min-parents=1']);
      return git(['format-patch', '--stdout', '--no-walk', '--stdin', '--always'], shas);
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

function split(log: Buffer): Map<string, Buffer> {
  const parts = log.toString('latin1').split(/^(?=commit [0-9a-f]{40}$)/m);
  return new Map(parts.map((part) => [part.slice(7, 47), Buffer.from(part.slice(49), 'latin1')]));
}

function fastImport(seed: number, count: number): Buffer {
  const pairs = fc.sample(fc.tuple(tree, edits), { seed, numRuns: count });
  const commits = pairs.flatMap(([before, changes], index) => [
    ...commit(`refs/heads/c${index}`, before, index),
    ...commit(`refs/heads/c${index}`, edited(before, changes), index),
  ]);
  return Buffer.concat(commits);
}

function commit(ref: string, files: Tree, index: number): Buffer[] {
  const head = `commit ${ref}\ncommitter Ana <ana@acme.example> ${1_700_000_000 + index} +0000\n`;
  const message = `Change ${index}\n\ndiff of nothing\n`;
  return [
    Buffer.from(`${head}data ${message.length}\n${message}\ndeleteall\n`),
    ...[...files].flatMap(([path, file]) => [
      Buffer.from(`M ${file.mode} inline ${JSON.stringify(path)}\ndata ${file.content.length}\n`),
      file.content,
      Buffer.from('\n'),
    ]),
    Buffer.from('\n'),
  ];
}
