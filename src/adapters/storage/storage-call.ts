import { z } from 'zod';

import { ProviderError } from '../../ports/provider-error';

/** What Forge's storage says when it refuses. */
const StorageRefusal = z.object({ responseDetails: z.object({ status: z.number() }) });

/**
 * A call to Forge's storage.
 *
 * Errors: `rate-limited` or `unavailable` when storage refuses; anything else is ours and thrown as it is.
 */
export async function storageCall<Value>(what: string, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    const refusal = StorageRefusal.safeParse(error);
    if (!refusal.success) throw error;
    throw toProviderError(what, refusal.data.responseDetails.status, error);
  }
}

/** A record in storage that is not what this version of Convoy writes. */
export function unreadableRecord(what: string, cause: unknown): ProviderError {
  const message = `The stored ${what} cannot be read by this version of Convoy. Save them again.`;
  return new ProviderError({ kind: 'unexpected-answer' }, message, { cause });
}

function toProviderError(what: string, status: number, cause: unknown): ProviderError {
  return status === 429
    ? new ProviderError(
        { kind: 'rate-limited', retryAfterSeconds: 60 },
        `Forge's storage is busy and did not take the call for ${what}. Try again in a minute.`,
        { cause },
      )
    : new ProviderError(
        { kind: 'unavailable', status },
        `Forge's storage answered ${status} for ${what}. Try again in a few minutes.`,
        { cause },
      );
}
