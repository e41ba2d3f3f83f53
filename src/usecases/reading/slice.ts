import type { Commit } from '../../domain/commit';
import type { RefName, RepositoryEvidence } from '../../domain/evidence/issue-evidence';
import type { IssueParts } from '../../domain/evidence/issue-parts';
import type {
  IndexedRefs,
  Reading,
  RepositoryHeader,
} from '../../domain/evidence/repository-header';
import type { ArrivedChange } from '../../domain/evidence/arrived-changes';
import type { UnreadDiff } from '../../domain/evidence/presence-answers';
import type { StoredFacts } from '../../domain/evidence/recorded-facts';
import type { ReleasedBundle } from '../../domain/evidence/released-bundle';
import type { SpreadChange } from '../../domain/evidence/partly-spread';
import type { RepositoryOutline } from '../../domain/evidence/repository-outline';
import type { Gap } from '../../domain/gap';
import type { ManualAssociation } from '../../domain/ownership/manual-association';
import type { PullRequest } from '../../domain/pull-request';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import type { CodeHost } from '../../ports/code-host';
import type { Ports } from '../../ports/ports';
import { ProviderError } from '../../ports/provider-error';

export type ReadingPorts = Pick<
  Ports,
  | 'asApp'
  | 'settings'
  | 'connections'
  | 'jobs'
  | 'evidence'
  | 'compositions'
  | 'marks'
  | 'openCodeHost'
  | 'now'
>;

/** Host calls in one slice. Forge allows 100 in a runtime minute; retries and redirects need room. */
const CALLS_PER_SLICE = 60;
/** Where a question takes several requests: the largest one, 50 commits' checks, has to fit as well. */
const REQUESTS_PER_SLICE = 50;

/** Issues written in one slice: some minutes of storage calls, well within a consumer's time. */
export const ISSUES_PER_SLICE = 4000;

/** Everything that the stored issues are made from, and what came of it. */
export type Assembled = IssueParts & {
  pullRequests: PullRequest[];
  /** What else the parts depend on; for the fingerprint. */
  inputs: Inputs;
};

export type Inputs = {
  projectKeys: string[];
  issueTrailers: string[];
  lineBranches: string[];
  manual: ManualAssociation[];
  /** What each project that lists the repository released last. */
  released: ReleasedBundle[];
};

/** Which issues are to be written, and what. */
export type IndexPlan = {
  complete: Map<string, RepositoryEvidence>;
  digests: Map<string, string>;
  /** Keys of the issues whose part changed, ascending. */
  changed: string[];
  unreadRefs: RefName[];
  outline: RepositoryOutline;
  baselines: IndexedRefs['baselines'];
  /** Changes that are not on every branch. */
  spread: SpreadChange[];
  /** When changes came to each branch. */
  arrivals: ArrivedChange[];
  /** Digest of the part of every issue. */
  revision: string;
};

/** What is stored of changes, and diffs that did not come whole and are to be asked for once more. */
export type SliceFacts = StoredFacts & { overdue: ReadonlyMap<string, UnreadDiff> };

/** What one slice works with: one invocation's share of a reading. */
export type Slice = {
  ports: ReadingPorts;
  host: CodeHost;
  /** The connection as it was saved last: who asks the host. */
  login: string;
  /** Settings of the projects that list this repository. */
  projects: ProjectSettings[];
  /** The commit log, loaded when first needed; grows with what this slice reads. */
  log: Commit[] | null;
  /** What is stored of changes, loaded when first needed; grows with what this slice reads. */
  facts: SliceFacts | null;
  /** Shas whose diffs presence is likely to need. */
  likelyDiffs: string[] | null;
  /** The issues' parts, made when first needed; gone when more is known of a change. */
  assembled: Assembled | null;
  /** Which issues are to be written; made when first needed. */
  indexPlan: IndexPlan | null;
  /** Questions asked of the host so far. */
  calls: number;
  /** Requests that these came to. */
  requests: { sent: number };
  issuesWritten: number;
};

/** A header with a reading in progress. */
export type ReadingHeader = RepositoryHeader & { reading: Reading };

/** What a phase did: the header as it is now, and whether the phase is at its end. */
export type PhaseStep = {
  header: ReadingHeader;
  isDone: boolean;
  /** Whether what was done is worth a checkpoint of its own. */
  isCheckpoint: boolean;
};

export type Phase = (slice: Slice, header: ReadingHeader) => Promise<PhaseStep>;

/** Asks the host, and counts. */
export function ask<Answer>(
  slice: Slice,
  question: (host: CodeHost) => Promise<Answer>,
): Promise<Answer> {
  slice.calls += 1;
  return question(slice.host);
}

/** Whether the rest should be left to a next slice. */
export const isSpent = ({ calls, requests, issuesWritten }: Slice): boolean =>
  calls >= CALLS_PER_SLICE ||
  (requests.sent > calls && requests.sent >= REQUESTS_PER_SLICE) ||
  issuesWritten >= ISSUES_PER_SLICE;

/** What the host says now does not fit what it said before: one of the two is not the whole truth. */
export const contradiction = ({ path }: RepositoryHeader, what: string): ProviderError =>
  new ProviderError({ kind: 'unexpected-answer' }, `${path}: ${what}. Read it again in a while.`);

export async function commitLog(slice: Slice, header: RepositoryHeader): Promise<Commit[]> {
  slice.log ??= await slice.ports.evidence.readCommits(header.repository, header.commitCount);
  return slice.log;
}

export const withReading = (header: ReadingHeader, change: Partial<Reading>): ReadingHeader => ({
  ...header,
  reading: { ...header.reading, ...change },
});

export const done = (header: ReadingHeader): PhaseStep => ({
  header,
  isDone: true,
  isCheckpoint: false,
});

export const gap = (header: RepositoryHeader, what: string, why: string): Gap => ({
  repository: header.repository,
  what,
  why,
});
