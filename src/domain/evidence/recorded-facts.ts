import type { Commit } from '../commit';
import type { DiffFact } from '../presence/diff-fact';
import type { BlobAt, PresenceFacts } from '../presence/presence-facts';
import type { PullRequest } from '../pull-request';
import {
  isUnread,
  spanKey,
  toCombinedFact,
  type CombinedAnswer,
  type FileAnswer,
  type PresenceAnswers,
  type RecordedDiff,
} from './presence-answers';

/** What is stored of changes: diffs, and what hosts answered besides. */
export type StoredFacts = { diffs: ReadonlyMap<string, RecordedDiff>; answers: PresenceAnswers };

export type RecordedFacts = {
  facts: PresenceFacts;
  /** The answers that were looked at so far; others belong to refs that are gone. */
  used: () => PresenceAnswers;
};

type RecordedFactsInput = {
  commits: readonly Commit[];
  pullRequests: readonly Pick<PullRequest, 'commits'>[];
  stored: StoredFacts;
  ownedKeys: PresenceFacts['ownedKeys'];
  lineHeads: readonly string[];
  /** Merges that may have changed something themselves: without an answer nobody knows. */
  doubtfulMerges: ReadonlySet<string>;
};

/** The facts of one repository as they are stored, and which of them were asked for. */
export function createRecordedFacts(input: RecordedFactsInput): RecordedFacts {
  const { diffs, answers } = input.stored;
  const bySha = new Map(input.commits.map((commit) => [commit.sha, commit]));
  const combined = new Map<string, CombinedAnswer>();
  const files = new Map<string, Map<string, FileAnswer>>();
  const facts: PresenceFacts = {
    commits: input.commits,
    ownedKeys: input.ownedKeys,
    lineHeads: input.lineHeads,
    // One of whose commits some were not read cannot be held against a squash.
    pullRequests: input.pullRequests
      .map(({ commits }) => commits.map(({ sha }) => sha))
      .filter((shas) => shas.every((sha) => bySha.has(sha))),
    diffOf: (sha) => diffs.get(sha) ?? (input.doubtfulMerges.has(sha) ? UNREAD : undefined),
    treeOf: (sha) => bySha.get(sha)?.tree ?? undefined,
    combinedOf: (span) => {
      const answer = answers.combined.get(spanKey(span));
      if (answer) combined.set(spanKey(span), answer);
      return toCombinedFact(answer);
    },
    blobAt: (sha, path) => {
      const answer = answers.files.get(sha)?.get(path);
      if (answer !== undefined) {
        files.set(sha, (files.get(sha) ?? new Map<string, FileAnswer>()).set(path, answer));
      }
      return toBlob(answer);
    },
  };
  return { facts, used: () => ({ combined, files }) };
}

const UNREAD: DiffFact = { status: 'unread' };

function toBlob(answer: FileAnswer | undefined): BlobAt | null | 'unread' | undefined {
  if (answer === undefined || answer === null) return answer;
  return isUnread(answer) ? 'unread' : answer;
}
