import type { Commit } from '../../src/domain/commit';
import type { Deployment } from '../../src/domain/deployment';
import type {
  CommitEvidence,
  DeploymentEvidence,
  IssueEvidence,
  MentionEvidence,
  PullRequestEvidence,
  RefName,
  RepositoryEvidence,
} from '../../src/domain/evidence/issue-evidence';
import type { RepositoryStatus } from '../../src/domain/evidence/repository-status';
import type { LineCell } from '../../src/domain/lines/line-state';
import type { LineSummary } from '../../src/domain/lines/line-summary';
import type { Association } from '../../src/domain/ownership/association';
import type { ManualAssociation } from '../../src/domain/ownership/manual-association';
import type { PullRequest } from '../../src/domain/pull-request';
import { evidenceGaps } from '../../src/domain/evidence/evidence-gaps';
import { linesOfIssue } from '../../src/domain/lines/lines-of-issue';
import type { IssueFacts } from '../../src/usecases/get-issue';
import { jiraIssue } from './jira-builders';
import { projectSettings } from './settings';

export { jiraIssue, relatedIssue } from './jira-builders';

/** The one repository that `projectSettings()` lists. */
export const REPOSITORY = 'github:acme/payments-api';
/** When a test's evidence was read, and when it is looked at. */
const READ_AT = '2026-05-04T08:00:00Z';
const SEEN_AT = '2026-05-04T09:00:00Z';

export function commit(more: Partial<Commit> = {}): Commit {
  return {
    sha: 'a1',
    parents: [],
    message: 'PAY-1 Fix login',
    author: 'Ana Lima',
    authoredAt: '2026-05-01T08:00:00Z',
    committedAt: '2026-05-01T08:00:00Z',
    tree: null,
    ...more,
  };
}

export function pullRequest(more: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 1,
    title: 'Fix login',
    body: '',
    url: 'https://github.com/acme/payments-api/pull/1',
    state: 'open',
    isDraft: false,
    author: 'ana',
    headBranch: 'fix-login',
    headSha: 'a1',
    baseBranch: 'develop',
    mergeSha: null,
    createdAt: '2026-05-01T08:00:00Z',
    updatedAt: '2026-05-01T08:00:00Z',
    mergedAt: null,
    commits: [],
    commitCount: 0,
    reviews: [],
    reviewCount: 0,
    ...more,
  };
}

/** A deployment to qa that succeeded when it was created, unless a test says otherwise. */
export function deployment(more: Partial<Deployment> = {}): Deployment {
  const { createdAt = '2026-05-01T08:00:00Z' } = more;
  return {
    id: '1',
    sha: 'a1',
    ref: 'develop',
    environment: 'qa',
    tier: null,
    state: 'success',
    createdAt,
    updatedAt: createdAt,
    url: null,
    events: [],
    ...more,
  };
}

export function association(more: Partial<Association> = {}): Association {
  return { issueKey: 'PAY-1', kind: 'owns', source: 'title', detail: null, ...more };
}

export function manualAssociation(more: Partial<ManualAssociation> = {}): ManualAssociation {
  return {
    issueKey: 'PAY-1',
    sha: 'a1',
    action: 'link',
    reason: 'agreed on the phone',
    by: 'Bo Chen',
    accountId: 'bo',
    at: '2026-05-03T08:00:00Z',
    ...more,
  };
}

export function commitEvidence(more: Partial<CommitEvidence> = {}): CommitEvidence {
  return {
    sha: 'a1',
    title: 'PAY-1 Fix login',
    author: 'Ana Lima',
    authoredAt: '2026-05-01T08:00:00Z',
    isMerge: false,
    associations: [association()],
    carriesChange: true,
    presence: {},
    arrivedAt: {},
    paths: { listed: [], omitted: 0 },
    trailers: null,
    checks: 'not-read',
    ...more,
  };
}

