import type { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { GateStore } from '../../ports/gate-store';
import { gateRequestKey, gateSecretKey } from './keys';
import { storageCall, unreadableRecord } from './storage-call';

const StoredKey = z.object({
  v: z.literal(1),
  secret: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
});
const KeyConflict = z.object({ code: z.literal('KEY_CONFLICT') });

type SecretStore = Pick<typeof kvs, 'set' | 'getSecret' | 'setSecret' | 'deleteSecret'>;

/** Far longer than a signature holds, so that a copy of a request is never taken for a new one. */
const REMEMBERED = { value: 1, unit: 'HOURS' } as const;

/**
 * Secrets of pipelines in Forge's secret storage; answered requests as records that run out.
 *
 * Source: https://developer.atlassian.com/platform/forge/storage-reference/ (`keyPolicy`, `ttl`)
 * Errors: `rate-limited`, `unavailable`; `unexpected-answer` for a record that is not ours.
 */
export function createGateStore(store: SecretStore): GateStore {
  return {
    async findKey(projectKey) {
      const stored = await storageCall('a secret', () =>
        store.getSecret<unknown>(gateSecretKey(projectKey)),
      );
      if (stored === undefined) return undefined;
      const record = StoredKey.safeParse(stored);
      if (!record.success) throw unreadableRecord('secret of the gate', undefined);
      const { secret, savedAt, savedBy } = record.data;
      return { secret, savedAt, savedBy };
    },
    saveKey: (projectKey, key) =>
      storageCall('a secret', () => store.setSecret(gateSecretKey(projectKey), { v: 1, ...key })),
    deleteKey: (projectKey) =>
      storageCall('a secret', () => store.deleteSecret(gateSecretKey(projectKey))),
    claim: (requestId) => storageCall('a request', () => claim(store, requestId)),
  };
}

async function claim(store: Pick<SecretStore, 'set'>, requestId: string): Promise<boolean> {
  const once = { ttl: REMEMBERED, keyPolicy: 'FAIL_IF_EXISTS' } as const;
  try {
    await store.set(gateRequestKey(requestId), { v: 1 }, once);
    return true;
  } catch (error) {
    if (KeyConflict.safeParse(error).success) return false;
    throw error;
  }
}
