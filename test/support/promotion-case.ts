import type { Dependencies, Dependency, EdgeSource } from '../../src/domain/dependencies/edge';
import type { CommitEvidence, PullRequestEvidence } from '../../src/domain/evidence/issue-evidence';
import type { LifeEvent, LineLife } from '../../src/domain/lines/life-event';
import type { EnvironmentCell, LineCell, PresenceState } from '../../src/domain/lines/line-state';
import type { KnownTrailers } from '../../src/domain/ownership/known-trailers';
import type { ManualStep } from '../../src/domain/reasons/manual-step';
import type { PromotionCase, RepositoryCase } from '../../src/domain/reasons/promotion-case';
import type { Level, Reason } from '../../src/domain/reasons/reason';
import type { Rule } from '../../src/domain/reasons/rule';
import {
  commitEvidence,
  lineCell,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from './builders';
import { repositorySettings } from './settings';

const BRANCHES = { dev: 'develop', test: 'release/test', prod: 'main' } as const;
export type LineName = keyof typeof BRANCHES;
const LINES: readonly LineName[] = ['dev', 'test', 'prod'];

/** How a presence of a state is proved, where a test does not care. */
const PROOFS: Record<Exclude<PresenceState, 'absent'>, { by: string | null; as: string | null }> = {
  present: { by: 'ancestor', as: null },
  adapted: { by: 'title', as: 'e1e1e1e1' },
  reverted: { by: 'revert', as: 'f1f1f1f1' },
  unknown: { by: null, as: null },
};

/** A change whose files and checks were read, in each state on the lines; absent where it names none. */
export function changeOn(
  lines: Partial<Record<LineName, PresenceState>>,
  more: Partial<CommitEvidence> = {},
): CommitEvidence {
  const presence = LINES.flatMap((line) => {
    const state = lines[line] ?? 'absent';
    return state === 'absent'
      ? []
      : [[`branch:${BRANCHES[line]}`, { state, ...PROOFS[state] }] as const];
  });
  return commitEvidence({ checks: [], presence: Object.fromEntries(presence), ...more });
}

/** On dev and test, not on prod. */
export const travellingChange = (more: Partial<CommitEvidence> = {}): CommitEvidence =>
  changeOn({ dev: 'present', test: 'present' }, more);

/** On all lines. */
export const arrivedChange = (more: Partial<CommitEvidence> = {}): CommitEvidence =>
  changeOn({ dev: 'present', test: 'present', prod: 'present' }, more);

export const cellsOf = (changes: Partial<Record<LineName, Partial<LineCell>>> = {}): LineCell[] =>
  LINES.map((line) => lineCell({ line, branch: BRANCHES[line], ...changes[line] }));

export function environmentCell(more: Partial<EnvironmentCell> = {}): EnvironmentCell {
  return { name: 'qa', deployed: 1, at: null, sha: null, url: null, attempted: null, ...more };
}

/** A repository with one change that is on dev and test, all of which was read. */
export function repositoryCase(more: Partial<RepositoryCase> = {}): RepositoryCase {
  const { repository = REPOSITORY, changes = [travellingChange()], pullRequests = [] } = more;
  const evidence = repositoryEvidence({ repository, commits: changes.toReversed(), pullRequests });
  return {
    repository,
    name: 'Payments API',
    url: 'https://github.com/acme/payments-api',
    settings: repositorySettings(repository),
    status: repositoryStatus({ repository }),
    cells: cellsOf(),
    changes,
    pullRequests,
    evidence,
    baseline: null,
    ...more,
  };
}

/** PAY-1 from test to prod: one change on its way, and nothing against it. */
export function promotionCase(more: Partial<PromotionCase> = {}): PromotionCase {
  return {
    issueKey: 'PAY-1',
    mode: 'plan',
    promotion: { from: 'test', to: 'prod', before: ['dev'], isToLast: true },
    now: '2026-05-04T09:00:00Z',
    status: { name: 'In Progress', category: 'in-progress' },
    noChangeExpected: null,
    repositories: [repositoryCase()],
    dependencies: dependenciesOf(),
    lives: LINES.map((line) => lineLife({ line })),
    manualSteps: [],
    gaps: [],
    settings: { requiredChecks: 'all', requireReviews: false, route: [...LINES] },
    ...more,
  };
}

/** The case with one repository that differs. */
export const caseOf = (
  repository: Partial<RepositoryCase>,
  more: Partial<PromotionCase> = {},
): PromotionCase => promotionCase({ repositories: [repositoryCase(repository)], ...more });

export const dependenciesOf = (more: Partial<Dependencies> = {}): Dependencies => ({
  edges: [],
  cycles: [],
  conflicts: [],
  order: ['PAY-1'],
  ...more,
});

export function edgeSource(more: Partial<EdgeSource> = {}): EdgeSource {
  return { kind: 'jira-link', isBlocking: false, text: 'depends on', url: null, ...more };
}

export function dependency(more: Partial<Dependency> = {}): Dependency {
  return {
    key: 'LED-3',
    summary: 'New table',
    issueStatus: { name: 'In Progress', category: 'in-progress' },
    status: 'satisfied',
    why: 'all of it is on prod',
    sources: [edgeSource()],
    neededBy: 'PAY-1',
    hasChanges: true,
    url: null,
    ...more,
  };
}

export const lineLife = (more: Partial<LineLife> = {}): LineLife => ({
  line: 'test',
  events: [],
  stage: null,
  changedSince: null,
  ...more,
});

export const judgement = (
  kind: 'rejected' | 'approved',
  more: { by?: string | null; at?: string } = {},
): LifeEvent => ({
  kind,
  line: 'test',
  at: '2026-05-02T08:00:00Z',
  by: 'Eva Roth',
  status: kind === 'rejected' ? 'QA failed' : 'Approved',
  ...more,
});

export function manualStep(more: Partial<ManualStep> = {}): ManualStep {
  return {
    id: 'step-1',
    text: 'Restart the queue',
    owner: null,
    repository: REPOSITORY,
    source: 'trailer',
    shas: ['a1'],
    evidence: [{ text: 'Payments API a1', url: 'https://github.com/acme/payments-api/commit/a1' }],
    done: false,
    by: null,
    at: null,
    note: null,
    reopened: null,
    ...more,
  };
}

export function knownTrailersOf(more: Partial<KnownTrailers> = {}): KnownTrailers {
  return {
    issues: [],
    dependsOn: [],
    affectsServices: [],
    changeTypes: [],
    manualSteps: [],
    risk: null,
    unreadableRisks: [],
    dbMigrations: [],
    featureFlags: [],
    ...more,
  };
}

/** A pull request of the travelling change, approved by somebody else at its head. */
export function mergedPullRequest(more: Partial<PullRequestEvidence> = {}): PullRequestEvidence {
  const review = { by: 'bo', state: 'approved', at: '2026-05-01T09:00:00Z', sha: 'a1' } as const;
  return pullRequestEvidence({
    state: 'merged',
    author: 'ana',
    headSha: 'a1',
    mergeSha: 'a1',
    mergedAt: '2026-05-01T10:00:00Z',
    reviews: [review],
    reviewCount: 1,
    ...more,
  });
}

/** What a row of a truth table says: `code level`, in order. */
export const told = (found: readonly Reason[]): string[] =>
  found.map(({ code, level }): string => `${code} ${level}`);

export type Row = { when: string; facts: PromotionCase };

/** A table of one rule whose reason has always the same level. */
export function itTells(rule: Rule, [code, level]: [string, Level], rows: TruthTable): void {
  it.each(rows.yes)(`${code}: when $when`, ({ facts }) => {
    expect(told(rule(facts))).toEqual([`${code} ${level}`]);
  });
  it.each(rows.no)(`no ${code}: when $when`, ({ facts }) => {
    expect(told(rule(facts))).toEqual([]);
  });
}

export type TruthTable = { yes: Row[]; no: Row[] };
