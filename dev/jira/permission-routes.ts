import { z } from 'zod';

import { ISSUE_NOT_FOUND, readList, Refusal } from './answers';
import { projectKeyOf } from './records';
import type { Records } from './records';
import { readBody } from './routes';
import type { Routes } from './routes';
import { canAdminister, canBrowse, findViewer, isAdministrator } from './viewer';
import type { Viewer } from './viewer';

type Permission = {
  id: string;
  name: string;
  type: 'GLOBAL' | 'PROJECT';
  isGranted: (viewer: Viewer, projectKey: string) => boolean;
};

const PERMISSIONS: Record<string, Permission> = {
  ADMINISTER: { id: '0', name: 'Administer Jira', type: 'GLOBAL', isGranted: isAdministrator },
  BROWSE_PROJECTS: { id: '10', name: 'Browse Projects', type: 'PROJECT', isGranted: canBrowse },
  EDIT_ISSUES: { id: '12', name: 'Edit Issues', type: 'PROJECT', isGranted: canBrowse },
  ADD_COMMENTS: { id: '15', name: 'Add Comments', type: 'PROJECT', isGranted: canBrowse },
  ADMINISTER_PROJECTS: {
    id: '23',
    name: 'Administer Projects',
    type: 'PROJECT',
    isGranted: canAdminister,
  },
};

const Ids = z.array(z.union([z.number(), z.string()]).transform(String)).default([]);
const Check = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z
    .array(z.object({ permissions: z.array(z.string()), projects: Ids, issues: Ids }))
    .default([]),
});
type Check = z.infer<typeof Check>;

export const addPermissionRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/mypermissions', (context) => {
    const { req, env } = context;
    const keys = readList(req.queries('permissions'));
    if (keys.length === 0) throw new Refusal(400, "The 'permissions' query parameter is required.");
    const projectKeys = readScope(records, env.viewer, (name) => req.query(name));
    const grants = keys.map((key) => [key, toGrant(key, env.viewer, projectKeys)]);
    return context.json({ permissions: Object.fromEntries(grants) as unknown });
  });

  app.post('/rest/api/3/permissions/check', async (context) => {
    const check = Check.safeParse(await readBody(context));
    if (!check.success) throw new Refusal(400, 'The permissions check is not valid.');
    const viewer = findSubject(records, context.env.viewer, check.data.accountId);
    return context.json(toGrants(records, viewer, check.data));
  });
};

/** The projects that a question is about: one, or any. */
function readScope(
  records: Records,
  viewer: Viewer,
  query: (name: string) => string | undefined,
): string[] {
  const issueName = query('issueKey') ?? query('issueId');
  const projectName = query('projectKey') ?? query('projectId');
  if (issueName !== undefined) {
    const issue = records.findIssue(viewer, issueName);
    if (!issue) throw new Refusal(404, ISSUE_NOT_FOUND);
    return [projectKeyOf(issue.key)];
  }
  if (projectName === undefined) return records.projects.map(({ key }) => key);
  const project = records.findProject(viewer, projectName);
  if (!project) throw new Refusal(404, `No project could be found with key '${projectName}'.`);
  return [project.key];
}

function getPermission(key: string): Permission {
  const permission = Object.hasOwn(PERMISSIONS, key) ? PERMISSIONS[key] : undefined;
  if (!permission) throw new Refusal(400, `Unrecognized permission: ${key}`);
  return permission;
}

function toGrant(key: string, viewer: Viewer, projectKeys: string[]): Record<string, unknown> {
  const { isGranted, ...permission } = getPermission(key);
  const havePermission =
    permission.type === 'GLOBAL'
      ? isGranted(viewer, '')
      : projectKeys.some((projectKey) => isGranted(viewer, projectKey));
  return { ...permission, key, description: permission.name, havePermission };
}

/** The app and administrators may ask for anybody, others for themselves. */
function findSubject(records: Records, viewer: Viewer, accountId: string | undefined): Viewer {
  if (accountId === undefined) return viewer;
  const isSelf = viewer.kind === 'user' && viewer.user.accountId === accountId;
  if (viewer.kind === 'user' && !isSelf && !isAdministrator(viewer)) {
    throw new Refusal(403, "You do not have permission to check another user's permissions.");
  }
  const subject = findViewer(records, { as: 'user', accountId });
  if (!subject) throw new Refusal(400, 'There is no user with this accountId.');
  return subject;
}

function toGrants(records: Records, viewer: Viewer, check: Check): Record<string, unknown> {
  return {
    globalPermissions: check.globalPermissions.filter((key) =>
      getPermission(key).isGranted(viewer, ''),
    ),
    projectPermissions: check.projectPermissions.flatMap(({ permissions, projects, issues }) =>
      permissions.map((permission) => {
        const { isGranted } = getPermission(permission);
        const isIn = (projectKey: string): boolean => isGranted(viewer, projectKey);
        return {
          permission,
          projects: records.projects
            .filter(({ id, key }) => projects.includes(id) && isIn(key))
            .map(({ id }) => Number(id)),
          issues: records.issues
            .filter(({ id, key }) => issues.includes(id) && isIn(projectKeyOf(key)))
            .map(({ id }) => Number(id)),
        };
      }),
    ),
  };
}
