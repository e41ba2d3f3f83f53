import type { LifecycleMove, SignOff, Waiver } from '../../src/domain/release/acts';
import type { Gate } from '../../src/domain/release/gate';
import type {
  JudgedBundle,
  JudgedChanges,
  JudgedCommit,
  JudgedIssue,
  JudgedLine,
  JudgedPlace,
  JudgedPullRequest,
  RollbackPoint,
} from '../../src/domain/release/judged-issue';
import type { ReleaseScope } from '../../src/domain/release/release-scope';
import type { Tick } from '../../src/domain/reasons/manual-step';
import type { Reason } from '../../src/domain/reasons/reason';
import { REPOSITORY } from './builders';

const URL = 'https://github.com/acme/payments-api';

/** On dev and test, not on prod. */
export function judgedCommit(more: Partial<JudgedCommit> = {}): JudgedCommit {
  const { sha = 'a1a1a1a1a1' } = more;
  return {
    sha,
    title: 'PAY-1 Fix login',
    author: 'Ana Lima',
    authoredAt: '2026-05-01T08:00:00Z',
    url: `${URL}/commit/${sha}`,
    source: 'title',
    presence: {
      dev: { state: 'present', by: 'ancestor', as: null },
      test: { state: 'present', by: 'ancestor', as: null },
      prod: { state: 'absent', by: null, as: null },
    },
    ...more,
  };
}

/** On all lines. */
export const arrivedCommit = (more: Partial<JudgedCommit> = {}): JudgedCommit =>
  judgedCommit({
    presence: {
      dev: { state: 'present', by: 'ancestor', as: null },
      test: { state: 'present', by: 'ancestor', as: null },
      prod: { state: 'present', by: 'ancestor', as: null },
    },
    ...more,
  });

export function judgedPullRequest(more: Partial<JudgedPullRequest> = {}): JudgedPullRequest {
  const { number = 1 } = more;
  return { number, title: 'Fix login', url: `${URL}/pull/${number}`, state: 'merged', ...more };
}

export function judgedChanges(more: Partial<JudgedChanges> = {}): JudgedChanges {
  return {
    repository: REPOSITORY,
    name: 'Payments API',
    owner: null,
    kind: 'app',
    url: URL,
    notes: [],
    commits: [judgedCommit()],
    pullRequests: [],
    ...more,
  };
}

export function judgedLine(more: Partial<JudgedLine> = {}): JudgedLine {
  return { name: 'test', state: 'all', basis: 'branches', changedSince: [], ...more };
}

export function reason(more: Partial<Reason> = {}): Reason {
  return {
    code: 'db-change',
    level: 'manual-review',
    summary: 'PAY-1 changes a database.',
    evidence: [{ text: 'Payments API: db/1.sql', url: `${URL}/commit/a1a1a1a1a1` }],
    ...more,
  };
}

/** PAY-1 with one change on its way from test to prod, and nothing against it. */
export function judgedIssue(more: Partial<JudgedIssue> = {}): JudgedIssue {
  const { key = 'PAY-1', changes = [judgedChanges()] } = more;
  return {
    key,
    formerKeys: [],
    projectKey: key.split('-')[0] ?? '',
    summary: 'Fix login',
    issueType: 'Story',
    status: { name: 'In Progress', category: 'in-progress' },
    fixVersions: ['2026.05'],
    verdict: 'safe',
    reasons: [],
    changes,
    toPromote: changes.flatMap(({ repository, commits }) =>
      commits
        .filter(({ presence }) => presence.prod?.state !== 'present')
        .map(({ sha }) => ({ repository, sha })),
    ),
    dependencies: [],
    conflicts: [],
    signals: [],
    lines: [
      judgedLine({ name: 'dev' }),
      judgedLine({ name: 'test' }),
      judgedLine({ name: 'prod', state: 'none' }),
    ],
    manualSteps: [],
    actions: [],
    gaps: [],
    ...more,
  };
}

export function rollbackPoint(more: Partial<RollbackPoint> = {}): RollbackPoint {
  return {
    repository: REPOSITORY,
    name: 'Payments API',
    line: 'prod',
    backTo: 'f0f0f0f0f0',
    basis: 'head of main',
    ...more,
  };
}

const placeOf = ({ repository, name, owner, url }: JudgedChanges): JudgedPlace => ({
  ...{ repository, name, owner, url },
});

/** A plan from test to prod of these issues, by default of PAY-1 alone; all of it was read. */
export function judgedBundle(more: Partial<JudgedBundle> = {}): JudgedBundle {
  const { issues = [judgedIssue()] } = more;
  const touched = issues.flatMap(({ changes }) => changes);
  const repositories = [...new Set(touched.map(({ repository }) => repository))];
  const nameOf = new Map(touched.map(({ repository, name }) => [repository, name]));
  return {
    promotion: { from: 'test', to: 'prod' },
    mode: 'plan',
    issues,
    unreadable: [],
    unlisted: [],
    unlistedSince: null,
    places: [...new Map(touched.map((one) => [one.repository, placeOf(one)])).values()],
    order: { repositories, issues: issues.map(({ key }) => key), cycles: [] },
    rollback: repositories.map((repository) =>
      rollbackPoint({ repository, name: nameOf.get(repository) ?? repository }),
    ),
    gaps: [],
    asOf: '2026-05-04T08:00:00Z',
    ...more,
  };
}

export function releaseScope(more: Partial<ReleaseScope> = {}): ReleaseScope {
  return { name: '2026.05', projectKeys: ['PAY'], versionIds: ['10001'], jql: null, ...more };
}

export function gate(more: Partial<Gate> = {}): Gate {
  return {
    id: 'issues',
    name: 'Issues',
    status: 'passed',
    required: true,
    severity: 'critical',
    owner: null,
    summary: 'Every issue may go.',
    open: [],
    progress: null,
    signals: null,
    waiver: null,
    ...more,
  };
}

export function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    id: 'waiver-1',
    gate: 'issues',
    items: ['item-1'],
    reason: 'The client knows',
    by: 'Rosa Manager',
    accountId: 'rosa',
    at: '2026-05-04T09:00:00Z',
    expiresAt: '2026-05-05T09:00:00Z',
    revoked: null,
    ...more,
  };
}

export function signOff(more: Partial<SignOff> = {}): SignOff {
  return {
    id: 'sign-off-1',
    role: 'QA',
    promotion: { from: 'test', to: 'prod' },
    evidenceHash: 'hash-1',
    note: null,
    decision: 'approved',
    by: 'Quinn Tester',
    accountId: 'quinn',
    at: '2026-05-04T09:00:00Z',
    revoked: null,
    ...more,
  };
}

export function lifecycleMove(more: Partial<LifecycleMove> = {}): LifecycleMove {
  return {
    from: 'planning',
    to: 'development',
    by: 'Rosa Diaz',
    accountId: 'rosa',
    at: '2026-05-04T09:00:00Z',
    note: null,
    evidenceHash: null,
    ...more,
  };
}

/** A tester's word that the item `item-1` is done. */
export function tick(more: Partial<Tick> = {}): Tick {
  return {
    stepId: 'item-1',
    done: true,
    by: 'Quinn Tester',
    accountId: 'quinn',
    at: '2026-05-04T09:00:00Z',
    note: null,
    shas: ['a1a1a1a1a1'],
    ...more,
  };
}