/** Present by ancestry in each of these refs. */
export const inRefs = (...refs: RefName[]): CommitEvidence['presence'] =>
  Object.fromEntries(
    refs.map((ref) => [ref, { state: 'present', by: 'ancestor', as: 'a1' } as const]),
  );

export function mentionEvidence(more: Partial<MentionEvidence> = {}): MentionEvidence {
  return {
    sha: 'a1',
    title: 'Speaks of PAY-1',
    author: 'Ana Lima',
    authoredAt: '2026-05-01T08:00:00Z',
    isMerge: false,
    associations: [association({ kind: 'mentions', source: 'body' })],
    ...more,
  };
}

export function pullRequestEvidence(more: Partial<PullRequestEvidence> = {}): PullRequestEvidence {
  const { body, createdAt, commits, ...summary } = pullRequest();
  return {
    ...summary,
    checks: 'not-read',
    trailers: null,
    sharedWith: [],
    stackedOn: [],
    ...more,
  };
}

/** A deployment to qa that succeeded and made no difference, unless a test says otherwise. */
export function deploymentEvidence(more: Partial<DeploymentEvidence> = {}): DeploymentEvidence {
  return {
    id: '1',
    environment: 'qa',
    sha: 'd1',
    state: 'success',
    at: '2026-05-01T08:00:00Z',
    url: null,
    holds: [],
    brought: [],
    tookAway: [],
    ...more,
  };
}

export function repositoryEvidence(more: Partial<RepositoryEvidence> = {}): RepositoryEvidence {
  return {
    repository: REPOSITORY,
    commits: [],
    mentions: [],
    pullRequests: [],
    deployments: [],
    unlinked: [],
    omitted: 0,
    ...more,
  };
}

export function issueEvidence(
  repositories: RepositoryEvidence[],
  more: Partial<IssueEvidence> = {},
): IssueEvidence {
  return { issueKey: 'PAY-1', repositories, ...more };
}

/** A repository that was read, with the branches develop, release/test and main. */
export function repositoryStatus(more: Partial<RepositoryStatus> = {}): RepositoryStatus {
  return {
    repository: REPOSITORY,
    url: 'https://github.com/acme/payments-api',
    asOf: READ_AT,
    branches: {
      develop: { state: 'read', sha: 'd1' },
      'release/test': { state: 'read', sha: 't1' },
      main: { state: 'read', sha: 'm1' },
    },
    environments: [],
    deployments: 'read',
    gaps: [],
    progress: null,
    renamedTo: null,
    revision: null,
    baselines: {},
    form: 4,
    ...more,
  };
}

export function lineCell(more: Partial<LineCell> = {}): LineCell {
  return {
    line: 'dev',
    branch: 'develop',
    branchState: 'read',
    state: 'all',
    present: 1,
    adapted: 0,
    reverted: 0,
    unknown: 0,
    of: 1,
    environments: [],
    ...more,
  };
}

export function lineSummary(more: Partial<LineSummary> = {}): LineSummary {
  return {
    name: 'dev',
    state: 'all',
    basis: 'branches',
    present: 1,
    adapted: 0,
    reverted: 0,
    unknown: 0,
    of: 1,
    undeployed: 0,
    deploymentsUnknown: 0,
    ...more,
  };
}

/** PAY-1 in a project of three lines and one repository that was read and holds nothing; not judged. */
export function issueFacts(more: Partial<IssueFacts> = {}): IssueFacts {
  const given = {
    issue: jiraIssue(),
    settings: projectSettings(),
    parts: [],
    statuses: new Map([[REPOSITORY, repositoryStatus()]]),
    now: SEEN_AT,
    ...more,
  };
  const { settings, parts, statuses } = given;
  return {
    lines: settings ? linesOfIssue(settings, parts, statuses) : [],
    gaps: evidenceGaps(given, parts),
    mode: 'plan',
    judgement: null,
    checklist: [],
    mayConfigure: false,
    ...given,
  };
}
