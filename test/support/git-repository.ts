import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { toFastImport, type ImportedCommit, type Person } from './fast-import';

/** `at` is ISO 8601; without it the repository's own clock ticks one minute per commit. */
type Authored = { author?: Person; committer?: Person; at?: string };

export type CommitAsk = Authored & {
  message: string;
  /** Path to content; `null` deletes. Without it the commit is empty. */
  files?: Record<string, string | null>;
  /** Where it lands, default `main`; made from `parents[0]`, else from `main`, when it is new. */
  branch?: string;
  /** Replaces the branch's head as parent; `[]` makes a root commit. The tree starts from the first one. */
  parents?: string[];
};

export type MergeAsk = Authored & {
  /** What is merged: a branch, tag or sha. */
  from: string;
  /** Default `main`. */
  into?: string;
  message?: string;
  /** One ordinary commit instead of a merge commit. */
  squash?: boolean;
  /** Files as they are after the merge: resolves conflicts, or makes an evil merge. */
  files?: Record<string, string | null>;
};

export type PickAsk = Authored & {
  commit: string;
  /** The branch that receives it, default `main`. */
  onto?: string;
  /** Replaces the message; without it that of the commit, with `(cherry picked from commit …)` when `trailer`. */
  message?: string;
  trailer?: boolean;
  files?: Record<string, string | null>;
};

/** A real git repository in a temporary folder. Each method that makes a commit returns its sha. */
export type GitRepository = {
  /** The git folder itself: what `git clone --bare` would give to readers. */
  gitFolder: string;
  git(...words: string[]): string;
  commit(ask: CommitAsk): string;
  merge(ask: MergeAsk): string;
  cherryPick(ask: PickAsk): string;
  revert(ask: PickAsk): string;
  /** Makes a branch or moves it. */
  branch(name: string, at: string): void;
  deleteBranch(name: string): void;
  tag(name: string, ask?: { at?: string; message?: string }): void;
  head(ref?: string): string;
  /** Puts that many small commits on `main` at once, as a repository with a long history has them. */
  importCommits(count: number): void;
  /** Writes everything to a bundle file and returns its path. */
  bundle(): string;
  remove(): void;
};

const ANA: Person = 'Ana Lima <ana@acme.example>';
const FIRST_COMMIT_AT = Date.parse('2026-01-05T09:00:00Z');
const MINUTE = 60_000;

type Workplace = { gitFolder: string; run: Run; tick: () => string };
type Run = (words: string[], more?: { input?: string; env?: Record<string, string> }) => string;

/** Nobody's own settings; git tidies up at no time. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', TZ: 'UTC' },
  ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'gc.auto', GIT_CONFIG_VALUE_0: '0' },
};

function createRun(folder: string): Run {
  return (words, { input = '', env = {} } = {}) =>
    execFileSync('git', words, {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...ENVIRONMENT, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    });
}

/** What a branch names, from the file that git keeps it in: there are as many commits as calls of git to save. */
function findHead({ gitFolder, run }: Workplace, branch: string): string | undefined {
  const file = join(gitFolder, 'refs', 'heads', branch);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (!existsSync(join(gitFolder, 'packed-refs'))) return undefined;
  const ref = `refs/heads/${branch}`;
  const lines = run(['for-each-ref', ref, '--format=%(objectname) %(refname)']).split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}

/** The head of a branch that is there; a new one starts at `main`. */
function startOf(place: Workplace, branch: string): string | undefined {
  return findHead(place, branch) ?? findHead(place, 'main');
}

type Snapshot = Authored &
  Pick<ImportedCommit, 'branch' | 'message' | 'parents' | 'tree' | 'files'>;

/** Makes a commit; the message is kept to the byte. */
function record({ run, tick }: Workplace, ask: Snapshot): string {
  const { author = ANA, committer = author } = ask;
  const input = toFastImport({ ...ask, author, committer, at: ask.at ?? tick() });
  const words = ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--force'];
  return run(words, { input }).trim();
}

function headOf(place: Workplace, ref: string): string {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  return findHead(place, ref) ?? place.run(['rev-parse', '--verify', `${ref}^{commit}`]).trim();
}

function commit(place: Workplace, ask: CommitAsk): string {
  const branch = ask.branch ?? 'main';
  const start = startOf(place, branch);
  const parents = ask.parents?.map((one) => headOf(place, one)) ?? (start ? [start] : []);
  return record(place, { ...ask, branch, parents });
}

/** The tree of a merge; conflicts stay in it, for `files` to resolve. */
function mergedTree({ run }: Workplace, heads: string[], files: MergeAsk['files']): string {
  try {
    return run(['merge-tree', '--write-tree', ...heads]).trim();
  } catch (error) {
    const { stdout } = error as { stdout: string };
    if (!files) throw error;
    return stdout.slice(0, 40);
  }
}

