import { Refusal, toJiraInstant } from './answers';
import { APP_ACCOUNT, findAccount, toUser } from './account-bean';
import { listLinkTypes } from './link-types';
import type { Routes } from './routes';
import { listIssueTypes, listStatuses } from './status-bean';

export const addAccountRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/myself', ({ env, json }) =>
    json(toUser(records, env.viewer.kind === 'user' ? env.viewer.user : APP_ACCOUNT)),
  );

  app.get('/rest/api/3/user', ({ req, json }) => {
    const accountId = req.query('accountId');
    if (accountId === undefined) {
      throw new Refusal(400, "The 'accountId' query parameter is required.");
    }
    const account = findAccount(records, accountId);
    if (!account) {
      throw new Refusal(
        404,
        'Specified user does not exist or you do not have required permissions',
      );
    }
    return json(toUser(records, account));
  });
};

/** People by the beginning of their name, and accounts by id. */
export const addPeopleRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/user/search', ({ req, json }) => {
    const query = req.query('query')?.toLowerCase();
    if (query === undefined) throw new Refusal(400, 'You must provide a query.');
    const found = [...records.users, APP_ACCOUNT].filter(({ displayName }) =>
      displayName.toLowerCase().startsWith(query),
    );
    const most = Number(req.query('maxResults') ?? 50);
    return json(found.slice(0, most).map((user) => toUser(records, user)));
  });

  app.get('/rest/api/3/user/bulk', ({ req, json }) => {
    const accountIds = req.queries('accountId') ?? [];
    if (accountIds.length === 0) throw new Refusal(400, 'At least one accountId is required.');
    const maxResults = Number(req.query('maxResults') ?? 10);
    const values = accountIds
      .flatMap((id) => findAccount(records, id) ?? [])
      .slice(0, maxResults)
      .map((user) => toUser(records, user));
    const page = { maxResults, startAt: 0, total: values.length, isLast: true, values };
    return json({ self: `${records.siteUrl}${req.path}`, ...page });
  });
};

/** What is the same for whoever asks. */
export const addSiteRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/issueLinkType', ({ json }) =>
    json({ issueLinkTypes: listLinkTypes(records.issues, records.siteUrl) }),
  );
  app.get('/rest/api/3/issuetype', ({ json }) => json(listIssueTypes(records)));
  app.get('/rest/api/3/status', ({ json }) => json(listStatuses(records)));
  app.get('/rest/api/3/serverInfo', ({ json }) =>
    json({
      baseUrl: records.siteUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_000,
      buildDate: toJiraInstant(records.startedAt()),
      serverTime: toJiraInstant(records.clock()),
      serverTimeZone: 'Etc/UTC',
      scmInfo: '',
      serverTitle: 'Jira',
    }),
  );
};
