import type {
  DeploymentEvidence,
  RepositoryEvidence,
} from '../../src/domain/evidence/issue-evidence';
import type { StatusChange } from '../../src/domain/issue';
import type { LineLife } from '../../src/domain/lines/life-event';
import { lineLives } from '../../src/domain/lines/line-lives';
import { deploymentEvidence, REPOSITORY, repositoryStatus } from './builders';
import { at } from './line-places';
import { line, projectSettings, repositorySettings } from './settings';

export const SCHEMA = 'github:acme/ledger-schema';
export const SETTINGS = projectSettings({
  lines: {
    dev: line('develop'),
    test: line('release/test', {
      environments: ['qa', 'uat'],
      rejectedStatuses: ['QA failed', 'Client rejected'],
      approvedStatuses: ['Approved'],
    }),
    prod: line('main', { environments: ['production'], approvedStatuses: ['Done'] }),
  },
  repositories: [
    repositorySettings(REPOSITORY),
    repositorySettings(SCHEMA, {
      lines: { test: { environments: [] }, prod: { environments: [] } },
    }),
  ],
});
export const STATUSES = new Map([
  [REPOSITORY, repositoryStatus()],
  [SCHEMA, repositoryStatus({ repository: SCHEMA })],
]);

export const set = (hour: number, to: string): StatusChange => ({
  at: at(hour),
  by: 'Quinn',
  from: '',
  to,
});

export const deployed = (
  hour: number,
  environment: string,
  brought: string[],
  more: Partial<DeploymentEvidence> = {},
): DeploymentEvidence =>
  deploymentEvidence({ ...{ id: `${hour}`, environment, brought, at: at(hour) }, ...more });

export function lives(parts: RepositoryEvidence[], history: StatusChange[]): Map<string, LineLife> {
  const found = lineLives({ settings: SETTINGS, history, parts, statuses: STATUSES });
  return new Map(found.map((life) => [life.line, life]));
}

/** `a 12 true`: since the last word, with the hour, and whether it is deployed. */
export const since = (life: LineLife | undefined): string[] =>
  (life?.changedSince?.commits ?? []).map(
    ({ sha, reachedAt, deployedSince }) =>
      `${sha} ${Number(reachedAt?.slice(11, 13))} ${deployedSince}`,
  );
