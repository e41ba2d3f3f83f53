import { Hono } from 'hono';

import { addAccountRoutes, addPeopleRoutes, addSiteRoutes } from './account-routes';
import { jiraError, Refusal } from './answers';
import { addAttachmentRoutes } from './attachment-routes';
import { createIssueBeans } from './issue-bean';
import { addCommentRoutes, addIssueRoutes } from './issue-routes';
import { addPermissionRoutes } from './permission-routes';
import { addProjectRoutes, addVersionChange, addVersionRoutes } from './project-routes';
import { addPropertyRoutes } from './property-routes';
import { addExpressionRoutes, addRoleRoutes } from './role-routes';
import { createRecords, findMisfits } from './records';
import type { JiraState, SiteSetup } from './records';
import type { Env } from './routes';
import { addSearchRoutes } from './search-routes';
import { findViewer } from './viewer';

/** A call to Jira as the Forge runtime hands it over; `path` starts with `/rest/` and has the query. */
export type JiraCall = {
  as: 'user' | 'app' | 'none';
  accountId: string | null;
  method: string;
  path: string;
  headers: Headers;
  body: string | undefined;
};

export type JiraStandIn = {
  handle: (call: JiraCall) => Promise<Response>;
  /** What was written since the start, as JSON. */
  state: () => JiraState;
  /** Puts back what `state` gave. */
  restore: (state: JiraState) => void;
};

const ROUTES = [
  addSearchRoutes,
  addIssueRoutes,
  addCommentRoutes,
  addAttachmentRoutes,
  addProjectRoutes,
  addVersionRoutes,
  addVersionChange,
  addPropertyRoutes,
  addPermissionRoutes,
  addRoleRoutes,
  addExpressionRoutes,
  addAccountRoutes,
  addPeopleRoutes,
  addSiteRoutes,
];

/** Answers for Jira Cloud's REST API v3 from a site file; a user sees only what they may browse. */
export function createJiraStandIn(site: SiteSetup): JiraStandIn {
  const misfits = findMisfits(site);
  if (misfits.length > 0) throw new Error(`The site does not fit together:\n${misfits.join('\n')}`);
  const records = createRecords(site);
  const app = createApp(records);
  return {
    handle: async ({ method, path, headers, body, ...identity }) => {
      const viewer = findViewer(site, identity);
      if (!viewer) {
        return jiraError(
          401,
          'You are not authenticated. Authentication required to perform this operation.',
        );
      }
      const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
      const request = new Request(new URL(path, site.siteUrl), {
        method,
        headers,
        ...(hasBody && { body }),
      });
      return app.fetch(request, { viewer });
    },
    state: () => structuredClone(records.state),
    restore: (state) => {
      const { comments, properties, attachments, descriptions } = state;
      Object.assign(
        records.state,
        structuredClone({ comments, properties, attachments, descriptions }),
      );
    },
  };
}

function createApp(records: ReturnType<typeof createRecords>): Hono<Env> {
  const app = new Hono<Env>();
  const site = { records, beans: createIssueBeans(records) };
  ROUTES.forEach((addRoutes) => {
    addRoutes(app, site);
  });
  app.onError((error) => {
    if (error instanceof Refusal) return jiraError(error.status, error.message);
    throw error;
  });
  app.notFound(({ req }) =>
    jiraError(501, `This stand-in does not answer ${req.method} ${req.path}: add it to dev/jira.`),
  );
  return app;
}
