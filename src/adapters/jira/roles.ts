import { ask, type JiraFetch } from './request';
import { JiraProjectRoles, JiraRoleNames } from './schema';

/**
 * Names of the project roles that whoever asks has in a project, by themselves or by a group.
 *
 * Source: POST /rest/api/3/expression/evaluate, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jira-expressions/
 *         `User.getProjectRoles`, https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/
 * Limits: one call. The role resources of REST (`roledetails?currentMember=true`) answer administrators alone.
 * Errors: `not-found` when the project does not exist or is hidden from the viewer; else as `ask`.
 */
export async function listOwnRoles(fetch: JiraFetch, projectKey: string): Promise<string[]> {
  const { value } = await ask(fetch, {
    path: '/rest/api/3/expression/evaluate',
    what: `your roles in ${projectKey}`,
    schema: JiraRoleNames,
    body: {
      expression: 'user.getProjectRoles(project).map(role => role.name)',
      context: { project: { key: projectKey } },
    },
  });
  return value;
}

/**
 * Names of all roles of a project, whoever has them.
 *
 * Source: GET /rest/api/3/project/{projectIdOrKey}/role, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/
 * Limits: one call; Jira gives all of them.
 * Errors: `not-found` or `unauthorized` to who administers no project; else as `ask`.
 */
export async function listProjectRoles(fetch: JiraFetch, projectKey: string): Promise<string[]> {
  const roles = await ask(fetch, {
    path: `/rest/api/3/project/${encodeURIComponent(projectKey)}/role`,
    what: `the roles of ${projectKey}`,
    schema: JiraProjectRoles,
  });
  return Object.keys(roles);
}
