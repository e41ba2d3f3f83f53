import type { DeploymentEvidence } from '../evidence/issue-evidence';
import type { EnvironmentCell } from '../lines/line-state';
import { commitUrl } from '../links';
import { listed, namesOf, reasonFrom, shortSha } from './evidence-links';
import { cellOn, changesOf } from './on-line';
import type { RepositoryCase } from './promotion-case';
import type { Rule } from './rule';

export type Attempt = {
  repository: RepositoryCase;
  environment: string;
  sha: string;
  url: string | null;
};

/** The newest deployment to `from`'s environment that holds changes of the issue failed. */
export const deploymentFailed: Rule = ({ repositories, promotion, issueKey }) => {
  const failed = repositories.flatMap((repository) => failedOn(repository, promotion.from));
  const environments = listed(failed.map(({ environment }) => environment));
  return reasonFrom(
    failed.map(({ repository, environment, sha, url }) => ({
      text: `${repository.name}: the deployment of ${shortSha(sha)} to ${environment} failed`,
      url: url ?? commitUrl(repository, sha),
    })),
    {
      code: 'deployment-failed',
      level: 'blocked',
      summary: `The newest deployment of ${issueKey} to ${environments} failed in ${namesOf(failed)}.`,
      shas: failed.map(({ sha }) => sha),
    },
  );
};

/** The environments of a line whose newest deployment with changes of the issue failed. */
export function failedOn(repository: RepositoryCase, line: string): Attempt[] {
  if (changesOf(repository).length === 0) return [];
  return (cellOn(repository, line)?.environments ?? []).flatMap((environment) => {
    const last = attemptOn(environment) ?? storedAttempt(repository, environment);
    return last?.state === 'failed'
      ? [{ repository, environment: environment.name, sha: last.sha, url: last.url }]
      : [];
  });
}

/** The newest try since the last success, as long as it is known to hold changes of the issue. */
const attemptOn = ({ attempted }: EnvironmentCell): EnvironmentCell['attempted'] =>
  attempted !== null && (attempted.holds ?? 0) > 0 ? attempted : null;

/**
 * The newest deployment that made a difference to the issue: a later try of other commits hides it from
 * the cell. What the environment runs since, with changes of the issue, is newer still.
 */
function storedAttempt(
  { evidence }: RepositoryCase,
  { name, deployed, at }: EnvironmentCell,
): DeploymentEvidence | undefined {
  const last = evidence.deployments.findLast(
    ({ environment, holds }) =>
      environment.toLowerCase() === name.toLowerCase() && holds.length > 0,
  );
  const isReplaced = last && deployed && at !== null && Date.parse(at) > Date.parse(last.at);
  return isReplaced ? undefined : last;
}
