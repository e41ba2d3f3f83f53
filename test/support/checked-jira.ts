import { createJiraStandIn } from '../../dev/jira/jira-stand-in';
import type { JiraCall, JiraStandIn } from '../../dev/jira/jira-stand-in';
import type { SiteSetup } from '../../dev/jira/records';
import { createJiraOpenApi, JIRA_OPENAPI } from './jira-openapi';
import { findShared } from './shared-data';

export const SITE_URL = 'https://acme.atlassian.net';
const NOW = '2026-05-04T09:00:00Z';

let openApi: ReturnType<typeof createJiraOpenApi> | undefined;

/** A stand-in for which every call and reply is held against Atlassian's OpenAPI file, where it is at hand. */
export function createCheckedJira(site: Omit<SiteSetup, 'siteUrl' | 'clock'>): JiraStandIn {
  const standIn = createJiraStandIn({ ...site, siteUrl: SITE_URL, clock: () => new Date(NOW) });
  return { ...standIn, handle: (call) => checkedCall(standIn, call) };
}

async function checkedCall(standIn: JiraStandIn, call: JiraCall): Promise<Response> {
  const response = await standIn.handle(call);
  const file = findShared(JIRA_OPENAPI);
  if (file === undefined) return response;
  openApi ??= createJiraOpenApi(file);
  const reply = await response.clone().text();
  const faults = openApi.check({ ...call, status: response.status, reply });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return response;
}

type Ask = { as?: string; body?: unknown; method?: string };
export type Answer = { status: number; json: unknown };

/** Asks as the user `as`, as the app when it is `app`, and reads the JSON of the answer. */
export async function askJira(
  jira: JiraStandIn,
  path: string,
  { as = 'ana', body, method = body === undefined ? 'GET' : 'POST' }: Ask = {},
): Promise<Answer> {
  const response = await jira.handle({
    ...(as === 'app' ? { as, accountId: null } : { as: 'user', accountId: as }),
    method,
    path,
    headers: new Headers({ accept: 'application/json', 'content-type': 'application/json' }),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text) };
}
