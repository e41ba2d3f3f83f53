import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PresenceCommit } from '../../src/domain/presence/presence-facts';
import { createDraw } from './team-history';

export type Files = ReadonlyMap<string, string>;
export type MergedCommit = PresenceCommit & {
  files: Files;
  /** Of a merge: the files that are not as git joins them, and those that it could not join; sorted. */
  own: string[];
};

/** Many small histories of two branches that are merged into each other, in one repository. */
export type MergeHistories = {
  histories: MergedCommit[][];
  /** What `git log -p -M` prints of each commit that is no merge. */
  diffs: Map<string, Buffer>;
  remove: () => void;
};

type Draw = (below: number) => number;
type Step = { parents: number[]; files: Map<string, string>; own: string[]; message: string };
type History = { draw: Draw; steps: Step[]; heads: number[]; shas: string[] };
type Run = (words: string[], input?: string | Buffer) => Buffer;

const ROUNDS = 12;
const START = 1_700_000_000;
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export function writeMergeHistories(seed: number, count: number): MergeHistories {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-merges-'));
  const run: Run = (words, input = '') =>
    execFileSync('git', words, { cwd: folder, input, maxBuffer: 2 ** 28 });
  run(['init', '--quiet', '--bare']);
  const histories = Array.from({ length: count }, (_, at) => startHistory(createDraw(seed + at)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const merges = histories.map((one) => (round === 0 ? null : nextStep(one, folder)));
    resolveMerges(
      run,
      merges.filter((one) => one !== null),
    );
    importRound(run, folder, histories, round);
  }
  const shas = histories.flatMap(({ shas: all }) => all).join('\n');
  const log = run(
    ['log', '--no-walk=unsorted', '--stdin', '-p', '-M', '--no-merges', '--format=commit %H'],
    shas,
  );
  const parts = log.toString('latin1').split(/^(?=commit [0-9a-f]{40}$)/m);
  return {
    histories: histories.map(toCommits),
    diffs: new Map(parts.map((part) => [part.slice(7, 47), Buffer.from(part.slice(48), 'latin1')])),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

function startHistory(draw: Draw): History {
  const files = new Map(
    Array.from({ length: 3 }, (_, file) => [
      `src/f${file}.txt`,
      Array.from({ length: 8 }, (_, line) => `${file} line ${line} ${draw(1000)}\n`).join(''),
    ]),
  );
  files.set('data.bin', `\0${draw(1000)}`);
  return {
    draw,
    steps: [{ parents: [], files, own: [], message: 'Start' }],
    heads: [0, 0],
    shas: [],
  };
}

type Open = { history: History; at: number; tree: string; conflicts: string[] };

/** An edit, or a merge that is still to be resolved. */
function nextStep(history: History, folder: string): Open | null {
  const { draw, steps, heads } = history;
  const [own, other] = draw(2) === 0 ? heads : heads.toReversed();
  const at = steps.length;
  heads[heads.indexOf(own ?? 0)] = at;
  if (own === undefined || other === undefined) return null;
  if (draw(3) === 0 && !reaches(steps, own, other)) {
    steps.push({ parents: [own, other], files: new Map(), own: [], message: `Merge ${at}` });
    return { history, at, ...joinedBy(folder, history, [own, other]) };
  }
  steps.push({ parents: [own], files: edited(history, own), own: [], message: `Work ${at}` });
  return null;
}

function joinedBy(
  folder: string,
  { shas }: History,
  parents: readonly number[],
): Pick<Open, 'tree' | 'conflicts'> {
  const words = ['merge-tree', '--write-tree', '--name-only', '--no-messages'];
  const { stdout } = spawnSync('git', [...words, ...parents.map((one) => shas[one] ?? '')], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [tree = '', ...conflicts] = stdout.trim().split('\n');
  return { tree, conflicts };
}

function reaches(steps: readonly Step[], from: number, to: number): boolean {
  return from === to || (steps[from]?.parents.some((one) => reaches(steps, one, to)) ?? false);
}

function edited({ draw, steps }: History, at: number): Map<string, string> {
  const files = new Map(steps[at]?.files);
  const path = [...files.keys()][draw(files.size)] ?? 'data.bin';
  const edits = [
    () => files.delete(path),
    () => {
      move(files, path, `src/moved${draw(4)}.txt`);
    },
    () => files.set(`src/new${draw(2)}.txt`, `one\ntwo ${draw(3)}\nthree\n`),
  ];
  const edit = edits[draw(14)] ?? (() => files.set(path, withLine(files.get(path) ?? '', draw)));
  if (path !== 'data.bin') edit();
  else files.set(draw(4) === 0 ? path : `only${steps.length}.txt`, `\0${draw(1000)}`);
  return files;
}

function move(files: Map<string, string>, from: string, to: string): void {
  if (files.has(to)) return;
  files.set(to, files.get(from) ?? '');
  files.delete(from);
}

function withLine(text: string, draw: Draw): string {
  const lines = text.split(/(?<=\n)/);
  const at = draw(lines.length);
  const isNew = draw(3) === 0;
  return [
    ...lines.slice(0, at),
    `changed ${draw(1000)}\n`,
    ...lines.slice(isNew ? at : at + 1),
  ].join('');
}

function resolveMerges(run: Run, open: readonly Open[]): void {
  const trees = readTrees(
    run,
    open.map(({ tree }) => tree),
  );
  for (const one of open) resolveMerge(one, trees.get(one.tree) ?? new Map<string, string>());
}

/** As git joined them, or resolved, or with one more edit in a file that both sides changed. */
function resolveMerge({ history, at, conflicts }: Open, joined: Files): void {
  const { draw, steps } = history;
  const [step, sides] = [steps[at], (steps[at]?.parents ?? []).map((one) => steps[one]?.files)];
  if (!step) return;
  step.files = new Map(joined);
  for (const path of conflicts) {
    const ways = [...sides.map((side) => side?.get(path)), `by hand ${draw(1000)}\n`, undefined];
    put(step.files, path, ways[draw(ways.length)]);
  }
  const shared = [...joined.keys()].filter(
    (path) =>
      path !== 'data.bin' &&
      sides.every((side) => side?.has(path) && side.get(path) !== joined.get(path)),
  );
  const extra = draw(3) === 0 ? shared[draw(Math.max(1, shared.length))] : undefined;
  if (extra !== undefined) put(step.files, extra, `${joined.get(extra)}beyond ${draw(1000)}\n`);
  const paths = [...joined.keys(), ...step.files.keys()];
  const differing = paths.filter((path) => joined.get(path) !== step.files.get(path));
  step.own = [...new Set([...conflicts, ...differing])].sort();
}

function put(files: Map<string, string>, path: string, text: string | undefined): void {
  if (text === undefined) files.delete(path);
  else files.set(path, text);
}

function readTrees(run: Run, trees: readonly string[]): Map<string, Files> {
  const asked = [...new Set(trees)].map((tree) => `${EMPTY_TREE} ${tree}\n`);
  const listed = run(['diff-tree', '--stdin', '-r'], asked.join('')).toString();
  const parts = listed.split(/^(?=[0-9a-f]{40} [0-9a-f]{40}$)/m);
  const texts = readBlobs(
    run,
    [...listed.matchAll(ENTRY)].map(([, blob = '']) => blob),
  );
  return new Map(
    parts.map((part) => [
      part.slice(41, 81),
      new Map(
        [...part.matchAll(ENTRY)].map(([, blob = '', path = '']) => [path, texts.get(blob) ?? '']),
      ),
    ]),
  );
}

const ENTRY = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w\t(.*)$/gm;

function readBlobs(run: Run, blobs: readonly string[]): Map<string, string> {
  if (blobs.length === 0) return new Map();
  const asked = [...new Set(blobs)].join('\n');
  const printed = run(['cat-file', '--batch=>%(objectname)'], `${asked}\n`).toString();
  const parts = printed.split(/^>(?=[0-9a-f]{40}$)/m).slice(1);
  return new Map(parts.map((one) => [one.slice(0, 40), one.slice(41, -1)]));
}

function importRound(run: Run, folder: string, histories: readonly History[], round: number): void {
  const marksFile = join(folder, 'marks');
  const stream = histories.map(({ steps, shas }, history) => {
    const { parents, files, message } = steps[round] ?? {
      parents: [],
      files: new Map<string, string>(),
      message: '',
    };
    const from = parents.map((one, at) => `${at === 0 ? 'from' : 'merge'} ${shas[one] ?? ''}\n`);
    const text = `${message} of ${history}`;
    const who = `committer Ana <ana@acme.example> ${START + round * 60} +0000`;
    const each = [...files].map(
      ([path, content]) =>
        `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`,
    );
    return `reset refs/heads/tip\n\ncommit refs/heads/tip\nmark :${history + 1}\n${who}\ndata ${text.length}\n${text}\n${from.join('')}deleteall\n${each.join('')}\n`;
  });
  writeFileSync(marksFile, '');
  run(['fast-import', '--quiet', '--force', `--export-marks=${marksFile}`], stream.join(''));
  for (const line of readFileSync(marksFile, 'utf8').trim().split('\n')) {
    const [mark = '', sha = ''] = line.split(' ');
    histories[Number(mark.slice(1)) - 1]?.shas.push(sha);
  }
}

const toCommits = ({ steps, shas }: History): MergedCommit[] =>
  steps.map(({ parents, files, own, message }, at) => ({
    sha: shas[at] ?? '',
    parents: parents.map((one) => shas[one] ?? ''),
    message,
    committedAt: new Date((START + at * 60) * 1000).toISOString(),
    files,
    own,
  }));
