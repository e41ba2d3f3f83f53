import type { Commit } from '../../src/domain/commit';
import type { IssueEvidence } from '../../src/domain/evidence/issue-evidence';
import { newHeader } from '../../src/domain/evidence/repository-header';
import type { ManualAssociation } from '../../src/domain/ownership/manual-association';
import type { Issue } from '../../src/ports/issue-tracker';
import type { Ports } from '../../src/ports/ports';
import { ProviderError } from '../../src/ports/provider-error';
import { jiraIssue, REPOSITORY } from './builders';
import { createInMemoryPorts, createWorld, type World } from './in-memory-ports';
import { projectSettings } from './settings';

export type IssueWorld = World & {
  /** The one issue that the viewer may browse. */
  issue: Issue;
  /** Other issues of Jira. */
  others: Issue[];
  /** Keys of those that the viewer may not browse. */
  hidden: string[];
  /** The commits of the one repository; `null` while it was not read. */
  commits: Commit[] | null;
  issues: IssueEvidence[];
  said: (ManualAssociation & { repository: string })[];
};

export function createIssueWorld(more: Partial<IssueWorld> = {}): IssueWorld {
  const settings = new Map([['PAY', projectSettings()]]);
  const issue = jiraIssue();
  return {
    ...createWorld({ settings }),
    issue,
    others: [],
    hidden: [],
    commits: null,
    issues: [],
    said: [],
    ...more,
  };
}

/** Ports over an issue and its evidence in memory. */
export function createIssuePorts(world: IssueWorld): Ports {
  const ports = createInMemoryPorts(world);
  const getIssue = (key: string): Promise<Issue> =>
    [world.issue.key, ...world.issue.formerKeys].includes(key)
      ? Promise.resolve(world.issue)
      : Promise.reject(new ProviderError({ kind: 'not-found' }, `${key} does not exist`));
  const findIssues = (keys: readonly string[]): Promise<Issue[]> =>
    Promise.resolve(
      [world.issue, ...world.others].filter(({ key, formerKeys }) =>
        [key, ...formerKeys].some((one) => keys.includes(one)),
      ),
    );
  const findVisible = async (keys: readonly string[]): Promise<Issue[]> =>
    (await findIssues(keys)).filter(({ key }) => !world.hidden.includes(key));
  return {
    ...ports,
    asUser: { ...ports.asUser, getIssue, findIssues: findVisible },
    asApp: { ...ports.asApp, findIssues },
    evidence: {
      ...ports.evidence,
      findIssues: (keys) =>
        Promise.resolve(world.issues.filter(({ issueKey }) => keys.includes(issueKey))),
      findHeader: (id) =>
        Promise.resolve(
          world.commits && id === REPOSITORY
            ? { ...newHeader(id, 'acme/payments-api'), commitCount: world.commits.length }
            : undefined,
        ),
      readCommits: (_, count) => Promise.resolve((world.commits ?? []).slice(0, count)),
      addAssociation: (repository, association) => {
        world.said.push({ repository, ...association });
        return Promise.resolve();
      },
    },
  };
}
