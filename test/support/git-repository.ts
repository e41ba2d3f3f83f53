import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** `Name <address>`, as git writes it. */
export type Person = `${string} <${string}>`;

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

type Workplace = { folder: string; run: Run; tick: () => string };
type Run = (words: string[], more?: { input?: string; env?: Record<string, string> }) => string;

function createRun(folder: string): Run {
  const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', TZ: 'UTC' };
  return (words, { input = '', env = {} } = {}) =>
    execFileSync('git', words, {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...own, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    });
}

function identity(
  { author = ANA, committer = author }: Authored,
  at: string,
): Record<string, string> {
  const part = (person: Person): [string, string] => {
    const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(person) ?? [];
    return [name, address];
  };
  const [authorName, authorAddress] = part(author);
  const [committerName, committerAddress] = part(committer);
  return {
    GIT_AUTHOR_NAME: authorName,
    GIT_AUTHOR_EMAIL: authorAddress,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: committerName,
    GIT_COMMITTER_EMAIL: committerAddress,
    GIT_COMMITTER_DATE: at,
  };
}

function writeFiles(folder: string, files: Record<string, string | null> = {}): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) {
      rmSync(file, { force: true });
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

function findHead({ run }: Workplace, branch: string): string | undefined {
  const ref = `refs/heads/${branch}`;
  const lines = run(['for-each-ref', ref, '--format=%(objectname) %(refname)']).split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}

/** Puts the work tree on the branch, at the place where the next commit starts. */
function checkOut(place: Workplace, branch: string, start: string | undefined): void {
  if (start !== undefined) place.run(['checkout', '-q', '--force', '-B', branch, start]);
  else if (findHead(place, branch)) place.run(['checkout', '-q', '--force', branch]);
  else if (findHead(place, 'main')) place.run(['checkout', '-q', '-b', branch, 'main']);
  else place.run(['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
}

type Snapshot = Authored & { message: string; parents: string[] };

/** Commits the work tree as it stands; the message is kept to the byte. */
function record(place: Workplace, ask: Snapshot): string {
  place.run(['add', '--all']);
  const tree = place.run(['write-tree']).trim();
  const parents = ask.parents.flatMap((sha) => ['-p', sha]);
  const env = identity(ask, ask.at ?? place.tick());
  const sha = place.run(['commit-tree', tree, ...parents], { input: ask.message, env }).trim();
  place.run(['update-ref', 'HEAD', sha]);
  return sha;
}

function headOf(place: Workplace, ref: string): string {
  return place.run(['rev-parse', '--verify', `${ref}^{commit}`]).trim();
}

function startOrphan(place: Workplace, branch: string): void {
  place.run(['checkout', '-q', '--orphan', branch]);
  place.run(['rm', '-rfq', '--ignore-unmatch', '.']);
}

function commit(place: Workplace, ask: CommitAsk): string {
  const branch = ask.branch ?? 'main';
  if (ask.parents?.length === 0) startOrphan(place, branch);
  else checkOut(place, branch, ask.parents?.[0]);
  const head = findHead(place, branch);
  writeFiles(place.folder, ask.files);
  return record(place, { ...ask, parents: ask.parents ?? (head ? [head] : []) });
}

/** Runs a command that may stop at a conflict, which `files` then resolves. */
function applyChange(place: Workplace, words: string[], files: MergeAsk['files']): void {
  try {
    place.run(words);
  } catch (error) {
    if (!files) throw error;
  }
  writeFiles(place.folder, files);
}

function merge(place: Workplace, ask: MergeAsk): string {
  const into = ask.into ?? 'main';
  checkOut(place, into, undefined);
  const parents = [headOf(place, 'HEAD'), headOf(place, ask.from)];
  const env = identity(ask, '2026-01-01T00:00:00Z');
  applyChange(
    { ...place, run: (words) => place.run(words, { env }) },
    ['merge', '-q', '--no-commit', ...(ask.squash ? ['--squash'] : ['--no-ff']), ask.from],
    ask.files,
  );
  const message = ask.message ?? `Merge branch '${ask.from}' into ${into}\n`;
  const sha = record(place, {
    ...ask,
    message,
    parents: ask.squash ? parents.slice(0, 1) : parents,
  });
  place.run(['reset', '-q', '--hard']);
  return sha;
}

function pick(place: Workplace, ask: PickAsk, verb: 'cherry-pick' | 'revert'): string {
  checkOut(place, ask.onto ?? 'main', undefined);
  const parents = [headOf(place, 'HEAD')];
  const sha = headOf(place, ask.commit);
  applyChange(place, [verb, '--no-commit', sha], ask.files);
  const message = ask.message ?? pickMessage(place, { ...ask, commit: sha }, verb);
  const made = record(place, { ...ask, message, parents });
  place.run(['reset', '-q', '--hard']);
  return made;
}

function pickMessage(place: Workplace, ask: PickAsk, verb: 'cherry-pick' | 'revert'): string {
  const original = place.run(['log', '-1', '--format=%B', ask.commit]).trimEnd();
  const [title = ''] = original.split('\n');
  if (verb === 'revert') return `Revert "${title}"\n\nThis reverts commit ${ask.commit}.\n`;
  return ask.trailer
    ? `${original}\n\n(cherry picked from commit ${ask.commit})\n`
    : `${original}\n`;
}

function tag(place: Workplace, name: string, ask: { at?: string; message?: string }): void {
  const target = ask.at ?? 'HEAD';
  if (ask.message === undefined) place.run(['tag', name, target]);
  else {
    place.run(['tag', '-a', '-F', '-', name, target], {
      input: ask.message,
      env: identity({}, place.tick()),
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
  run(['init', '-q', '-b', 'main', '--separate-git-dir', gitFolder]);
  run(['config', 'gc.auto', '0']);
  const place: Workplace = { folder, run, tick: createClock() };

  /** HEAD names the default branch for readers, so it goes back to `main` after each commit. */
  const backOnMain = (sha: string): string => {
    run(['symbolic-ref', 'HEAD', 'refs/heads/main']);
    return sha;
  };

  return {
    gitFolder,
    git: (...words) => run(words),
    commit: (ask) => backOnMain(commit(place, ask)),
    merge: (ask) => backOnMain(merge(place, ask)),
    cherryPick: (ask) => backOnMain(pick(place, ask, 'cherry-pick')),
    revert: (ask) => backOnMain(pick(place, ask, 'revert')),
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
