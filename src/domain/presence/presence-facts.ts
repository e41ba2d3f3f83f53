import type { Commit } from '../commit';
import type { Presence } from './presence-state';
import type { DiffFact } from './diff-fact';

export type PresenceCommit = Pick<Commit, 'sha' | 'parents' | 'message' | 'committedAt'>;

export type BlobAt = { blob: string; mode: string | null };

/** Two commits whose difference is the combined patch of a run of commits. */
export type Span = { base: string; head: string };

export type CombinedFact = { status: 'known'; patchId: string | null } | { status: 'unread' };

/**
 * What is known of one repository. Every answer but `ownedKeys` and `lineHeads` is good for ever:
 * it depends on shas alone. `undefined` stands for what nobody asked for yet, `unread` for what was
 * asked for and did not come whole.
 */
export type PresenceFacts = {
  commits: readonly PresenceCommit[];
  /** The issues that own a commit, as a change or as a revert. */
  ownedKeys: (sha: string) => readonly string[];
  /**
   * The diff of a commit against its parent. For a merge only what it changed itself (`git show
   * --remerge-diff`), without a patch; a merge without an answer carries no change of its own.
   */
  diffOf: (sha: string) => DiffFact | undefined;
  /** The tree of a commit; `undefined` where the host does not tell. */
  treeOf: (sha: string) => string | undefined;
  /** The patch identity of the difference between two commits. */
  combinedOf: (span: Span) => CombinedFact | undefined;
  /** The commits of each pull request. */
  pullRequests: readonly (readonly string[])[];
  /** A file of a commit; `null` when the commit has no such file. */
  blobAt: (sha: string, path: string) => BlobAt | null | 'unread' | undefined;
  /** Heads of the lines that changes come from: what stands there of its own is no pick of theirs. */
  lineHeads: readonly string[];
};

/**
 * `merged-without-content`: a merge reached the commit and kept only its other parent.
 * `carries-no-change`: an empty commit, or a merge that only merges, needs no presence.
 */
export type PresenceNote = 'merged-without-content' | 'carries-no-change';

export type FoundPresence = Presence & { note?: PresenceNote };

/** What would settle a presence that is unknown so far, each worth one question to the host. */
export type FactsNeeded = {
  /** Commits whose diff is missing. */
  diffs: ReadonlySet<string>;
  /** Files that are missing: paths by the commit that they are wanted of. */
  blobs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Combined patches, as `base...head`. */
  spans: ReadonlyMap<string, Span>;
};
