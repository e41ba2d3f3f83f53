import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PartedHistory, PlannedCommit } from './parted-history';

export type RepositoryShape = {
  /** Commits in all. */
  commits: number;
  /** Issues that they belong to, in turn: PAY-1, PAY-2, … */
  issues: number;
  /** The last commits of develop that release/test lacks, and of release/test that main lacks. */
  ahead: { test: number; prod: number };
  /** The newest so many belong to issues; all by default. */
  keyed?: number;
};

const FIRST_AT = Date.UTC(2024, 0, 1) / 1000;
const SECONDS_APART = 600;
const PUSHED_AT = Date.UTC(2026, 4, 3) / 1000;
const WHO = 'Ana Lima <ana@acme.example>';
/** Every so many commits one carries no key, as in real projects (about 6 %). */
const WITHOUT_KEY_EVERY = 16;

/** Writes a bare repository with three lines; every commit changes one file. Returns the shas, oldest first. */
export function makeRepository(folder: string, shape: RepositoryShape): string[] {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  importStream(folder, toStream(shape));
  return git(folder, ['rev-list', '--reverse', 'develop']).trim().split('\n');
}

/** One more commit on develop that changes one file, as a push brings it. */
export function push(folder: string, message: string, path = 'src/file-1.txt'): string {
  const commit: StreamedCommit = {
    branch: 'develop',
    mark: 1,
    from: 'refs/heads/develop^0',
    message,
    at: PUSHED_AT,
    files: [[path, 'as pushed\n']],
  };
  importStream(folder, `${toBlock(commit)}\n`);
  return git(folder, ['rev-parse', 'develop']).trim();
}

/** Writes a bare repository of two lines that parted. Returns the sha of each mark, from 1 on. */
export function makePartedRepository(folder: string, { commits }: PartedHistory): string[] {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  const blocks = commits.map(({ parent, mark, ...one }) =>
    toBlock({
      ...one,
      mark,
      from: parent === null ? null : `:${parent}`,
      at: FIRST_AT + mark * SECONDS_APART,
    }),
  );
  const marks = join(folder, 'marks');
  importStream(folder, `${blocks.join('\n')}\n`, [`--export-marks=${marks}`]);
  const shas: string[] = [];
  for (const [mark = '', sha = ''] of readFileSync(marks, 'utf8').trim().split('\n').map(words)) {
    shas[Number(mark.slice(1))] = sha;
  }
  return shas;
}

const words = (line: string): string[] => line.split(' ');

function importStream(folder: string, input: string, options: string[] = []): void {
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet', ...options], {
    cwd: folder,
    input,
  });
  if (status !== 0) throw new Error(`git fast-import failed: ${stderr.toString()}`);
}

function toStream({ commits, issues, ahead, keyed = commits }: RepositoryShape): string {
  const marks = Array.from({ length: commits }, (_, index) =>
    toCommit(index, index < commits - keyed ? 0 : issues),
  );
  const prod = commits - ahead.test - ahead.prod;
  const heads = [
    `reset refs/heads/main\nfrom :${prod}\n`,
    `reset refs/heads/release/test\nfrom :${commits - ahead.test}\n`,
  ];
  return [...marks, ...heads].join('\n');
}

function toCommit(index: number, issues: number): string {
  return toBlock({
    branch: 'develop',
    mark: index + 1,
    from: index === 0 ? null : `:${index}`,
    message: messageOf(index, issues),
    at: FIRST_AT + index * SECONDS_APART,
    files: [[`src/file-${index % 500}.txt`, `line ${index}\n`]],
  });
}

type StreamedCommit = Pick<PlannedCommit, 'branch' | 'mark' | 'message' | 'files'> & {
  from: string | null;
  /** Seconds since 1970. */
  at: number;
};

/** One commit as `git fast-import` reads it. */
function toBlock({ branch, mark, from, message, at, files }: StreamedCommit): string {
  return [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `author ${WHO} ${at} +0000`,
    `committer ${WHO} ${at} +0000`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(from === null ? [] : [`from ${from}`]),
    ...files.flatMap(([path, content]) => [
      `M 100644 inline ${path}`,
      `data ${Buffer.byteLength(content)}`,
      content,
    ]),
  ].join('\n');
}

function messageOf(index: number, issues: number): string {
  const isKeyed = issues > 0 && index % WITHOUT_KEY_EVERY !== 0;
  const title = isKeyed ? `PAY-${(index % issues) + 1} Change ${index}` : 'Tidy up';
  return `${title}\n\nWhy change ${index} was made, in the words that people write.\n`;
}

function git(cwd: string, args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
