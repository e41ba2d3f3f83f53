import { Webhook } from 'standardwebhooks';

type Signed = { secret: string; id?: string; at?: string };

/** Headers by which a pipeline proves who it is; `at` is ISO 8601. */
export function signedHeaders(
  body: string,
  { secret, id = 'run-1', at = '2026-05-04T09:00:00Z' }: Signed,
): Record<string, string> {
  const signedAt = new Date(at);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(signedAt.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign(id, signedAt, body),
  };
}
