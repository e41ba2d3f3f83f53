import type { Context, Hono } from 'hono';

import { ISSUE_NOT_FOUND, Refusal } from './answers';
import type { IssueBeans } from './issue-bean';
import type { Records } from './records';
import type { SiteIssue, SiteProject } from './site';
import type { Viewer } from './viewer';

export type Env = { Bindings: { viewer: Viewer } };
export type App = Hono<Env>;
export type Routes = (app: App, site: { records: Records; beans: IssueBeans }) => void;

/** The issue that a path names, or Jira's 404. */
export function getIssue(records: Records, context: Context<Env>): SiteIssue {
  const issue = records.findIssue(context.env.viewer, context.req.param('issue') ?? '');
  if (!issue) throw new Refusal(404, ISSUE_NOT_FOUND);
  return issue;
}

/** The project that a path names, or Jira's 404. */
export function getProject(records: Records, context: Context<Env>): SiteProject {
  const idOrKey = context.req.param('project') ?? '';
  const project = records.findProject(context.env.viewer, idOrKey);
  if (!project) throw new Refusal(404, `No project could be found with key '${idOrKey}'.`);
  return project;
}

/** The JSON of a call's body, or Jira's 400. */
export async function readBody(context: Context<Env>): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text()) as unknown;
  } catch {
    throw new Refusal(
      400,
      'There was an error parsing JSON. Check that your request body is valid.',
    );
  }
}
