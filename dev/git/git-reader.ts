import { setImmediate } from 'node:timers/promises';
import { createBoundedMap, rememberAnswers } from './bounded-map';
import { parseChangedFiles, splitComparison } from './changed-file';
import type { ChangedFile } from './changed-file';
import { COMMIT_FORMAT, parseCommits } from './git-commit';
import type { GitCommit } from './git-commit';
import { readRefFiles } from './ref-files';
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

/**
 * Reads one repository with the git program. What refs name is kept as long as their files are the same, what a
 * sha names for good: starting git takes longer than all it has to do.
 */
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
const KEPT = {
  ...{ histories: 50, ranges: 2000, commits: 200_000, trees: 50, blobs: 500, refs: 5 },
  ...{ comparisons: 500, texts: 50 },
};
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
  const words = ['diff-tree', '-r', '-M', '-z', '--raw', '--no-abbrev', '--numstat', '-p'];
  const compare = rememberAnswers(KEPT.texts, async (base = '', head = '') =>
    splitComparison(await run.bytes([...words, base, head])),
  );
  const files = rememberAnswers(KEPT.comparisons, async (base = '', head = '') => {
    const { summary, patch } = await compare(base, head);
    return parseChangedFiles(summary.toString(), patch.toString());
  });
  const mails = rememberAnswers(KEPT.texts, (...range) =>
    run.bytes(['format-patch', '--stdout', '-M', ...range]),
  );
  return {
    changedFiles: (base, head) => files(base ?? EMPTY_TREE, head),
    diff: async (base, head) => (await compare(base ?? EMPTY_TREE, head)).patch,
    patch: (base, head) =>
      base === null ? mails('--root', '-1', head) : mails(`${base}..${head}`),
  };
}

function parseTreeEntry(line: string): TreeEntry {
  const [head = '', path = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = '-'] = head.split(/ +/);
  return { mode, type, sha, size: size === '-' ? null : Number(size), path };
}

function createTreeReader(run: RunGit): Pick<GitReader, 'tree' | 'blob'> {
  const trees = rememberAnswers(KEPT.trees, async (treeish = '', ...depth) => {
    const output = await run(['ls-tree', '-z', '-l', ...depth, treeish]);
    return output.split('\0').filter(Boolean).map(parseTreeEntry);
  });
  const blobs = rememberAnswers(KEPT.blobs, (sha = '') => run.bytes(['cat-file', 'blob', sha]));
  return {
    tree: (treeish, isRecursive) =>
      trees(treeish, ...(isRecursive ? ['-r', '-t'] : [])).catch(() => undefined),
    blob: (sha) => blobs(sha).catch(() => undefined),
  };
}

type CommitReader = ReturnType<typeof createCommitReader>;

function createRefReader(
  run: RunGit,
  gitFolder: string,
  { commits }: CommitReader,
): Pick<GitReader, 'refs' | 'resolve'> {
  const read = rememberAnswers(KEPT.refs, () => readRefs(run));
  const refs = (): Promise<GitRefs> => read(readRefFiles(gitFolder));
  const verify = async (sha: string): Promise<string | undefined> => {
    const found = run(['rev-parse', '--verify', '--quiet', `${sha}^{commit}`]);
    return (await found.catch(() => '')).trim() || undefined;
  };
  return {
    refs,
    resolve: async (ref) => {
      const named = findRef(await refs(), ref);
      if (named !== undefined || !/^[0-9a-f]{4,40}$/i.test(ref)) return named;
      const [commit] = await commits([ref]);
      return commit?.sha ?? verify(ref);
    },
  };
}

/** Opens a git folder, bare or not. */
export function createGitReader(gitFolder: string): GitReader {
  const run = createRunGit(gitFolder);
  const list = (...words: string[]): Promise<readonly string[]> =>
    lines(run(['rev-list', ...words]));
  const history = rememberAnswers(KEPT.histories, list);
  const range = rememberAnswers(KEPT.ranges, list);
  const base = rememberAnswers(KEPT.comparisons, (one = '', other = '') =>
    lines(run(['merge-base', one, other])),
  );
  const commits = createCommitReader(run);

  return {
    ...commits,
    ...createDiffReader(run),
    ...createTreeReader(run),
    ...createRefReader(run, gitFolder, commits),
    history: (sha, path) => (path === undefined ? history(sha) : history(sha, '--', path)),
    wholeHistory: () => list('--all'),
    range: (from, to) => range(to, `^${from}`),
    mergeBase: async (one, other) => (await base(one, other).catch(() => []))[0],
  };
}
