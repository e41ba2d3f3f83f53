import { listed } from '../reasons/evidence-links';
import type { ReleaseManagers } from '../settings/project-settings';
import { holdingOf, type ToldRoles } from './told-roles';

/** Who decides for the releases of one project. */
export type ProjectManagers = ReleaseManagers & { projectKey: string };

/** Whether the settings name somebody; else who administers the project decides. */
export const areNamed = ({ roles, accountIds }: ReleaseManagers): boolean =>
  roles.length + accountIds.length > 0;

/** Whether somebody is one of those that the settings name. A role that Jira does not have gives nobody the right. */
export const isNamed = (
  { roles, accountIds }: ReleaseManagers,
  accountId: string,
  told: Pick<ToldRoles, 'held' | 'all'>,
): boolean =>
  accountIds.includes(accountId) || roles.some((role) => holdingOf(role, told) === 'held');

/** Who decides for a release of these projects, in words that a verb follows. */
export function whoDecides(projects: readonly ProjectManagers[]): string {
  const usual = projects.filter((one) => !areNamed(one)).map(({ projectKey }) => projectKey);
  const named = projects.filter((one) => areNamed(one)).map(whoIsNamed);
  const administers = usual.length > 0 ? [`who administers ${listed(usual)}, or Jira,`] : [];
  return [...administers, ...named].join(' and ');
}

function whoIsNamed({ projectKey, roles, accountIds }: ProjectManagers): string {
  const having = roles.length > 0 ? [`who has the project role ${roles.join(' or ')}`] : [];
  const people = accountIds.length > 0 ? ['whom the settings name'] : [];
  return `${[...having, ...people].join(', or ')} in ${projectKey}`;
}
