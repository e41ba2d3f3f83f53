import type { GitCommit } from '../git/git-commit';
import type { GitReader, GitRefs } from '../git/git-reader';
import type { ApprovalEntry, MergeRequestEntry, ReviewerEntry } from './hosted-files';
import type { HostedProject } from './hosted-project';

type State = 'opened' | 'closed' | 'merged' | 'locked';

/** A merge request with everything that its file left out filled in from git. */
export type HostedMergeRequest = {
  iid: number;
  title: string;
  description: string | null;
  state: State;
  isDraft: boolean;
  author: string;
  sourceBranch: string;
  targetBranch: string;
  /** The head of the source branch, as long as it is open; then what it was. */
  sha: string;
  /** What the target branch was at when the merge request was last changed or merged. */
  startSha: string;
  /** Where it parted from its target, as the file says. */
  recordedBase: string | null;
  mergeCommitSha: string | null;
  squashCommitSha: string | null;
  isSquashed: boolean;
  mergedBy: string | null;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  closedAt: string | null;
  labels: string[];
  reviewers: ReviewerEntry[];
  approvals: ApprovalEntry[];
  /** As the file names them, oldest first; `undefined` when git has to tell. */
  listedCommits: string[] | undefined;
};

const NO_SHA = '0'.repeat(40);
const NO_DATE = '1970-01-01T00:00:00Z';

type Known = { refs: GitRefs; commits: Map<string, GitCommit> };

const branchHead = ({ refs }: GitRefs, name: string | undefined): string | undefined =>
  refs.find((ref) => ref.name === `refs/heads/${name}`)?.sha;

const landedAs = ({ merge_commit_sha: merge, squash_commit_sha: squash }: MergeRequestEntry) =>
  merge ?? squash;

function stateOf(entry: MergeRequestEntry): State {
  if (entry.state !== undefined) return entry.state;
  if (landedAs(entry) !== null || entry.merged_at !== null) return 'merged';
  return entry.closed_at === null ? 'opened' : 'closed';
}

type Ends = Pick<HostedMergeRequest, 'sourceBranch' | 'targetBranch' | 'sha' | 'startSha'>;

const firstSha = (...shas: (string | null | undefined)[]): string => shas.find(Boolean) ?? NO_SHA;

type Landing = { into: string | undefined; from: string | undefined };

/**
 * The second parent of a real merge is the head that was merged, or its squash, the first what it was
 * merged into. Whoever pushes a merge request to its target lands it as its own head.
 */
function toLanding(entry: MergeRequestEntry, { commits }: Known): Landing {
  const landed = commits.get(landedAs(entry) ?? '');
  if (!landed || landed.sha === entry.sha) return { into: undefined, from: undefined };
  const [into, second] = landed.parents;
  return { into, from: entry.squash_commit_sha === null ? second : undefined };
}

function toEnds(entry: MergeRequestEntry, known: Known): Ends {
  const { refs } = known;
  const { into, from } = toLanding(entry, known);
  const targetBranch = entry.target_branch ?? refs.defaultBranch;
  const sourceBranch = entry.source_branch ?? `merge-request-${entry.iid}`;
  const source = branchHead(refs, sourceBranch);
  return {
    sourceBranch,
    targetBranch,
    sha: firstSha(entry.sha, from, entry.commits?.at(-1), source, landedAs(entry)),
    startSha: firstSha(into, branchHead(refs, targetBranch)),
  };
}

function newestOf(dates: (string | null)[]): string {
  const known = dates.flatMap((date) => date ?? []);
  return known.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? NO_DATE;
}

type Dates = Pick<HostedMergeRequest, 'createdAt' | 'updatedAt' | 'mergedAt' | 'closedAt'>;

type Ending = Pick<HostedMergeRequest, 'mergedAt' | 'closedAt'>;

