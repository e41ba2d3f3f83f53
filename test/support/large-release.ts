import { partDigest } from '../../src/domain/evidence/part-digest';
import type { Ports } from '../../src/ports/ports';
import type { Issue } from '../../src/domain/issue';
import type { SpreadChange } from '../../src/domain/evidence/partly-spread';
import type { CompositionQuestion } from '../../src/domain/release/composition';
import { issueEvidence, jiraIssue, REPOSITORY, repositoryStatus } from './builders';
import { createIssuePorts, createIssueWorld, type IssueWorld } from './issue-ports';
import { blockedBy, toldIssue } from './judged';
import { projectSettings } from './settings';

const VERSION = { id: '10001', name: '2026.05', isReleased: false };

export type LargeRelease = IssueWorld & {
  spread: SpreadChange[];
  /** Keys that Jira finds changed. */
  changed: string[];
  /** Events that were queued, in order, with their delay. */
  composed: { id: string; run?: string; step?: number; delay: number }[];
  now: string;
  /** What the watch says, call by call; it stays at the last. */
  elapsed: number[];
};

/** PAY-1 … PAY-n in one version, each with one commit on `test`; PAY-2 needs PAY-1. */
export function createLargeRelease(count: number, more: Partial<LargeRelease> = {}): LargeRelease {
  const told = Array.from({ length: count }, (_, index) =>
    toldIssue(`PAY-${index + 1}`, ['develop', 'release/test'], {
      fixVersions: [VERSION],
      links: index === 1 ? [blockedBy('PAY-1')] : [],
    }),
  );
  const issues: Issue[] = told.map(({ issue }) => issue);
  return {
    ...createIssueWorld({
      issue: jiraIssue({ key: 'PAY-99999' }),
      others: issues,
      settings: new Map([['PAY', projectSettings()]]),
      statuses: new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]),
      issues: told.map(({ issue, parts }) => issueEvidence(parts, { issueKey: issue.key })),
    }),
    spread: [],
    changed: [],
    composed: [],
    now: '2026-05-04T09:00:00Z',
    elapsed: [0],
    ...more,
  };
}

export function createLargePorts(world: LargeRelease): Ports {
  const ports = createIssuePorts(world);
  return {
    ...ports,
    now: () => world.now,
    startWatch: () => {
      const left = [...world.elapsed];
      return () => (left.length > 1 ? (left.shift() ?? 0) : (left[0] ?? 0));
    },
    asApp: {
      ...ports.asApp,
      listChangedIssues: () => Promise.resolve(world.changed),
      listIssuesOfVersion: () => Promise.resolve(world.others.map(({ key }) => key)),
    },
    evidence: {
      ...ports.evidence,
      readSpread: () => Promise.resolve(world.spread),
      readIndex: (id) => Promise.resolve(indexOf(world, id)),
    },
    jobs: {
      ...ports.jobs,
      compose: (at, delay) => {
        world.composed.push({ ...at, delay });
        return Promise.resolve();
      },
    },
  };
}

/** As a reading leaves it: what the repository holds of each issue, as digests. */
const indexOf = ({ issues }: LargeRelease, id: string): Map<string, string> =>
  new Map(
    issues.flatMap(({ issueKey, repositories }) =>
      repositories
        .filter(({ repository }) => repository === id)
        .map((part) => [issueKey, partDigest(part)] as const),
    ),
  );

/** A reading that found something else of these issues: they are on every line now. */
export function readAgain(world: LargeRelease, keys: readonly string[], revision: string): void {
  world.statuses.set('PAY:0', { [REPOSITORY]: repositoryStatus({ revision }) });
  world.issues = world.issues.map((one) =>
    keys.includes(one.issueKey) ? issueEvidence(arrived(one), { issueKey: one.issueKey }) : one,
  );
}

const arrived = ({ issueKey }: { issueKey: string }) =>
  toldIssue(issueKey, ['develop', 'release/test', 'main']).parts;

/** All issues of the world as one release, from test to prod. */
export const questionOf = ({ others }: Pick<LargeRelease, 'others'>): CompositionQuestion => ({
  scope: { name: VERSION.name, projectKeys: ['PAY'], versionIds: [VERSION.id], jql: null },
  keys: others.map(({ key }) => key),
  promotion: { from: 'test', to: 'prod' },
  mode: 'plan',
  window: null,
});
