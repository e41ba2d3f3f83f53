import type { CommitEvidence, IssueEvidence } from '../../src/domain/evidence/issue-evidence';
import type { ProjectSettings } from '../../src/domain/settings/project-settings';
import type { JiraVersion } from '../../src/ports/issue-tracker';
import type { Ports } from '../../src/ports/ports';
import { ProviderError } from '../../src/ports/provider-error';
import { isRefusal, type Outcome } from '../../src/usecases/refusal';
import { readRelease, type ReleaseState } from '../../src/usecases/release/read-release';
import {
  commitEvidence,
  inRefs,
  issueEvidence,
  jiraIssue,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from './builders';
import { createIssuePorts, createIssueWorld, type IssueWorld } from './issue-ports';
import { projectSettings } from './settings';

export const SPRING: JiraVersion = {
  ...{ id: '10030', name: '2026.05', isReleased: false, isArchived: false, releaseDate: null },
};
export const RELEASE = { projectKey: 'PAY', version: '2026.05' };
/** The record of `RELEASE`. */
export const RECORD = 'v-10030';

export type Person = { accountId: string; displayName: string };
export const QUINN: Person = { accountId: 'quinn', displayName: 'Quinn Abara' };
export const ROSA: Person = { accountId: 'rosa', displayName: 'Rosa Diaz' };

export type ReleaseWorld = IssueWorld & {
  who: Person;
  /** Accounts that administer the project. */
  managers: string[];
  /** Which of Jira's project roles there are, and who has which; `refused`: Jira does not tell. */
  jiraRoles: string[] | 'refused';
  rolesOf: Record<string, string[]>;
  /** ISO 8601, UTC. */
  time: string;
};

/** A commit that is on dev and test, since the first of May, and not on prod. */
export const onTest = (sha: string, more: Partial<CommitEvidence> = {}): CommitEvidence =>
  commitEvidence({
    ...{ sha, presence: inRefs('branch:develop', 'branch:release/test'), checks: [] },
    arrivedAt: { 'branch:release/test': '2026-05-01T08:00:00Z' },
    ...more,
  });

export const evidenceOf = (...commits: CommitEvidence[]): IssueEvidence =>
  issueEvidence([repositoryEvidence({ commits })]);

/** 2026.05 with PAY-1, of which Ana wrote one commit that is on test; QA signs. Quinn looks at it. */
export function createReleaseWorld(
  more: Partial<ReleaseWorld> & { project?: Partial<ProjectSettings> } = {},
): ReleaseWorld {
  const { project, ...rest } = more;
  const settings = projectSettings({ signOffs: [{ role: 'QA' }], ...project });
  return {
    ...createIssueWorld({
      issue: jiraIssue({ fixVersions: [{ id: '10030', name: '2026.05', isReleased: false }] }),
      settings: new Map([['PAY', settings]]),
      statuses: new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]),
      issues: [evidenceOf(onTest('a1'))],
    }),
    ...{ who: QUINN, managers: ['rosa'], jiraRoles: [], rolesOf: {} },
    time: '2026-05-04T09:00:00Z',
    ...rest,
  };
}

/** Ports over the world as it is at each call. */
export function createReleasePorts(world: ReleaseWorld): Ports {
  const ports = createIssuePorts(world);
  const tracker = {
    listVersions: () => Promise.resolve([SPRING]),
    getViewer: () => Promise.resolve(world.who),
    isProjectAdministrator: () => Promise.resolve(world.managers.includes(world.who.accountId)),
    listOwnRoles: () => told(world, world.rolesOf[world.who.accountId] ?? []),
    listProjectRoles: () => told(world, world.jiraRoles),
  };
  const keys = () => [world.issue, ...world.others].map(({ key }) => key);
  const seen = () => keys().filter((key) => !world.hidden.includes(key));
  return {
    ...ports,
    asUser: {
      ...{ ...ports.asUser, ...tracker },
      listIssuesOfVersion: () => Promise.resolve(seen()),
    },
    asApp: {
      ...{ ...ports.asApp, ...tracker },
      listIssuesOfVersion: () => Promise.resolve(keys()),
    },
    evidence: { ...ports.evidence, readSpread: () => Promise.resolve([]) },
    now: () => world.time,
  };
}

const told = ({ jiraRoles }: ReleaseWorld, names: string[] | 'refused'): Promise<string[]> =>
  jiraRoles === 'refused' || names === 'refused'
    ? Promise.reject(new ProviderError({ kind: 'unavailable', status: 503 }, 'Jira failed (503).'))
    : Promise.resolve(names);

export async function releaseIn(world: ReleaseWorld): Promise<ReleaseState> {
  return given(await readRelease(createReleasePorts(world), RELEASE));
}

/** The value of an outcome; fails the test on a refusal. */
export function given<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

export const idOf = (
  { checklists: { qa, client, releaseManager } }: Pick<ReleaseState, 'checklists'>,
  kind: string,
): string => {
  const item = [...qa, ...client, ...releaseManager].find((one) => one.kind === kind);
  if (!item) throw new Error(`There is no item ${kind}`);
  return item.id;
};
