import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

export type RepositoryShape = {
  /** Commits in all. */
  commits: number;
  /** Issues that they belong to, in turn: PAY-1, PAY-2, … */
  issues: number;
  /** The last commits of develop that release/test lacks, and of release/test that main lacks. */
  ahead: { test: number; prod: number };
};

const FIRST_AT = Date.UTC(2024, 0, 1) / 1000;
const WHO = 'Ana Lima <ana@acme.example>';
/** Every so many commits one carries no key, as in real projects (about 6 %). */
const WITHOUT_KEY_EVERY = 16;

/** Writes a bare repository with three lines; every commit changes one file. Returns the shas, oldest first. */
export function makeRepository(folder: string, shape: RepositoryShape): string[] {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet'], {
    cwd: folder,
    input: toStream(shape),
  });
  if (status !== 0) throw new Error(`git fast-import failed: ${stderr.toString()}`);
  return git(folder, ['rev-list', '--reverse', 'develop']).trim().split('\n');
}

/** One more commit on develop, as a push brings it. */
export function push(folder: string, message: string): string {
  const head = git(folder, ['rev-parse', 'develop']).trim();
  const tree = git(folder, ['rev-parse', 'develop^{tree}']).trim();
  const sha = git(folder, ['commit-tree', tree, '-p', head, '-m', message], {
    GIT_AUTHOR_NAME: 'Bo Chen',
    GIT_AUTHOR_EMAIL: 'bo@acme.example',
    GIT_COMMITTER_NAME: 'Bo Chen',
    GIT_COMMITTER_EMAIL: 'bo@acme.example',
  }).trim();
  git(folder, ['update-ref', 'refs/heads/develop', sha]);
  return sha;
}

function toStream({ commits, issues, ahead }: RepositoryShape): string {
  const marks = Array.from({ length: commits }, (_, index) => toCommit(index, issues));
  const prod = commits - ahead.test - ahead.prod;
  const heads = [
    `reset refs/heads/main\nfrom :${prod}\n`,
    `reset refs/heads/release/test\nfrom :${commits - ahead.test}\n`,
  ];
  return [...marks, ...heads].join('\n');
}

function toCommit(index: number, issues: number): string {
  const message = messageOf(index, issues);
  const at = FIRST_AT + index * 600;
  const content = `line ${index}\n`;
  return [
    'commit refs/heads/develop',
    `mark :${index + 1}`,
    `author ${WHO} ${at} +0000`,
    `committer ${WHO} ${at} +0000`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(index === 0 ? [] : [`from :${index}`]),
    `M 100644 inline src/file-${index % 500}.txt`,
    `data ${Buffer.byteLength(content)}`,
    content,
  ].join('\n');
}

function messageOf(index: number, issues: number): string {
  const title =
    index % WITHOUT_KEY_EVERY === 0 ? 'Tidy up' : `PAY-${(index % issues) + 1} Change ${index}`;
  return `${title}\n\nWhy change ${index} was made, in the words that people write.\n`;
}

function git(cwd: string, words: string[], env: Record<string, string> = {}): string {
  return execFileSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}
