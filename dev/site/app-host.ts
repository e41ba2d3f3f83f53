import type { SiteIssue, SiteProject, SiteVersion } from '../jira/site';
import type { Activity } from './activity';

/** An Atlassian account that can sign in on this site. */
export type Account = { accountId: string; displayName: string; isAdmin: boolean };

/** Addresses that an administrator allowed the app to call, beyond those in its manifest. */
export type EgressGroup = {
  key: string;
  description: string;
  configured: { domain: string; type: string[] }[];
};

/** What `permissions.egress` of @forge/bridge asks; a change is refused to all but administrators. */
type Egress = {
  get: (request: { keys?: string[] }) => { results: EgressGroup[] };
  set: (
    request: { egresses: EgressGroup[] },
    accountId: string,
  ) => Promise<{ results: EgressGroup[] }>;
  deleteDomain: (
    request: { key: string; domain: string; type: string },
    accountId: string,
  ) => Promise<void>;
  deleteGroup: (request: { key: string }, accountId: string) => Promise<void>;
};

/** One call of a resolver function, as the screen of `moduleKey` makes it. */
export type Invocation = {
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  accountId: string;
  /** What the page says about where the screen stands: `{ extension: { issue, project, … }, locale, … }`. */
  context: Record<string, unknown>;
};

/** What the shell asks of the site behind it. Whatever it shows, it shows as the account that asks. */
export type AppHost = {
  /** Name of the site. */
  name: string;
  cloudId: string;
  now: () => Date;
  users: readonly [Account, ...Account[]];
  listProjects: (accountId: string) => Promise<SiteProject[]>;
  /** Issues that the account may browse. */
  listIssues: (accountId: string) => Promise<SiteIssue[]>;
  /** Issues that a JQL query finds for the account, or in Jira's words why it cannot be answered. */
  searchIssues: (
    accountId: string,
    jql: string,
  ) => Promise<{ issues: SiteIssue[] } | { refusal: string }>;
  /** `undefined` when there is none, or the account may not browse it. */
  findIssue: (accountId: string, key: string) => Promise<SiteIssue | undefined>;
  /** Files and comments of an issue that the account may browse. */
  readActivity: (accountId: string, issue: SiteIssue) => Promise<Activity>;
  /** The text of a file; `undefined` when there is none, or the account may not see it. */
  findAttachment: (accountId: string, id: string) => Promise<string | undefined>;
  /** Versions of a project that the account may browse, with their descriptions as they are now. */
  listVersions: (accountId: string, projectKey: string) => Promise<SiteVersion[]>;
  /** The resolver's reply after its JSON round trip; throws what the platform would reject with. */
  invoke: (invocation: Invocation) => Promise<unknown>;
  /** Jira's REST API as that account; the request's path begins with `/rest/`. */
  product: (accountId: string, request: Request) => Promise<Response>;
  egress: Egress;
};
