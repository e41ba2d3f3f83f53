import { setImmediate } from 'node:timers/promises';
import { createBoundedMap, rememberAnswers } from './bounded-map';
import { parseChangedFiles } from './changed-file';
import type { ChangedFile } from './changed-file';
import { COMMIT_FORMAT, parseCommits } from './git-commit';
import type { GitCommit } from './git-commit';
import { createRunGit } from './run-git';
import type { RunGit } from './run-git';

/** `sha` is the commit (an annotated tag is peeled); `target` is the object that the ref names. */
export type GitRef = { name: string; sha: string; target: string; type: 'commit' | 'tag' };
export type GitRefs = { defaultBranch: string; refs: GitRef[] };
export type TreeEntry = {
  mode: string;
  type: string;
  sha: string;
  size: number | null;
  path: string;
};

/** Reads one repository with the git program. Refs are read anew at each call; what a sha names is kept. */
export type GitReader = {
  refs(): Promise<GitRefs>;
  /** The commit that a branch, tag, full ref, `HEAD` or (short) sha names. */
  resolve(ref: string): Promise<string | undefined>;
  /** Commits reachable from a sha in the order of `git log`, those that touch `path` only when given. */
  history(sha: string, path?: string): Promise<readonly string[]>;
  /** Commits reachable from any ref, in the order of `git log --all`. */
  wholeHistory(): Promise<readonly string[]>;
  /** Commits reachable from `head` but not from `base`, in the order of `git log`. */
  range(base: string, head: string): Promise<readonly string[]>;
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** The commits that exist of those named, in that order. Naming many at once is cheap. */
  commits(shas: readonly string[]): Promise<GitCommit[]>;
  /** `commits(shas.slice(from, from + count))`, reading ahead along the list. */
  page(shas: readonly string[], from: number, count: number): Promise<GitCommit[]>;
  /** What differs between two commits; `base` is `null` for the empty tree. */
  changedFiles(base: string | null, head: string): Promise<ChangedFile[]>;
  diff(base: string | null, head: string): Promise<Uint8Array>;
  /** As `git format-patch` writes it: one commit, or each of a range. */
  patch(base: string | null, head: string): Promise<Uint8Array>;
  tree(treeish: string, recursive: boolean): Promise<TreeEntry[] | undefined>;
  /** The content of a blob. */
  blob(sha: string): Promise<Uint8Array | undefined>;
};

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const SHA = /^[0-9a-f]{40}$/;
const READ_AHEAD = 2000;
const KEPT = { histories: 50, ranges: 2000, diffs: 500, commits: 200_000, trees: 50 };
const REF_FORMAT = '%(objectname) %(*objectname) %(objecttype) %(HEAD)%(refname)';

function parseRef(line: string): (GitRef & { isHead: boolean })[] {
  const [target = '', peeled = '', type = '', ...rest] = line.split(' ');
  if (type !== 'commit' && type !== 'tag') return [];
  const name = rest.join(' ');
  const isHead = name.startsWith('*');
  return [{ name: name.replace(/^[* ]/, ''), sha: peeled || target, target, type, isHead }];
}

async function readRefs(run: RunGit): Promise<GitRefs> {
  const list = (await run(['for-each-ref', `--format=${REF_FORMAT}`]))
    .split('\n')
    .flatMap(parseRef);
  const head =
    list.find(({ isHead }) => isHead)?.name ?? (await run(['symbolic-ref', 'HEAD'])).trim();
  const refs = list.map(({ name, sha, target, type }) => ({ name, sha, target, type }));
  return { defaultBranch: head.replace('refs/heads/', ''), refs };
}

function findRef({ refs, defaultBranch }: GitRefs, ref: string): string | undefined {
  const name = ref === 'HEAD' ? `refs/heads/${defaultBranch}` : ref;
  const wanted = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name];
  return wanted.flatMap((full) => refs.find((one) => one.name === full)?.sha ?? [])[0];
}

async function lines(answer: Promise<string>): Promise<readonly string[]> {
  return (await answer).split('\n').filter(Boolean);
}

/** Puts what is asked for in one turn of the event loop into one git process. */
function batched(
  load: (shas: string[]) => Promise<void>,
): (shas: readonly string[]) => Promise<void> {
  let batch: { shas: Set<string>; done: Promise<void> } | null = null;
  const open = (): { shas: Set<string>; done: Promise<void> } => {
    const shas = new Set<string>();
    const start = async (): Promise<void> => {
      await setImmediate();
      batch = null;
      await load([...shas]);
    };
    return { shas, done: start() };
  };
  return async (shas) => {
    batch ??= open();
    for (const sha of shas) batch.shas.add(sha);
    await batch.done;
  };
}

