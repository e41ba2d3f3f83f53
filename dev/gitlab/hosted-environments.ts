import type { DeploymentEntry, EnvironmentEntry } from './hosted-files';
import type { HostedProject } from './hosted-project';
import { toId } from './identity';

/** An environment; GitLab makes one when something is first deployed there. */
export type HostedEnvironment = EnvironmentEntry & {
  id: number;
  tier: string;
  createdAt: string;
  updatedAt: string;
};

/**
 * What GitLab takes an environment for whose tier nobody set.
 *
 * Source: `guess_tier` in https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/environment.rb
 */
const GUESSES: readonly (readonly [RegExp, string])[] = [
  [/dev|review|trunk/i, 'development'],
  [/test|tst|int|ac(?:ce|)pt|qa|qc|control|quality/i, 'testing'],
  [/st(?:a|)g|mod(?:e|)l|pre|demo|non/i, 'staging'],
  [/pr(?:o|)d|live/i, 'production'],
];

const guessTier = (name: string): string =>
  GUESSES.find(([words]) => words.test(name))?.[1] ?? 'other';

export const updatedAtOf = ({ updated_at, deployable, created_at }: DeploymentEntry): string =>
  updated_at ?? deployable?.finished_at ?? deployable?.started_at ?? created_at;

/** The environments that were ever deployed to, by name. */
export async function readEnvironments(project: HostedProject): Promise<HostedEnvironment[]> {
  const deployments = await project.files.deployments();
  const names = [...new Set(deployments.map(({ environment }) => environment.name))].sort();
  return names.map((name) => {
    const own = deployments.filter(({ environment }) => environment.name === name);
    return toEnvironment(project, name, own);
  });
}

function toEnvironment(
  project: HostedProject,
  name: string,
  own: readonly DeploymentEntry[],
): HostedEnvironment {
  const stated = own.map(({ environment }) => environment);
  return {
    id: toId(`environment ${project.id} ${name}`),
    name,
    tier: stated.findLast(({ tier }) => tier !== null)?.tier ?? guessTier(name),
    externalUrl: stated.findLast(({ externalUrl }) => externalUrl !== null)?.externalUrl ?? null,
    createdAt: own.map(({ created_at }) => created_at).sort()[0] ?? '',
    updatedAt: own.map(updatedAtOf).sort().at(-1) ?? '',
  };
}
