import type { Check } from '../domain/check';
import type { Commit } from '../domain/commit';
import type { Deployment } from '../domain/deployment';
import type { DiffFact } from '../domain/presence/diff-fact';
import type { WantedText } from '../domain/presence/merged-file';
import type { BlobAt, CombinedFact, Span } from '../domain/presence/presence-facts';
import type { PullRequest } from '../domain/pull-request';

/** A page of an answer; `next` is a cursor to hand back, `null` on the last page. */
export type Page<T> = { items: T[]; next: string | null };

/**
 * An answer that the host may save us: `unchanged` when `validator` still holds. A validator is
 * opaque, made by the adapter, and may be stored.
 */
export type Conditional<T> =
  { status: 'unchanged' } | { status: 'changed'; validator: string | null; value: T };

export type HostRepository = {
  /** The path that the host knows it by now; differs from the one asked for after a rename. */
  path: string;
  defaultBranch: string;
  url: string;
  isArchived: boolean;
  isPrivate: boolean;
};

export type Branch = { name: string; sha: string; isProtected: boolean };

export type HostAccount = { login: string; kind: 'user' | 'app' };

/** What we read from GitHub or GitLab. Every method throws `ProviderError` and nothing else. */
export type ListedChecks = {
  checks: Map<string, Check[]>;
  /** Stands for checks of every commit that the connection may not read; `null` when it may read all. */
  withheld: Check | null;
};

/**
 * Commits whose diffs are wanted, merges left out, oldest first. `base..head` reaches them all; `base`
 * is `null` for one commit that is asked for by itself.
 */
export type DiffsAsk = { base: string | null; head: string; commits: readonly Commit[] };

/** `too-large`: the host does not give so much at once; ask for less. One commit alone is never too large: it is `unread`. */
export type ListedDiffs =
  { status: 'read'; diffs: Map<string, DiffFact> } | { status: 'too-large' };

/** Files of one commit that are wanted. */
export type FilesAsk = { sha: string; paths: readonly string[] };

/** By commit. A path that is not in a commit's map is not there; a commit that is not in the answer is one that the host does not know. */
export type FoundFiles = Map<string, Map<string, BlobAt> | 'unread'>;

export type CodeHost = {
  /** How many commits' diffs one question should ask for at most. */
  diffsPerQuestion: number;
  /** Who we are there. */
  getAccount(): Promise<HostAccount>;
  /** Repositories that the connection can see, by path. */
  listRepositories(cursor: string | null): Promise<Page<HostRepository>>;
  getRepository(path: string): Promise<HostRepository>;
  /**
   * Heads of the named branches, conditional; a branch that does not exist is absent from the map.
   * One call whatever the number of branches: GitHub answers the conditional list of branches while
   * it fits one page of 100, else (the validator remembers) one GraphQL query for exactly these refs;
   * GitLab lists those that an expression matches.
   */
  readHeads(
    path: string,
    ask: { branches: readonly string[]; validator: string | null },
  ): Promise<Conditional<Map<string, string>>>;
  /** Branches, conditional on the whole list; pages after the first are not conditional. */
  listBranches(
    path: string,
    ask: { validator: string | null; cursor: string | null },
  ): Promise<Conditional<Page<Branch>>>;
  /** Commits reachable from `sha`, newest first, 100 a page; `[]` for an empty repository. */
  listCommits(path: string, ask: { sha: string; cursor: string | null }): Promise<Page<Commit>>;
  /** Whether any pull request changed since the validator was made; the value is that of the newest change. */
  probePullRequests(
    path: string,
    validator: string | null,
  ): Promise<Conditional<{ newestUpdatedAt: string | null }>>;
  /**
   * Pull requests, the most recently updated first, with reviews and commits. What was not updated
   * since `since` may be left out: GitLab needs calls of its own for each.
   */
  listPullRequests(
    path: string,
    cursor: string | null,
    since?: string | null,
  ): Promise<Page<PullRequest>>;
  /** Whether any of the newest deployments changed since the validator was made. */
  probeDeployments(path: string, validator: string | null): Promise<Conditional<{ count: number }>>;
  /** Deployments, newest first, with their states. */
  listDeployments(path: string, cursor: string | null): Promise<Page<Deployment>>;
  /** How many commits' checks one question may ask for. */
  checksPerQuestion: number;
  /** Checks of so many commits: one call at GitHub, one for each eight at GitLab. A sha that the host does not know is absent from the answer. */
  listChecks(path: string, shas: readonly string[]): Promise<ListedChecks>;
  /**
   * What commits changed against their parent, good for ever. A commit that is not in the answer is one
   * that the host does not know. What the host cut or left out is `unread`.
   */
  listDiffs(path: string, ask: DiffsAsk): Promise<ListedDiffs>;
  /** The patch identity of all that lies between two commits, good for ever; `unread` when it is cut. */
  readCombined(path: string, span: Span): Promise<CombinedFact>;
  /** How many files one question should ask for at most, over all commits; those of one commit stay together. */
  filesPerQuestion: number;
  /** Files of several commits, good for ever; no commit is named twice. */
  readFiles(path: string, asks: readonly FilesAsk[]): Promise<FoundFiles>;
  /** How many texts one question should ask for at most. */
  textsPerQuestion: number;
  /**
   * Whole texts by blob, good for ever. A blob that is not in the answer is binary, in no UTF-8, or the
   * host cut it or does not know it.
   */
  readTexts(path: string, wanted: readonly WantedText[]): Promise<Map<string, string>>;
};
