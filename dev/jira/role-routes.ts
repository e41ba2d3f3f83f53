import { z } from 'zod';

import { Refusal } from './answers';
import { getProject, readBody } from './routes';
import type { Routes } from './routes';
import type { SiteUser } from './site';
import { canAdminister } from './viewer';
import type { Viewer } from './viewer';

/** What every Jira begins with. */
const OWN_ROLES = ['atlassian-addons-project-access', 'Administrators'];
const FIRST_ID = 10_002;

/** Project roles are the same for all projects; who has them is not. */
export const addRoleRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/project/:project/role', (context) => {
    const project = getProject(records, context);
    const { viewer } = context.env;
    if (!records.projects.some(({ key }) => canAdminister(viewer, key))) {
      throw new Refusal(404, 'You cannot edit the configuration of this project.');
    }
    const url = `${records.siteUrl}/rest/api/3/project/${project.id}/role`;
    const names = roleNames(records.users);
    return context.json(
      Object.fromEntries(names.map((name, index) => [name, `${url}/${FIRST_ID + index}`])),
    );
  });
};

const ROLES_OF_USER = 'user.getProjectRoles(project).map(role => role.name)';

const Evaluation = z.strictObject({
  expression: z.string(),
  context: z.strictObject({ project: z.strictObject({ key: z.string() }) }),
});

/** Of Jira's expression language, one expression: the names of the project roles of whoever asks. */
export const addExpressionRoutes: Routes = (app, { records }) => {
  app.post('/rest/api/3/expression/evaluate', async (context) => {
    const asked = Evaluation.safeParse(await readBody(context));
    if (!asked.success || asked.data.expression !== ROLES_OF_USER) {
      throw new Refusal(
        400,
        `This stand-in evaluates only ${ROLES_OF_USER} for a project: add what you need to dev/jira.`,
      );
    }
    const { viewer } = context.env;
    const { key } = asked.data.context.project;
    if (!records.findProject(viewer, key)) {
      throw new Refusal(404, `No project could be found with key '${key}'.`);
    }
    return context.json({ value: rolesOf(viewer, key) });
  });
};

const roleNames = (users: readonly SiteUser[]): string[] => [
  ...new Set([...OWN_ROLES, ...users.flatMap(({ roles = {} }) => Object.values(roles).flat())]),
];

function rolesOf(viewer: Viewer, projectKey: string): string[] {
  if (viewer.kind === 'app') return OWN_ROLES.slice(0, 1);
  const { roles = {}, leads } = viewer.user;
  return [...(leads.includes(projectKey) ? ['Administrators'] : []), ...(roles[projectKey] ?? [])];
}
