import { EgressFilteringService } from '@forge/egress';

import type { EgressGroup } from './egress-group';
import type { Manifest } from './manifest';
import type { PlatformStore } from './store';

export type Egress = {
  isAllowed: (url: URL) => boolean;
  get: (request?: { keys?: string[] }) => { results: EgressGroup[] };
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

export type EgressOptions = {
  manifest: Manifest;
  store: PlatformStore;
  isAdmin: (accountId: string) => boolean | Promise<boolean>;
};

const BACKEND = 'FETCH_BACKEND_SIDE';
const MAX_GROUPS = 10;
/** Source: https://developer.atlassian.com/platform/forge/runtime-reference/native-runtime/ */
const PORTS = new Set([
  '',
  '80',
  '8080',
  '443',
  '8443',
  '8444',
  '7990',
  '8089',
  '8090',
  '8085',
  '8060',
]);

/** Where the backend may call: what manifest.yml lists and what an administrator added. */
export function createEgress({ manifest, store, isAdmin }: EgressOptions): Egress {
  const change = async (accountId: string, groups: EgressGroup[]): Promise<void> => {
    await checkChange({ manifest, isAdmin }, accountId, groups);
    store.egress = groups;
    store.touch('egress');
  };
  return {
    isAllowed: (url) => {
      const configured = store.egress.flatMap((group) => group.configured).filter(isBackend);
      const addresses = [...manifest.egress.addresses, ...configured.map(({ domain }) => domain)];
      const isListed = new EgressFilteringService(addresses).isValidUrl(
        `${url.protocol}//${url.host}/`,
      );
      return url.protocol === 'https:' && PORTS.has(url.port) && isListed;
    },
    get: ({ keys } = {}) => ({
      results: store.egress.filter(({ key }) => !keys || keys.includes(key)),
    }),
    set: async ({ egresses }, accountId) => {
      const replaced = new Set(egresses.map(({ key }) => key));
      await change(accountId, [
        ...store.egress.filter(({ key }) => !replaced.has(key)),
        ...egresses,
      ]);
      return { results: egresses };
    },
    deleteDomain: async ({ key, domain, type }, accountId) => {
      const groups = store.egress.map((group) =>
        group.key === key ? withoutDomain(group, domain, type) : group,
      );
      await change(accountId, groups);
    },
    deleteGroup: async ({ key }, accountId) => {
      await change(
        accountId,
        store.egress.filter((group) => group.key !== key),
      );
    },
  };
}

async function checkChange(
  { manifest, isAdmin }: Pick<EgressOptions, 'manifest' | 'isAdmin'>,
  accountId: string,
  groups: readonly EgressGroup[],
): Promise<void> {
  if (!manifest.egress.isConfigurable) {
    throw new Error(
      'Customer-managed egress is not enabled: set permissions.external.configurable.enabled in manifest.yml.',
    );
  }
  if (!(await isAdmin(accountId))) {
    throw new Error('Only an administrator can change the external addresses of an app.');
  }
  if (groups.length > MAX_GROUPS) {
    throw new Error(`An app can have at most ${MAX_GROUPS} groups of external addresses.`);
  }
  const insecure = groups
    .flatMap(({ configured }) => configured)
    .find(({ domain }) => domain.includes('://') && !domain.startsWith('https://'));
  if (insecure) throw new Error(`${insecure.domain} is not an https address.`);
}

function withoutDomain(group: EgressGroup, domain: string, type: string): EgressGroup {
  const configured = group.configured
    .map((entry) =>
      entry.domain === domain
        ? { domain, type: entry.type.filter((kept) => kept !== type) }
        : entry,
    )
    .filter((entry) => entry.type.length > 0);
  return { ...group, configured };
}

function isBackend({ type }: { type: string[] }): boolean {
  return type.includes(BACKEND);
}
