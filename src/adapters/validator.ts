import { createHash } from 'node:crypto';

import type { Conditional } from '../ports/code-host';

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * A validator holds the host's ETag and a digest of the facts it stands for. GitHub answers 304 only
 * to the token that it gave the ETag to, and an app's token changes every hour; GitLab need not answer
 * 304 at all. The digest still tells then that nothing changed.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate,
 *         https://github.com/github/docs/issues/34689 (ETags belong to a token),
 *         https://docs.gitlab.com/api/rest/troubleshooting/#status-codes (304)
 */
const digestOf = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);

/** The request header that asks for an answer only if it changed. */
export function toHeaders(validator: string | null): Record<string, string> {
  const etag = validator?.slice(validator.indexOf(' ') + 1);
  return etag ? { 'if-none-match': etag } : {};
}

/** Whether the facts of a full answer are those that `validator` was made for. */
export function compare<T>(
  validator: string | null,
  facts: unknown,
  { value, headers }: { value: T; headers: Headers },
): Conditional<T> {
  const digest = digestOf(facts);
  if (validator?.startsWith(`${digest} `)) return { status: 'unchanged' };
  return { status: 'changed', validator: `${digest} ${headers.etag ?? ''}`, value };
}
