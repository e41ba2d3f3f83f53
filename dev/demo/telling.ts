import type { History, Person } from './history';
import type { RepositoryStory } from './story-schema';
import { apply, differences, planChanges } from './work-tree';
import type { Change, WorkTree } from './work-tree';

type Told = {
  title: string;
  message: string;
  parents: readonly string[];
  files: WorkTree;
  changes: readonly Change[];
};
/** A pull request in GitHub's shape; `squash_commit_sha` is GitLab's word for what it merges then. */
export type HostedPull = {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  draft: boolean;
  user: string;
  head: { ref: string; sha: string };
  base: { ref: string; sha: string };
  created_at: string;
  updated_at: string;
  reviews: { user: string; state: string; commit_id: string; submitted_at: string }[];
  commits: string[];
  merge_commit_sha?: string;
  squash_commit_sha?: string;
  merged_by?: string;
  merged_at?: string;
  closed_at?: string;
};
export type HostedDeployment = Record<
  'sha' | 'ref' | 'environment' | 'creator' | 'created_at',
  string
> & { id: number; statuses: { state: string; created_at: string }[] };
export type HostedCheck = Record<'name' | 'status' | 'started_at', string> &
  Partial<Record<'conclusion' | 'completed_at', string>>;

/** One repository while its story is told: what git holds so far, and what its host knows beside it. */
export type Telling = {
  story: RepositoryStory;
  history: History;
  people: Readonly<Record<string, Person>>;
  /** In the order in which they were made. */
  commits: Map<string, Told>;
  branches: Map<string, string>;
  /** Further refs by full name. */
  refs: Map<string, string>;
  /** Commits that the story gave a name. */
  ids: Map<string, string>;
  pulls: HostedPull[];
  deployments: HostedDeployment[];
  checks: Record<string, HostedCheck[]>;
};

export type Signed = { at: string; author: Person; committer?: Person };
export type Asked = Signed & { message: string; parents: readonly string[] };

export function personOf({ people, story }: Telling, login: string): Person {
  const person = people[login];
  if (!person) throw new Error(`${story.name}: there is nobody called ${login}`);
  return person;
}

/** The commit that a branch, or a name of the story, stands for. */
export function shaOf({ branches, ids, story }: Telling, ref: string): string {
  const sha = branches.get(ref) ?? ids.get(ref);
  if (sha === undefined) throw new Error(`${story.name}: there is no branch or commit ${ref} yet`);
  return sha;
}

export function toldAs({ commits, story }: Telling, sha: string): Told {
  const told = commits.get(sha);
  if (!told) throw new Error(`${story.name}: there is no commit ${sha}`);
  return told;
}

const NO_FILES: WorkTree = new Map();

function filesOf(telling: Telling, [first]: readonly string[]): WorkTree {
  return first === undefined ? NO_FILES : toldAs(telling, first).files;
}

/** Writes a commit that makes these changes on top of its first parent. */
export async function record(
  telling: Telling,
  asked: Asked,
  changes: readonly Change[],
): Promise<string> {
  const { message, parents, at, author, committer = author } = asked;
  const before = filesOf(telling, parents);
  const files = apply(before, changes);
  const [title = ''] = message.split('\n');
  const sha = await telling.history.commit({
    message,
    author,
    committer,
    at,
    parents,
    changes: differences(before, files),
  });
  const own = parents.length > 1 ? [] : changes;
  telling.commits.set(sha, { title, message, parents, files, changes: own });
  return sha;
}

/** Writes a commit of its own making: the files that it touches get what its title tells. */
export function recordWork(
  telling: Telling,
  asked: Asked,
  touched: readonly string[],
): Promise<string> {
  const [title = ''] = asked.message.split('\n');
  return record(telling, asked, planChanges(filesOf(telling, asked.parents), title, touched));
}

/** Writes a merge: the changes of `theirs` that `ours` lacks are made again, in their order. */
export function recordMerge(
  telling: Telling,
  asked: Signed & { message: string },
  { ours, theirs }: { ours: string; theirs: string },
): Promise<string> {
  const known = reachable(telling, ours);
  const brought = reachable(telling, theirs);
  const changes = [...telling.commits].flatMap(([sha, told]) =>
    brought.has(sha) && !known.has(sha) ? told.changes : [],
  );
  return record(telling, { ...asked, parents: [ours, theirs] }, changes);
}

function reachable(telling: Telling, sha: string): Set<string> {
  const found = new Set<string>();
  const open = [sha];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...toldAs(telling, next).parents);
  }
  return found;
}

export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** What the pipeline said of a commit, check by check. */
export function addChecks(
  { checks, story }: Telling,
  sha: string,
  at: string,
  outcomes: Readonly<Record<string, string>> = {},
): void {
  checks[sha] = story.checks.map((name, index) => {
    const conclusion = outcomes[name] ?? 'success';
    const started = { name, started_at: minutesAfter(at, 1) };
    if (conclusion === 'pending') return { ...started, status: 'in_progress' };
    const completed_at = minutesAfter(at, 4 + 3 * index);
    return { ...started, status: 'completed', conclusion, completed_at };
  });
}

/** A deployment of a commit with the states that it went through. */
export function addDeployment(
  telling: Telling,
  {
    sha,
    ref,
    to,
    at,
    by,
    states,
  }: Record<'sha' | 'ref' | 'to' | 'at' | 'by', string> & {
    states: readonly string[];
  },
): void {
  const { deployments } = telling;
  deployments.push({
    id: deployments.length + 1,
    sha,
    ref,
    environment: to,
    creator: by,
    created_at: at,
    statuses: states.map((state, index) => ({
      state,
      created_at: minutesAfter(at, 1 + 6 * index),
    })),
  });
}
