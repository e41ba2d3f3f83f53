import { resolve } from 'node:path';

import { createJiraStandIn, type JiraStandIn } from '../jira/jira-stand-in';
import { readManifest } from '../runtime/manifest';
import { createPlatform, type Platform, type PlatformOptions } from '../runtime/platform';
import { openStore, type PlatformStore } from '../runtime/store';
import { applyFaults } from '../site-file/faults';
import type { Site } from '../site-file/read-site';
import { createHosts } from './hosts';
import { APP_FOLDER } from './app-folder';
import { configureSite, withAdministrator } from './configure-site';

export type LocalSite = {
  site: Site;
  platform: Platform;
  store: PlatformStore;
  /** Jira's REST API as an account. */
  askJira: (accountId: string, request: Request) => Promise<Response>;
  close: () => Promise<void>;
};

export type OpenSiteOptions = Partial<
  Pick<PlatformOptions, 'chaos' | 'seed' | 'clock' | 'limits' | 'queryDelayMs'>
> & {
  /** Folder of the store, or a store that is open; `null` for one in memory only. */
  store: string | null | PlatformStore;
  /** Told of every call to a code host; `body` is empty where there is none. */
  onHostCall?: (call: { method: string; url: string; body: string }) => void;
  /** Stands between the app and what it asks, code hosts and Jira; `answer` gives what they say. */
  between?: Between;
};

/** `body` is empty where there is none. */
export type AppCall = { method: string; url: string; headers: Headers; body: string };
export type Between = (call: AppCall, answer: () => Promise<Response>) => Promise<Response>;

/** Whose token the app has on Atlassian's cloud; here it names the site in links. */
const SITE_URL = 'https://local-site.example';

/** Starts the unmodified app on a site, set up as its administrator would have done. */
export async function openSite(site: Site, options: OpenSiteOptions): Promise<LocalSite> {
  const store =
    options.store === null || typeof options.store === 'string'
      ? openStore(options.store)
      : options.store;
  const parts = createSite(site, store, options);
  await configureSite(site, parts.platform, store);
  return {
    site,
    store,
    ...parts,
    close: () => parts.platform.dispose(),
  };
}

function createSite(
  site: Site,
  store: PlatformStore,
  { store: _, onHostCall, between = directly, ...options }: OpenSiteOptions,
): Pick<LocalSite, 'platform' | 'askJira'> {
  const clock = options.clock ?? clockOf(site);
  // The stand-ins ask the platform's clock, which exists only after them.
  const now = { read: () => new Date() };
  const users = withAdministrator(site.jira);
  const manifestPath = resolve(APP_FOLDER, 'manifest.yml');
  const jira = createJiraStandIn({
    ...site.jira,
    users,
    indexed: readManifest(manifestPath).searchFields,
    siteUrl: SITE_URL,
    clock: () => now.read(),
  });
  const platform = createPlatform({
    ...options,
    manifestPath,
    jira: throughFaults(site, jira, between),
    hosts: watched(
      createHosts(site, () => now.read()),
      { onHostCall, between },
    ),
    store,
    clock,
    isAdmin: (accountId) => users.some((one) => one.accountId === accountId && one.admin),
  });
  now.read = () => new Date(platform.now());
  return {
    platform,
    askJira: (accountId, request) => askAs(jira, accountId, request),
  };
}

type Hosts = PlatformOptions['hosts'];

function throughFaults(
  { faults }: Site,
  jira: JiraStandIn,
  between: Between,
): PlatformOptions['jira'] {
  type Faulty = { method: string; url: string; call: Parameters<JiraStandIn['handle']>[0] };
  const handle = applyFaults(faults, ({ call }: Faulty) => jira.handle(call));
  return (call) => {
    const { method, headers, body = '' } = call;
    const url = `${SITE_URL}${call.path}`;
    return between({ method, url, headers, body }, () => handle({ method, url, call }));
  };
}

const directly: Between = (_, answer) => answer();

const watched = (
  hosts: Hosts,
  { onHostCall, between }: { onHostCall: OpenSiteOptions['onHostCall']; between: Between },
): Hosts =>
  onHostCall === undefined && between === directly
    ? hosts
    : {
        ...hosts,
        handle: async (request) => {
          const { method, url, headers } = request;
          const body = request.body === null ? '' : await request.clone().text();
          onHostCall?.({ method, url, body });
          return between({ method, url, headers, body }, () => hosts.handle(request));
        },
      };

async function askAs(jira: JiraStandIn, accountId: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? undefined : await request.text();
  const { method, headers } = request;
  return jira.handle({ as: 'user', accountId, method, path: pathname + search, headers, body });
}

const clockOf = ({ now }: Site): NonNullable<PlatformOptions['clock']> =>
  now === undefined ? { mode: 'real' } : { mode: 'frozen', at: now };
