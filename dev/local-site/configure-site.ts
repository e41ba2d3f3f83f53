import { createHash } from 'node:crypto';

import type { Reply } from '../../src/api/contract';
import type { Platform } from '../runtime/platform';
import type { PlatformStore } from '../runtime/store';
import type { Site } from '../site-file/read-site';

/** Remembers, beside the app's own records, what was set up; no key of the app begins like this. */
const MARK = 'local-site:configured';

/** A site may list people only; somebody must have set it up all the same. */
const UNNAMED_ADMINISTRATOR = {
  accountId: 'local-site-administrator',
  displayName: 'Local administrator',
  admin: true,
  leads: [],
};

const administratorOf = ({ jira }: Pick<Site, 'jira'>): string =>
  (jira.users.find(({ admin }) => admin) ?? UNNAMED_ADMINISTRATOR).accountId;

/** The accounts of the site, with an administrator in any case. */
export function withAdministrator({ users }: Site['jira']): Site['jira']['users'] {
  return users.some(({ admin }) => admin) ? users : [...users, UNNAMED_ADMINISTRATOR];
}

/**
 * Does once what an administrator does on the settings page: saves a connection for each host and
 * imports convoy.yaml, through the same resolver functions. Again only when the site's file changed.
 */
export async function configureSite(
  site: Site,
  platform: Platform,
  store: PlatformStore,
): Promise<void> {
  const mark = markOf(site);
  if (store.secrets.get(MARK)?.value === mark) return;
  const admin = administratorOf(site);
  const call = <Value>(functionKey: string, payload?: unknown): Promise<Value> =>
    callSettings(platform, admin, functionKey, payload);
  await connect(site, platform, admin, call);
  if (site.settings) await call('importSettings', { text: site.settings.text });
  const at = platform.now();
  store.secrets.set(MARK, { key: MARK, value: mark, createdAt: at, updatedAt: at });
  store.touch('secrets');
}

type Call = <Value>(functionKey: string, payload?: unknown) => Promise<Value>;

async function connect(site: Site, platform: Platform, admin: string, call: Call): Promise<void> {
  const before = await call<{ baseUrl: string }[]>('listConnections');
  for (const { provider, host, token } of site.hosts) {
    if (before.some(({ baseUrl }) => baseUrl === host)) continue;
    await allowAddress(platform, admin, { provider, host });
    const auth = { kind: 'token', token };
    await call('saveConnection', { provider, baseUrl: host, owner: null, auth });
  }
}

/** Addresses beyond the manifest's are allowed one by one, as the settings page asks for it. */
async function allowAddress(
  platform: Platform,
  admin: string,
  { provider, host }: Pick<Site['hosts'][number], 'provider' | 'host'>,
): Promise<void> {
  if (platform.egress.isAllowed(new URL(host))) return;
  const { origin, hostname } = new URL(host);
  const { results } = platform.egress.get();
  const group = {
    key: hostname.replace(/[^a-zA-Z0-9]/g, '-'),
    description: `${provider === 'github' ? 'GitHub Enterprise' : 'GitLab'} at ${hostname}`,
    configured: [{ domain: origin, type: ['FETCH_BACKEND_SIDE'] }],
  };
  await platform.egress.set({ egresses: [...results, group] }, admin);
}

async function callSettings<Value>(
  platform: Platform,
  accountId: string,
  functionKey: string,
  payload: unknown,
): Promise<Value> {
  const reply = (await platform.invokeResolver({
    moduleKey: 'settings',
    functionKey,
    payload,
    accountId,
  })) as Reply<Value>;
  if (reply.ok) return reply.value;
  const problems = (reply.error.problems ?? []).map(
    ({ field, line, message }) => `  line ${line ?? '?'}, ${field}: ${message}`,
  );
  throw new Error(
    [`The site's settings were refused. ${reply.error.message}`, ...problems].join('\n'),
  );
}

function markOf({ hosts, settings }: Site): string {
  const addresses = hosts.map(({ host, token }) => `${host} ${token}`);
  return createHash('sha256')
    .update(JSON.stringify([addresses, settings?.text]))
    .digest('hex');
}