function createCommitReader(run: RunGit): Pick<GitReader, 'commits' | 'page'> {
  const known = createBoundedMap<GitCommit>(KEPT.commits);
  const words = ['log', '--no-walk=unsorted', '--ignore-missing', '--stdin', '-z'];
  const read = batched(async (shas) => {
    const output = await run([...words, `--format=${COMMIT_FORMAT}`], `${shas.join('\n')}\n`);
    for (const commit of parseCommits(output)) known.set(commit.sha, commit);
  });
  const load = async (shas: readonly string[]): Promise<void> => {
    const missing = shas.filter((sha) => known.get(sha) === undefined && SHA.test(sha));
    if (missing.length > 0) await read(missing);
  };
  const pick = (shas: readonly string[]): GitCommit[] =>
    shas.flatMap((sha) => known.get(sha) ?? []);

  return {
    commits: async (shas) => {
      await load(shas);
      return pick(shas);
    },
    page: async (shas, from, count) => {
      const wanted = shas.slice(from, from + count);
      const isKnown = wanted.every((sha) => known.get(sha) !== undefined);
      if (!isKnown) await load(shas.slice(from, from + Math.max(count, READ_AHEAD)));
      return pick(wanted);
    },
  };
}

function createDiffReader(run: RunGit): Pick<GitReader, 'changedFiles' | 'diff' | 'patch'> {
  const compare = ['diff-tree', '-r', '-M'];
  const files = rememberAnswers(KEPT.diffs, async (base = '', head = '') => {
    const [summary, patch] = await Promise.all([
      run([...compare, '-z', '--raw', '--no-abbrev', '--numstat', base, head]),
      run([...compare, '-p', base, head]),
    ]);
    return parseChangedFiles(summary, patch);
  });
  const mails = ['format-patch', '--stdout', '-M'];
  return {
    changedFiles: (base, head) => files(base ?? EMPTY_TREE, head),
    diff: (base, head) => run.bytes([...compare, '-p', base ?? EMPTY_TREE, head]),
    patch: (base, head) =>
      run.bytes([...mails, ...(base === null ? ['--root', '-1', head] : [`${base}..${head}`])]),
  };
}

function parseTreeEntry(line: string): TreeEntry {
  const [head = '', path = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = '-'] = head.split(/ +/);
  return { mode, type, sha, size: size === '-' ? null : Number(size), path };
}

async function readTree(run: RunGit, treeish: string, recursive: string): Promise<TreeEntry[]> {
  const words = ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), treeish];
  const output = await run(words);
  return output.split('\0').filter(Boolean).map(parseTreeEntry);
}

/** Opens a git folder, bare or not. */
export function createGitReader(gitFolder: string): GitReader {
  const run = createRunGit(gitFolder);
  const refs = (): Promise<GitRefs> => readRefs(run);
  const list = (...words: string[]): Promise<readonly string[]> =>
    lines(run(['rev-list', ...words]));
  const history = rememberAnswers(KEPT.histories, list);
  const range = rememberAnswers(KEPT.ranges, list);
  const base = rememberAnswers(KEPT.diffs, (one = '', other = '') =>
    lines(run(['merge-base', one, other]).catch(() => '')),
  );
  const tree = rememberAnswers(KEPT.trees, (treeish = '', recursive = '') =>
    readTree(run, treeish, recursive).catch(() => undefined),
  );
  const commits = createCommitReader(run);

  return {
    ...commits,
    ...createDiffReader(run),
    refs,
    resolve: async (ref) => {
      const named = findRef(await refs(), ref);
      if (named !== undefined || !/^[0-9a-f]{4,40}$/i.test(ref)) return named;
      const found = await run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).catch(
        () => '',
      );
      return found.trim() || undefined;
    },
    history: (sha, path) => (path === undefined ? history(sha) : history(sha, '--', path)),
    wholeHistory: () => list('--all'),
    range: (from, to) => range(to, `^${from}`),
    mergeBase: async (one, other) => (await base(one, other))[0],
    blob: (sha) => run.bytes(['cat-file', 'blob', sha]).catch(() => undefined),
    tree: (treeish, recursive) => tree(treeish, recursive ? 'recursive' : ''),
  };
}
