import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env';

const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => one.trim() === etag);

/**
 * Gives each successful answer a weak validator of its body, as `Rack::ETag` does, and answers 304 when
 * the caller has it already, as `Rack::ConditionalGet` does.
 *
 * Source: https://docs.gitlab.com/api/rest/troubleshooting/#status-codes (304),
 *         https://github.com/rack/rack/blob/main/lib/rack/etag.rb
 */
export const validate = createMiddleware<Env>(async (ask, next) => {
  await next();
  if (ask.req.method !== 'GET' || ask.res.status !== 200) return;
  const body = Buffer.from(await ask.res.clone().arrayBuffer());
  const etag = `W/"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  const headers = new Headers(ask.res.headers);
  headers.set('etag', etag);
  headers.set('cache-control', 'max-age=0, private, must-revalidate');
  const isUnchanged = isKnown(ask.req.header('if-none-match'), etag);
  if (isUnchanged) headers.delete('content-type');
  ask.res = new Response(isUnchanged ? null : body, { status: isUnchanged ? 304 : 200, headers });
});
