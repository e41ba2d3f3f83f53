import type { GitCommit } from '../git/git-commit';
import type { GitReader, GitRefs } from '../git/git-reader';
import type { PullEntry, ReviewEntry } from './hosted-files';
import type { HostedRepository } from './hosted-repository';

/** A pull request with everything that its file left out filled in from git. */
export type HostedPull = {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  isDraft: boolean;
  author: string | null;
  head: { ref: string; sha: string };
  base: { ref: string; sha: string };
  mergeCommitSha: string | null;
  mergedBy: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  labels: string[];
  reviews: ReviewEntry[];
  /** As the file names them; `undefined` when git has to tell. */
  listedCommits: string[] | undefined;
};

const NO_SHA = '0'.repeat(40);
const NO_DATE = '1970-01-01T00:00:00Z';

type Known = { refs: GitRefs; commits: Map<string, GitCommit> };

function branchHead({ refs }: GitRefs, name: string | undefined): string | undefined {
  return refs.find((ref) => ref.name === `refs/heads/${name}`)?.sha;
}

type Ends = Pick<HostedPull, 'head' | 'base'>;
type Sha = string | null | undefined;

const firstSha = (...shas: Sha[]): string => shas.find(Boolean) ?? NO_SHA;

function toBase(entry: PullEntry, { refs }: Known, into: Sha): HostedPull['base'] {
  const ref = entry.base?.ref ?? refs.defaultBranch;
  return { ref, sha: firstSha(entry.base?.sha, into, branchHead(refs, ref)) };
}

function toHead(entry: PullEntry, { refs }: Known, from: Sha): HostedPull['head'] {
  const ref = entry.head?.ref ?? `pull/${entry.number}`;
  const listed = entry.commits?.at(-1);
  const branch = branchHead(refs, ref);
  return { ref, sha: firstSha(entry.head?.sha, from, listed, branch, entry.merge_commit_sha) };
}

/** The second parent of a real merge is the head that was merged, the first what it was merged into. */
function toEnds(entry: PullEntry, known: Known): Ends {
  const [into, from] = known.commits.get(entry.merge_commit_sha ?? '')?.parents ?? [];
  return { head: toHead(entry, known, from), base: toBase(entry, known, into) };
}

type Dates = Pick<HostedPull, 'createdAt' | 'updatedAt' | 'closedAt' | 'mergedAt'>;

function stateOf(entry: PullEntry): 'open' | 'closed' {
  const isOver = [entry.merged_at, entry.closed_at, entry.merge_commit_sha].some(Boolean);
  return entry.state ?? (isOver ? 'closed' : 'open');
}

function mergedAtOf(entry: PullEntry, { commits }: Known): string | null {
  if (entry.merged_at !== undefined) return entry.merged_at;
  if (stateOf(entry) === 'open') return null;
  return commits.get(entry.merge_commit_sha ?? '')?.committer.date ?? null;
}

function closedAtOf(entry: PullEntry, mergedAt: string | null, createdAt: string): string | null {
  if (stateOf(entry) === 'open') return null;
  return entry.closed_at ?? mergedAt ?? createdAt;
}

function newestOf(dates: (string | null | undefined)[]): string {
  const known = dates.flatMap((date) => date ?? []);
  return known.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? NO_DATE;
}

function toDates(entry: PullEntry, known: Known, head: string): Dates {
  const mergedAt = mergedAtOf(entry, known);
  const opened = known.commits.get(entry.commits?.[0] ?? head)?.author.date;
  const createdAt = entry.created_at ?? opened ?? mergedAt ?? NO_DATE;
  const closedAt = closedAtOf(entry, mergedAt, createdAt);
  const reviewed = entry.reviews.map((review) => review.submitted_at);
  const updatedAt = entry.updated_at ?? newestOf([createdAt, closedAt, ...reviewed]);
  return { createdAt, closedAt, mergedAt, updatedAt };
}

function toPull(entry: PullEntry, known: Known): HostedPull {
  const ends = toEnds(entry, known);
  return {
    ...ends,
    ...toDates(entry, known, ends.head.sha),
    number: entry.number,
    title: entry.title,
    body: entry.body ?? null,
    state: stateOf(entry),
    isDraft: entry.draft,
    author: entry.user,
    mergeCommitSha: entry.merge_commit_sha ?? null,
    mergedBy: entry.merged_by,
    labels: entry.labels,
    reviews: entry.reviews,
    listedCommits: entry.commits,
  };
}

/** All pull requests of a repository, as its file and its refs are now. */
export async function readPulls(repository: HostedRepository): Promise<HostedPull[]> {
  const entries = await repository.files.pulls();
  if (entries.length === 0) return [];
  const git = await repository.git();
  const refs = await git.refs();
  const named = entries.flatMap((entry) => [
    entry.merge_commit_sha,
    entry.commits?.[0],
    entry.head?.sha ?? branchHead(refs, entry.head?.ref),
  ]);
  const shas = [...new Set(named.flatMap((sha) => sha ?? []))];
  const commits = new Map((await git.commits(shas)).map((commit) => [commit.sha, commit]));
  return entries.map((entry) => toPull(entry, { refs, commits }));
}

/** What a pull request's files are compared with. */
export async function findPullBase(git: GitReader, pull: HostedPull): Promise<string | null> {
  const [first] = await git.commits((await readPullShas(git, pull)).slice(0, 1));
  const [head, base] = await Promise.all([exists(git, pull.head.sha), exists(git, pull.base.sha)]);
  const common = head && base ? await git.mergeBase(pull.base.sha, pull.head.sha) : undefined;
  const isMerged = common === pull.head.sha;
  return (isMerged ? undefined : common) ?? first?.parents[0] ?? null;
}

async function exists(git: GitReader, sha: string): Promise<boolean> {
  return (await git.commits([sha])).length === 1;
}

/** The commits of a pull request, oldest first: those that its file names, else those that git tells. */
export async function readPullShas(git: GitReader, pull: HostedPull): Promise<readonly string[]> {
  if (pull.listedCommits) return pull.listedCommits;
  const { head, base, mergeCommitSha } = pull;
  const ends = await git.commits([base.sha, head.sha]);
  const range = ends.length === 2 ? await git.range(base.sha, head.sha) : [];
  if (range.length > 0) return range.toReversed();
  return mergeCommitSha === null ? [] : [mergeCommitSha];
}
