import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env';

const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** Gives each successful answer a weak validator, and answers 304 when the caller has it already. */
export const validate = createMiddleware<Env>(async (ask, next) => {
  await next();
  if (ask.req.method !== 'GET' || ask.res.status !== 200) return;
  const body = Buffer.from(await ask.res.clone().arrayBuffer());
  const etag = `W/"${createHash('sha256')
    .update(body)
    .update(ask.res.headers.get('link') ?? '')
    .digest('hex')}"`;
  const headers = new Headers(ask.res.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'private, max-age=60, s-maxage=60');
  headers.set('vary', 'Accept, Authorization, Cookie, X-GitHub-OTP');
  const isUnchanged = isKnown(ask.req.header('if-none-match'), etag);
  if (isUnchanged) headers.delete('content-type');
  ask.res = new Response(isUnchanged ? null : body, { status: isUnchanged ? 304 : 200, headers });
});