function toEnding(entry: MergeRequestEntry, { commits }: Known): Ending {
  const state = stateOf(entry);
  const landed = commits.get(landedAs(entry) ?? '')?.committer.date ?? null;
  return {
    mergedAt: state === 'merged' ? (entry.merged_at ?? landed) : null,
    closedAt: state === 'closed' ? (entry.closed_at ?? entry.updated_at) : null,
  };
}

function toDates(entry: MergeRequestEntry, known: Known, head: string): Dates {
  const ending = toEnding(entry, known);
  const opened = known.commits.get(entry.commits?.[0] ?? head)?.author.date;
  const createdAt = entry.created_at ?? opened ?? ending.mergedAt ?? NO_DATE;
  const updatedAt = entry.updated_at ?? newestOf([createdAt, ending.mergedAt, ending.closedAt]);
  return { ...ending, createdAt, updatedAt };
}

function toMergeRequest(entry: MergeRequestEntry, known: Known): HostedMergeRequest {
  const ends = toEnds(entry, known);
  return {
    ...ends,
    ...toDates(entry, known, ends.sha),
    iid: entry.iid,
    title: entry.title,
    description: entry.description,
    state: stateOf(entry),
    isDraft: entry.draft,
    author: entry.author ?? 'ghost',
    recordedBase: entry.diff_refs?.base_sha ?? null,
    mergeCommitSha: entry.merge_commit_sha,
    squashCommitSha: entry.squash_commit_sha,
    isSquashed: entry.squash || entry.squash_commit_sha !== null,
    mergedBy: entry.merged_by ?? entry.merge_user,
    labels: entry.labels,
    reviewers: entry.reviewers,
    approvals: entry.approved_by ?? entry.approvals ?? [],
    listedCommits: entry.commits,
  };
}

/** All merge requests of a project, as its file and its refs are now. */
export async function readMergeRequests(project: HostedProject): Promise<HostedMergeRequest[]> {
  const entries = await project.files.mergeRequests();
  if (entries.length === 0) return [];
  const git = await project.git();
  const refs = await git.refs();
  const named = entries.flatMap((entry) => [
    landedAs(entry),
    entry.commits?.[0],
    entry.sha ?? branchHead(refs, entry.source_branch),
  ]);
  const shas = [...new Set(named.flatMap((sha) => sha ?? []))];
  const commits = new Map((await git.commits(shas)).map((commit) => [commit.sha, commit]));
  return entries.map((entry) => toMergeRequest(entry, { refs, commits }));
}

/** The commits of a merge request, newest first: those that its file names, else those that git tells. */
export async function readShas(
  git: GitReader,
  { listedCommits, startSha, sha }: HostedMergeRequest,
): Promise<readonly string[]> {
  if (listedCommits) return listedCommits.toReversed();
  const ends = await git.commits([startSha, sha]);
  return ends.length === 2 ? git.range(startSha, sha) : [];
}

/** The newest version of the diff of a merge request. */
export type DiffVersion = { base: string; start: string; head: string };

/** GitLab makes one for each push while it is open; here it is the last. `null` when git has its ends no more. */
export async function findVersion(
  git: GitReader,
  request: HostedMergeRequest,
): Promise<DiffVersion | null> {
  const { startSha, sha: head } = request;
  const base = await findBase(git, request);
  if (base === null) return null;
  const ends = await git.commits([startSha, head]);
  const isForward = ends.length < 2 || (await git.mergeBase(startSha, head)) === head;
  return { base, start: isForward ? base : startSha, head };
}

/** Where a merge request parted from its target; `null` when git no longer has its ends. */
async function findBase(
  git: GitReader,
  { recordedBase, listedCommits, startSha, sha }: HostedMergeRequest,
): Promise<string | null> {
  if (recordedBase !== null) return recordedBase;
  const [first] = await git.commits((listedCommits ?? []).slice(0, 1));
  if (first) return first.parents[0] ?? null;
  const ends = await git.commits([startSha, sha]);
  return ends.length === 2 ? ((await git.mergeBase(startSha, sha)) ?? null) : null;
}
