import type { z } from 'zod';

import { ProviderError, type Failure } from '../ports/provider-error';
import { isRefusal, type Outcome, type Refusal } from '../usecases/refusal';
import type { Api, Reply, ReplyError } from './contract';
import { inPlainWords, toProblems } from './problems';

/** Who asks: Forge's word, never the payload's. */
export type Caller = { accountId: string };

/** What Forge hands to a resolver function. */
type ResolverRequest = { payload: unknown; context: { accountId?: unknown } };

/** The resolver function behind one name of the contract. */
export type EndpointOf<Name extends keyof Api> = Endpoint<
  Extract<ReturnType<Api[Name]>, { ok: true }>['value']
>;

export type Endpoint<Value> = (request: ResolverRequest) => Promise<Reply<Value>>;

/**
 * A resolver function: who asks, what they ask, the answer. Wrong payloads, refusals and what outside
 * systems did not give become error replies; what nobody expects is thrown, so that Forge's metrics see it.
 */
export function endpoint<Input, Value>(
  schema: z.ZodType<Input>,
  run: (input: Input, caller: Caller) => Promise<Outcome<Value>>,
): Endpoint<Value> {
  return async ({ payload, context: { accountId } }) => {
    if (typeof accountId !== 'string' || accountId === '') return failed(ANONYMOUS);
    const input = schema.safeParse(payload, { error: inPlainWords });
    if (!input.success) return failed(wrongInput(input.error));
    try {
      const outcome = await run(input.data, { accountId });
      return isRefusal(outcome) ? failed(toReplyError(outcome)) : { ok: true, value: outcome };
    } catch (error) {
      if (error instanceof ProviderError) return failed(explain(error));
      throw error;
    }
  };
}

const ANONYMOUS: ReplyError = {
  code: 'forbidden',
  message: 'Convoy does not know who you are. Log in to Jira and open this page again.',
};

function failed<Value>(error: ReplyError): Reply<Value> {
  return { ok: false, error };
}

function wrongInput(error: z.ZodError): ReplyError {
  const problems = toProblems(error);
  const places = problems.map(({ field, message }) => `${field} ${message}`).join('; ');
  return { code: 'invalid-input', message: `The input cannot be used: ${places}.`, problems };
}

function toReplyError({ refused, message, problems }: Refusal): ReplyError {
  return { code: refused, message, ...(problems && { problems }) };
}

/** An adapter's message says already what failed, on what, and what to do. */
function explain({ failure, message }: ProviderError): ReplyError {
  return { code: CODES[failure.kind], message };
}

const CODES: Readonly<Record<Failure['kind'], ReplyError['code']>> = {
  unauthorized: 'forbidden',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'rate-limited': 'rate-limited',
  unavailable: 'unavailable',
  'egress-blocked': 'unavailable',
  'unexpected-answer': 'unavailable',
};
