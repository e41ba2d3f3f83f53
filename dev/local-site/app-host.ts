import { z } from 'zod';

import { SiteIssue, SiteProject, SiteVersion } from '../jira/site';
import { SiteAttachment, SiteComment } from '../site/activity';
import type { Account, AppHost } from '../site/app-host';
import type { LocalSite } from './open-site';

const Search = z.object({ issues: z.array(SiteIssue), nextPageToken: z.string().optional() });
const Refused = z.object({ errorMessages: z.array(z.string()) });
const Attachments = z.array(SiteAttachment).default([]);
const Comments = z.object({ comments: z.array(SiteComment) });
const Projects = z.object({ values: z.array(SiteProject.loose()) });

/** What the pages of the shell ask, answered by the running site. */
export function createAppHost({ site, platform, askJira }: LocalSite): AppHost {
  const ask = (accountId: string, path: string) =>
    askJira(accountId, new Request(new URL(path, 'https://local-site.example')));
  return {
    name: site.name,
    cloudId: '00000000-0000-4000-8000-000000000000',
    now: () => new Date(platform.now()),
    users: site.jira.users.map(toAccount) as [Account, ...Account[]],
    listProjects: (accountId) => listProjects(accountId, ask),
    listIssues: async (accountId) => listIssues(accountId, ask),
    searchIssues: (accountId, jql) => searchIssues(accountId, jql, ask),
    findIssue: async (accountId, key) => {
      const path = `/rest/api/3/issue/${encodeURIComponent(key)}?expand=changelog`;
      const answer = await ask(accountId, path);
      return answer.ok ? SiteIssue.parse(await answer.json()) : undefined;
    },
    readActivity: async (accountId, { key, fields }) => {
      const path = `/rest/api/3/issue/${encodeURIComponent(key)}/comment?maxResults=100`;
      const answer = await ask(accountId, path);
      const { comments } = Comments.parse(await answer.json());
      return { comments, attachments: Attachments.parse(fields.attachment) };
    },
    findAttachment: async (accountId, id) => {
      const path = `/rest/api/3/attachment/content/${encodeURIComponent(id)}`;
      const answer = await ask(accountId, path);
      return answer.ok ? answer.text() : undefined;
    },
    listVersions: async (accountId, key) => {
      const answer = await ask(accountId, `/rest/api/3/project/${key}/versions`);
      return z.array(SiteVersion).parse(await answer.json());
    },
    invoke: ({ moduleKey, functionKey, payload, accountId, context }) =>
      platform.invokeResolver({ moduleKey, functionKey, payload, accountId, context }),
    product: askJira,
    egress: platform.egress,
  };
}

const toAccount = ({
  accountId,
  displayName,
  admin,
}: LocalSite['site']['jira']['users'][number]) => ({
  accountId,
  displayName,
  isAdmin: admin,
});

type Ask = (accountId: string, path: string) => Promise<Response>;

async function listProjects(accountId: string, ask: Ask): Promise<SiteProject[]> {
  const answer = await ask(accountId, '/rest/api/3/project/search?maxResults=100');
  const { values } = Projects.parse(await answer.json());
  return values.map(({ id, key, name }) => ({ id, key, name }));
}

async function listIssues(accountId: string, ask: Ask): Promise<SiteIssue[]> {
  const keys = (await listProjects(accountId, ask)).map(({ key }) => key);
  if (keys.length === 0) return [];
  const jql = `project in (${keys.join(', ')}) ORDER BY key ASC`;
  const found = await searchIssues(accountId, jql, ask);
  if ('issues' in found) return found.issues;
  throw new Error(`The search for issues failed: ${found.refusal}`);
}

async function searchIssues(
  accountId: string,
  jql: string,
  ask: Ask,
): ReturnType<AppHost['searchIssues']> {
  const found: SiteIssue[] = [];
  const query = new URLSearchParams({
    jql,
    fields: 'summary,status,issuetype,fixVersions,project',
    maxResults: '100',
  });
  for (;;) {
    const answer = await ask(accountId, `/rest/api/3/search/jql?${query.toString()}`);
    const json: unknown = await answer.json();
    if (!answer.ok) return { refusal: Refused.parse(json).errorMessages.join(' ') };
    const { issues, nextPageToken } = Search.parse(json);
    found.push(...issues);
    if (nextPageToken === undefined) return { issues: found };
    query.set('nextPageToken', nextPageToken);
  }
}
