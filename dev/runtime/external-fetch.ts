import type { Egress } from './egress';
import type { Invocation, Invoker } from './invocation';
import type { Meter } from './meter';
import type { WallClock } from './wall-clock';

/** What answers for the code hosts; called in process. */
export type Hosts = {
  handle: (request: Request) => Promise<Response>;
  /** The provider that calls to this host (with a port that is not 443) count for; `undefined` counts them by host. */
  providerOf: (host: string) => string | undefined;
};

export type ExternalFetchOptions = {
  egress: Egress;
  hosts: Hosts;
  invoker: Invoker;
  meter: Meter;
  wall: WallClock;
  fetchesPerMinute: number;
};

const MAX_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The `fetch` of an app: only to allowed addresses, so many a minute, redirects of reads followed.
 *
 * Errors: ExternalEndpointNotAllowedError for an address that is not allowed; ProxyRequestError with
 * 429 beyond the limit (its code on Forge is not documented).
 */
export function createExternalFetch(options: ExternalFetchOptions): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await call(options, request);
      const location = redirectOf(request, response);
      if (location === undefined) return withUrl(response, request.url, hop > 0);
      request = redirected(request, location);
    }
    throw new TypeError('fetch failed', { cause: new Error('redirect count exceeded') });
  };
}

async function call(options: ExternalFetchOptions, request: Request): Promise<Response> {
  const { egress, hosts, invoker, meter } = options;
  const url = new URL(request.url);
  const errors = await import('@forge/api');
  if (!egress.isAllowed(url)) throw new errors.ExternalEndpointNotAllowedError(request.url);
  const invocation = invoker.current();
  if (invocation && isOverLimit(options, invocation)) {
    throw new errors.ProxyRequestError(429, 'RATE_LIMIT_EXCEEDED');
  }
  return invoker.perform('host-call', async () => {
    meter.hostCall(hosts.providerOf(url.host) ?? url.host);
    const response = await Promise.race([hosts.handle(request), untilAborted(request.signal)]);
    if (response.status === 304) meter.notModified();
    return response;
  });
}

function isOverLimit(
  { wall, fetchesPerMinute }: ExternalFetchOptions,
  { startedAt, fetches }: Invocation,
): boolean {
  const minute = Math.floor((wall.now() - startedAt) / 60_000);
  fetches[minute] = (fetches[minute] ?? 0) + 1;
  return fetches[minute] > fetchesPerMinute;
}

function redirectOf(request: Request, response: Response): string | undefined {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || request.redirect === 'manual' || !REDIRECTS.has(response.status)) return undefined;
  const location = response.headers.get('location') ?? undefined;
  if (location !== undefined && request.redirect === 'error') {
    throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  }
  return location;
}

/** As fetch does it: credentials stay behind when the redirect leads to another origin. */
function redirected(request: Request, location: string): Request {
  const url = new URL(location, request.url);
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) {
    headers.delete('authorization');
    headers.delete('cookie');
  }
  const { method, redirect, signal } = request;
  return new Request(url, { method, headers, redirect, signal });
}

function withUrl(response: Response, url: string, isRedirected: boolean): Response {
  Object.defineProperty(response, 'url', { value: url });
  Object.defineProperty(response, 'redirected', { value: isRedirected });
  return response;
}

async function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
}
