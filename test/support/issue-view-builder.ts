import type {
  ActionView,
  CommitView,
  DependencyView,
  DeploymentView,
  EnvironmentView,
  IssueView,
  LifeEventView,
  LineCell,
  ManualStepView,
  Presence,
  PullRequestView,
  Reason,
  RepositoryChanges,
  RepositoryFreshness,
} from '../../src/api/contract';

const NOW = '2026-03-12T12:00:00Z';
const HOUR = '2026-03-12T11:00:00Z';
const ROUTE = ['dev', 'test', 'prod'];

export const present: Presence = { state: 'present', by: 'ancestor', as: null };
export const absent: Presence = { state: 'absent', by: null, as: null };
export const unknown: Presence = { state: 'unknown', by: null, as: null };

export function commitView(over: Partial<CommitView> = {}): CommitView {
  return {
    sha: '4f1c2ab000000000000000000000000000000000',
    title: 'PAY-12 Round half to even',
    author: 'Ana Ruiz',
    authoredAt: HOUR,
    url: 'https://github.com/acme/payments-api/commit/4f1c2ab',
    source: 'title',
    associations: [{ kind: 'owns', source: 'title', detail: null }],
    isMerge: false,
    presence: { dev: present, test: present, prod: absent },
    checks: [],
    ...over,
  };
}

/** Commits with shas that differ: `0000001…`, `0000002…`. */
export function commitViews(count: number, over: Partial<CommitView> = {}): CommitView[] {
  return Array.from({ length: count }, (_, index) =>
    commitView({
      sha: String(index + 1)
        .padStart(7, '0')
        .padEnd(40, 'a'),
      title: `PAY-12 Part ${index + 1}`,
      ...over,
    }),
  );
}

export function environmentView(over: Partial<EnvironmentView> = {}): EnvironmentView {
  return { name: 'qa', deployed: 1, at: HOUR, sha: null, url: null, attempted: null, ...over };
}

export function lineCell(over: Partial<LineCell> = {}): LineCell {
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
    ...over,
  };
}

export function repositoryChanges(over: Partial<RepositoryChanges> = {}): RepositoryChanges {
  return {
    repository: 'github:acme/payments-api',
    url: 'https://github.com/acme/payments-api',
    service: 'Payments API',
    owner: 'Team Blue',
    kind: 'app',
    notes: [],
    cells: [
      lineCell(),
      lineCell({ line: 'test', branch: 'release/test' }),
      lineCell({ line: 'prod', branch: 'main', state: 'none', present: 0 }),
    ],
    commits: [commitView()],
    ...over,
  };
}

export function pullRequestView(over: Partial<PullRequestView> = {}): PullRequestView {
  return {
    repository: 'github:acme/payments-api',
    number: 12,
    title: 'Round half to even',
    url: 'https://github.com/acme/payments-api/pull/12',
    state: 'merged',
    isDraft: false,
    author: 'ana',
    headBranch: 'feature/PAY-12',
    baseBranch: 'develop',
    mergedAt: HOUR,
    updatedAt: HOUR,
    review: 'approved',
    reviews: [{ by: 'bo', state: 'approved', at: HOUR, sha: null }],
    checks: 'not-read',
    ...over,
  };
}

export function deploymentView(over: Partial<DeploymentView> = {}): DeploymentView {
  return {
    repository: 'github:acme/payments-api',
    environment: 'qa',
    line: 'test',
    sha: '4f1c2ab000000000000000000000000000000000',
    state: 'success',
    at: HOUR,
    url: null,
    holds: 1,
    of: 1,
    ...over,
  };
}

export function repositoryFreshness(over: Partial<RepositoryFreshness> = {}): RepositoryFreshness {
  return {
    repository: 'github:acme/payments-api',
    service: 'Payments API',
    asOf: '2026-03-12T11:57:00Z',
    progress: null,
    renamedTo: null,
    ...over,
  };
}

export function reason(over: Partial<Reason> = {}): Reason {
  return {
    code: 'source-behind',
    level: 'blocked',
    summary: 'test lacks 1 commit that dev has',
    evidence: ['https://github.com/acme/payments-api/commit/9be01d7'],
    links: [{ text: '9be01d7', url: 'https://github.com/acme/payments-api/commit/9be01d7' }],
    ...over,
  };
}

export function action(over: Partial<ActionView> = {}): ActionView {
  return { text: 'Merge #12', owner: 'Team Blue', code: 'source-behind', links: [], ...over };
}

export function dependencyView(over: Partial<DependencyView> = {}): DependencyView {
  return {
    key: 'PAY-9',
    summary: 'Ledger columns',
    issueStatus: 'In Progress',
    status: 'missing',
    why: 'Its 2 changes are not on prod.',
    sources: ['jira-link'],
    links: [],
    neededBy: 'PAY-12',
    ...over,
  };
}

export function lifeEvent(over: Partial<LifeEventView> = {}): LifeEventView {
  return {
    kind: 'in-branch',
    at: HOUR,
    line: 'test',
    repository: null,
    place: null,
    by: null,
    status: null,
    note: null,
    shas: [],
    url: null,
    ...over,
  };
}

export function manualStep(over: Partial<ManualStepView> = {}): ManualStepView {
  return {
    id: 'step-1',
    text: 'Run the migrations',
    owner: 'DBA',
    repository: 'github:acme/payments-api',
    source: 'trailer',
    links: [],
    done: false,
    by: null,
    at: null,
    note: null,
    reopened: null,
    ...over,
  };
}

type EvidenceOver = { evidence?: Partial<IssueView['evidence']> };

/** An issue with one commit in one repository, on dev and test, not on prod; read three minutes ago. */
export function issueView(
  over: Partial<Omit<IssueView, 'evidence'>> & EvidenceOver = {},
): IssueView {
  const { evidence, ...rest } = over;
  return {
    key: 'PAY-12',
    summary: 'Billing page rounds wrongly',
    status: 'In QA',
    verdict: 'safe',
    reasons: [],
    standing: { tone: 'information', sentence: 'All changes are on test, none on prod yet.' },
    route: ROUTE,
    changes: [repositoryChanges()],
    mentions: [],
    promotion: { from: 'test', to: 'prod' },
    mode: 'plan',
    promotions: [
      { from: 'dev', to: 'test' },
      { from: 'test', to: 'prod' },
    ],
    nextActions: [],
    toPromote: [],
    dependencies: [],
    order: { issues: ['PAY-12'], repositories: ['github:acme/payments-api'], cycles: [] },
    conflicts: [],
    lines: [
      { name: 'dev', state: 'all', basis: 'branches', changedSince: [], stage: null, since: null },
      { name: 'test', state: 'all', basis: 'branches', changedSince: [], stage: null, since: null },
      {
        name: 'prod',
        state: 'none',
        basis: 'branches',
        changedSince: [],
        stage: null,
        since: null,
      },
    ],
    life: [],
    manualSteps: [],
    checklist: [],
    evidence: {
      asOf: '2026-03-12T11:57:00Z',
      complete: true,
      gaps: [],
      repositories: [repositoryFreshness()],
      now: NOW,
      ...evidence,
    },
    pullRequests: [],
    deployments: [],
    related: [],
    unlinked: [],
    setup: null,
    mayConfigure: false,
    ...rest,
  };
}
