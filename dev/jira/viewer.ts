import type { JiraSite, SiteUser } from './site';

/** Who asks: a user with their browse rights, or the app, which sees all. */
export type Viewer = { kind: 'user'; user: SiteUser } | { kind: 'app' };

type Identity = { as: 'user' | 'app' | 'none'; accountId: string | null };

export function findViewer(
  { users }: Pick<JiraSite, 'users'>,
  { as, accountId }: Identity,
): Viewer | undefined {
  if (as === 'app') return { kind: 'app' };
  const user = as === 'user' ? users.find((one) => one.accountId === accountId) : undefined;
  return user && { kind: 'user', user };
}

export const canBrowse = (viewer: Viewer, projectKey: string): boolean =>
  viewer.kind === 'app' || (viewer.user.projects?.includes(projectKey) ?? true);

export const isAdministrator = (viewer: Viewer): boolean =>
  viewer.kind === 'user' && viewer.user.admin;

/** Leads administer their projects; Jira administrators those that they may browse; the app all. */
export const canAdminister = (viewer: Viewer, projectKey: string): boolean =>
  canBrowse(viewer, projectKey) &&
  (viewer.kind === 'app' || viewer.user.admin || viewer.user.leads.includes(projectKey));
