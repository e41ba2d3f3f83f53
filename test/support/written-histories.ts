import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BlobAt, PresenceCommit, Span } from '../../src/domain/presence/presence-facts';
import { filesOf, modeOf, type MadeCommit } from './change-world';
import { generateHistory, type MadeHistory } from './generated-changes';

/** Many small histories in one repository, each with roots of its own. */
export type WrittenHistories = {
  histories: { made: MadeHistory; commits: PresenceCommit[] }[];
  git: (words: string[], input?: string) => Buffer;
  trees: Map<string, string>;
  diffs: Map<string, Buffer>;
  /** What `git patch-id --stable` prints for each commit, with blob ids of seven digits. */
  patchIds: Map<string, string>;
  filesAt: (shas: readonly string[]) => Map<string, Map<string, BlobAt>>;
  contents: (blobs: readonly string[]) => Map<string, string>;
  spanDiffs: (spans: readonly Span[]) => Map<string, Buffer>;
  remove: () => void;
};

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const START = 1_700_000_000;
/** A binary file counts by these, which git writes the longer the more objects there are. */
const BLOB_IDS = /^index ([0-9a-f]{7})[0-9a-f]*\.\.([0-9a-f]{7})[0-9a-f]*/gm;

export function writeHistories(seed: number, count: number): WrittenHistories {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-histories-'));
  const git = (words: string[], input: string | Buffer = ''): Buffer =>
    execFileSync('git', words, {
      cwd: folder,
      input,
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  git(['init', '--quiet', '--bare']);
  const made = Array.from({ length: count }, (_, index) => generateHistory(seed + index));
  const histories = write(made, folder, git);
  const shas = histories.flatMap(({ commits }) => commits.map(({ sha }) => sha)).join('\n');
  const log = (...words: string[]): Buffer =>
    git(['log', '--no-walk=unsorted', '--stdin', ...words], shas);
  const trees = new Map(lines(log('--format=%H %T')).map((line) => pair(line)));
  const patches = log('-p', '-M', '--no-merges', '--format=commit %H');
  const cut = patches.toString('latin1').replace(BLOB_IDS, 'index $1..$2');
  return {
    histories,
    git,
    trees,
    diffs: byHeader(patches, /^(?=commit [0-9a-f]{40}$)/m, 7),
    patchIds: new Map(
      lines(git(['patch-id', '--stable'], Buffer.from(cut, 'latin1'))).map(
        (line) => pair(line).toReversed() as [string, string],
      ),
    ),
    filesAt: (refs) => {
      const asked = refs.map((ref) => `${EMPTY_TREE} ${trees.get(ref) ?? ''}`).join('\n');
      return filesIn(
        git(['-c', 'core.quotePath=false', 'diff-tree', '--stdin', '-r'], `${asked}\n`),
        trees,
        refs,
      );
    },
    contents: (blobs) => {
      const printed = git(['cat-file', '--batch=>%(objectname)'], `${blobs.join('\n')}\n`).toString(
        'latin1',
      );
      return new Map(
        printed
          .split(/^>(?=[0-9a-f]{40}$)/m)
          .slice(1)
          .map((one) => [one.slice(0, 40), Buffer.from(one.slice(41), 'latin1').toString()]),
      );
    },
    spanDiffs: (spans) => {
      const keys = spans.map(
        ({ base, head }) => `${trees.get(base) ?? ''} ${trees.get(head) ?? ''}`,
      );
      const printed = byHeader(
        git(['diff-tree', '--stdin', '-p', '-M'], `${keys.join('\n')}\n`),
        /^(?=[0-9a-f]{40} [0-9a-f]{40}$)/m,
        0,
        81,
      );
      return new Map(
        spans.map(({ base, head }, at) => [
          `${base}...${head}`,
          printed.get(keys[at] ?? '') ?? Buffer.of(),
        ]),
      );
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

const lines = (output: Buffer): string[] => output.toString().trim().split('\n');
const pair = (line: string): [string, string] => {
  const [first = '', second = ''] = line.split(' ');
  return [first, second];
};

function byHeader(output: Buffer, start: RegExp, skip: number, length = 40): Map<string, Buffer> {
  const parts = output.toString('latin1').split(start);
  return new Map(
    parts.map((part) => [
      part.slice(skip, skip + length),
      Buffer.from(part.slice(skip + length + 1), 'latin1'),
    ]),
  );
}

function filesIn(
  output: Buffer,
  trees: Map<string, string>,
  refs: readonly string[],
): Map<string, Map<string, BlobAt>> {
  const byTree = new Map<string, Map<string, BlobAt>>();
  let files = new Map<string, BlobAt>();
  for (const line of output.toString().split('\n')) {
    const [, tree] = /^[0-9a-f]{40} ([0-9a-f]{40})$/.exec(line) ?? [];
    const [, mode = '', blob = '', path] =
      /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) \w\t(.*)$/.exec(line) ?? [];
    if (tree !== undefined) byTree.set(tree, (files = new Map<string, BlobAt>()));
    if (path !== undefined) files.set(path, { blob, mode });
  }
  return new Map(
    refs.map((ref) => [ref, byTree.get(trees.get(ref) ?? '') ?? new Map<string, BlobAt>()]),
  );
}

type Git = WrittenHistories['git'];

/** Round by round, one commit of each history: a message may hold the shas of the rounds before. */
function write(made: MadeHistory[], folder: string, git: Git): WrittenHistories['histories'] {
  const marksFile = join(folder, 'marks');
  writeFileSync(marksFile, '');
  const shas = new Map<number, string>();
  const mark = (history: number, at: number): number => 1 + history * 64 + at;
  const message = (history: number, { message: text }: MadeCommit): string =>
    text.replace(/%(\d+)%/g, (_, at: string) => shas.get(mark(history, Number(at))) ?? '');
  const rounds = Math.max(...made.map(({ commits }) => commits.length));
  for (let round = 0; round < rounds; round += 1) {
    const stream = made.flatMap(({ commits }, history) => {
      const one = commits[round];
      if (!one) return [];
      const marks = {
        own: mark(history, round),
        parents: one.parents.map((at) => mark(history, at)),
      };
      return toImport(one, commits[one.parents[0] ?? -1], message(history, one), marks);
    });
    git(
      [
        'fast-import',
        '--quiet',
        '--force',
        `--import-marks=${marksFile}`,
        `--export-marks=${marksFile}`,
      ],
      Buffer.concat(stream) as unknown as string,
    );
    for (const [own, sha] of lines(readFileSync(marksFile)).map(pair)) {
      shas.set(Number(own.slice(1)), sha);
    }
  }
  return made.map((history, index) => ({
    made: history,
    commits: history.commits.map((one) => ({
      sha: shas.get(mark(index, one.at)) ?? '',
      parents: one.parents.map((at) => shas.get(mark(index, at)) ?? ''),
      message: message(index, one),
      committedAt: new Date((START + one.at * 60) * 1000).toISOString(),
    })),
  }));
}

function toImport(
  one: MadeCommit,
  before: MadeCommit | undefined,
  message: string,
  marks: { own: number; parents: number[] },
): Buffer[] {
  const old = before ? filesOf(before.cells) : new Map<string, Buffer>();
  const files = filesOf(one.cells);
  const text = Buffer.from(message);
  const parents = marks.parents
    .map((parent, at) => `${at === 0 ? 'from' : 'merge'} :${parent}\n`)
    .join('');
  const who = `committer Ana Lima <ana@acme.example> ${START + one.at * 60} +0000`;
  return [
    Buffer.from(
      `reset refs/heads/tip\n\ncommit refs/heads/tip\nmark :${marks.own}\n${who}\ndata ${text.length}\n`,
    ),
    text,
    Buffer.from(`\n${parents}`),
    ...[...old.keys()]
      .filter((path) => !files.has(path))
      .map((path) => Buffer.from(`D ${JSON.stringify(path)}\n`)),
    ...[...files]
      .filter(
        ([path, content]) =>
          !old.get(path)?.equals(content) ||
          modeOf(one.cells, path) !== modeOf(before?.cells ?? one.cells, path),
      )
      .flatMap(([path, content]) => [
        Buffer.from(
          `M ${modeOf(one.cells, path)} inline ${JSON.stringify(path)}\ndata ${content.length}\n`,
        ),
        content,
        Buffer.from('\n'),
      ]),
    Buffer.from('\n'),
  ];
}
