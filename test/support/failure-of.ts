import { inspect } from 'node:util';

import { ProviderError } from '../../src/ports/provider-error';

/** The `ProviderError` that a call to an outside system ends with; any other end fails the test. */
export async function failureOf(answer: Promise<unknown>): Promise<ProviderError> {
  const end: unknown = await answer.catch((reason: unknown) => reason);
  if (end instanceof ProviderError) return end;
  throw new Error(`expected a ProviderError, got ${inspect(end)}`);
}