function merge(place: Workplace, ask: MergeAsk): string {
  const branch = ask.into ?? 'main';
  const parents = [startOf(place, branch) ?? '', headOf(place, ask.from)];
  const tree = mergedTree(place, parents, ask.files);
  return record(place, {
    ...{ ...ask, branch, tree },
    message: ask.message ?? `Merge branch '${ask.from}' into ${branch}\n`,
    parents: ask.squash ? parents.slice(0, 1) : parents,
  });
}

/** Runs a command that may stop at a conflict, which `files` then resolves; the tree that it leaves. */
function treeAfter({ run }: Workplace, words: string[], files: MergeAsk['files']): string {
  try {
    run(words);
  } catch (error) {
    if (!files) throw error;
    run(['add', '--all']);
  }
  return run(['write-tree']).trim();
}

function pick(place: Workplace, ask: PickAsk, verb: 'cherry-pick' | 'revert'): string {
  const branch = ask.onto ?? 'main';
  const head = startOf(place, branch) ?? '';
  const sha = headOf(place, ask.commit);
  place.run(['checkout', '-q', '--force', '--detach', head]);
  const tree = treeAfter(place, [verb, '--no-commit', sha], ask.files);
  place.run(['reset', '-q', '--hard']);
  place.run(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  const message = ask.message ?? pickMessage(place, { ...ask, commit: sha }, verb);
  return record(place, { ...ask, branch, message, parents: [head], tree });
}

function pickMessage(place: Workplace, ask: PickAsk, verb: 'cherry-pick' | 'revert'): string {
  const original = place.run(['log', '-1', '--format=%B', ask.commit]).trimEnd();
  const [title = ''] = original.split('\n');
  if (verb === 'revert') return `Revert "${title}"\n\nThis reverts commit ${ask.commit}.\n`;
  return ask.trailer
    ? `${original}\n\n(cherry picked from commit ${ask.commit})\n`
    : `${original}\n`;
}

const TAGGER = { GIT_COMMITTER_NAME: 'Ana Lima', GIT_COMMITTER_EMAIL: 'ana@acme.example' };

function tag(place: Workplace, name: string, ask: { at?: string; message?: string }): void {
  const target = ask.at ?? 'HEAD';
  if (ask.message === undefined) place.run(['tag', name, target]);
  else {
    place.run(['tag', '-a', '-F', '-', name, target], {
      input: ask.message,
      env: { ...TAGGER, GIT_COMMITTER_DATE: place.tick() },
    });
  }
}

/** The language of `git fast-import`. */
function toImport(count: number): string {
  const commits = Array.from({ length: count }, (_, index) => {
    const message = `PAY-${index + 1} Change number ${index + 1}\n`;
    const content = `${index}\n`;
    const who = `committer Ana Lima <ana@acme.example> ${FIRST_COMMIT_AT / 1000 + index} +0000`;
    const file = `M 100644 inline file-${index % 50}.txt\ndata ${content.length}\n${content}`;
    return `commit refs/heads/main\n${who}\ndata ${message.length}\n${message}${file}`;
  });
  return commits.join('\n');
}

function createClock(): () => string {
  let commits = 0;
  return () => new Date(FIRST_COMMIT_AT + MINUTE * commits++).toISOString();
}

/** An empty repository on branch `main`. `root` is where its folder is made: a temporary one by default. */
export function createRepository(root = tmpdir(), name = 'repository'): GitRepository {
  const home = mkdtempSync(join(root, 'convoy-git-'));
  const folder = join(home, 'work');
  const gitFolder = join(home, `${name}.git`);
  mkdirSync(folder);
  const run = createRun(folder);
  run(['init', '-q', '-b', 'main', '--template=', '--separate-git-dir', gitFolder]);
  const place: Workplace = { gitFolder, run, tick: createClock() };

  return {
    gitFolder,
    git: (...words) => run(words),
    commit: (ask) => commit(place, ask),
    merge: (ask) => merge(place, ask),
    cherryPick: (ask) => pick(place, ask, 'cherry-pick'),
    revert: (ask) => pick(place, ask, 'revert'),
    branch: (branch, at) => void run(['update-ref', `refs/heads/${branch}`, headOf(place, at)]),
    deleteBranch: (branch) => void run(['update-ref', '-d', `refs/heads/${branch}`]),
    tag: (tagName, ask = {}) => {
      tag(place, tagName, ask);
    },
    head: (ref = 'main') => headOf(place, ref),
    importCommits: (count) => void run(['fast-import', '--quiet'], { input: toImport(count) }),
    bundle: () => {
      run(['bundle', 'create', '-q', join(home, `${name}.bundle`), '--all', 'HEAD']);
      return join(home, `${name}.bundle`);
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
