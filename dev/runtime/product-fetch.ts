import type { Descriptor, ForgeFetch } from './forge-globals';
import type { Invoker } from './invocation';
import { isScopeGranted } from './jira-scopes';
import type { Manifest } from './manifest';
import type { Meter } from './meter';

/** One call to Jira's REST API, with who makes it. */
export type JiraCall = {
  as: 'user' | 'app' | 'none';
  accountId: string | null;
  method: string;
  /** With its query. */
  path: string;
  headers: Headers;
  body: string | undefined;
};

export type Jira = (call: JiraCall) => Promise<Response>;

export type ProductFetchOptions = {
  jira: Jira;
  manifest: Manifest;
  invoker: Invoker;
  meter: Meter;
};

/**
 * `requestJira` of @forge/api.
 *
 * Errors: 401 `Unauthorized; scope does not match`, as Atlassian's gateway answers, when the
 * manifest lacks the scope; NEEDS_AUTHENTICATION_ERR for a user who is not there.
 */
export function createProductFetch(options: ProductFetchOptions): ForgeFetch {
  const { jira, invoker, meter } = options;
  return async (descriptor, path, init = {}) => {
    if (descriptor.remote !== 'jira') return proxyError(400, 'INVALID_REMOTE');
    const caller = invoker.current()?.accountId ?? null;
    const call = toCall(path, init, actorOf(descriptor, caller));
    const refusal = refusalOf(options, call, caller);
    if (refusal) return refusal;
    return invoker.perform('jira-call', async () => {
      meter.stats.jiraCalls += 1;
      return jira(call);
    });
  };
}

type Actor = Pick<JiraCall, 'as' | 'accountId'>;

function actorOf({ provider, accountId }: Descriptor, caller: string | null): Actor {
  if (provider === 'user') return { as: 'user', accountId: accountId ?? caller };
  return { as: provider === 'app' ? 'app' : 'none', accountId: null };
}

function toCall(path: string, init: RequestInit, actor: Actor): JiraCall {
  const { method = 'GET', body = null } = init;
  if (body !== null && typeof body !== 'string') {
    throw new TypeError('Only text bodies are modelled for requestJira.');
  }
  const headers = new Headers(init.headers);
  return { ...actor, method: method.toUpperCase(), path, headers, body: body ?? undefined };
}

/** Acting for a user who did not make this call needs scopes that allow it. */
function refusalOf(
  { manifest }: ProductFetchOptions,
  call: JiraCall,
  caller: string | null,
): Response | undefined {
  if (call.as === 'user' && call.accountId === null) {
    return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  }
  const isOffline = call.as === 'user' && call.accountId !== caller;
  if (isScopeGranted(isOffline ? manifest.offlineScopes : manifest.scopes, call)) return undefined;
  const body = { code: 401, message: 'Unauthorized; scope does not match' };
  return Response.json(body, { status: 401 });
}

function proxyError(status: number, code: string): Response {
  return new Response('', { status, headers: { 'forge-proxy-error': code } });
}
