import type { Failure } from '../../ports/provider-error';
import type { Headers } from './rate-limit';
import { retryAfterSeconds } from './rate-limit';

/** What came instead of an answer. */
export class GitLabRefusal extends Error {
  /** `null` when nothing answered, or the answer broke off. */
  readonly status: number | null;
  readonly headers: Headers;

  constructor(status: number | null, headers: Headers, options?: ErrorOptions) {
    super(`GitLab did not answer (${status ?? 'no status'})`, options);
    this.name = 'GitLabRefusal';
    this.status = status;
    this.headers = headers;
  }
}

const causeOf = ({ cause }: GitLabRefusal): { name: string; message: string } =>
  cause instanceof Error ? cause : { name: '', message: '' };

/** Forge refused the address before anything left: `ExternalEndpointNotAllowedError` of @forge/api. */
export function isEgressBlock(refusal: GitLabRefusal): boolean {
  const { name, message } = causeOf(refusal);
  return (
    name === 'REQUEST_EGRESS_ALLOWLIST_ERR' ||
    message.includes('not included in the external fetch backend permissions') ||
    refusal.headers['forge-proxy-error'] === 'BLOCKED_EGRESS'
  );
}

/** Forge lets an invocation make 100 calls a minute: `ProxyRequestError` of @forge/api. */
const isForgeLimit = ({ cause }: GitLabRefusal): boolean =>
  typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 429;

export const isRateLimit = (refusal: GitLabRefusal): boolean =>
  refusal.status === 429 || isForgeLimit(refusal);

/** Whether it may pass when asked again. */
export const isOutage = ({ status, cause }: GitLabRefusal): boolean =>
  status === null ? !(cause instanceof SyntaxError) : status >= 500;

/** A page for people where data was expected: not GitLab's API, or a proxy before it. */
const isWebPage = ({ headers }: GitLabRefusal): boolean =>
  headers['content-type']?.includes('text/html') ?? false;

type Rule = [applies: (refusal: GitLabRefusal) => boolean, toFailure: () => Failure];

const hasStatus =
  (...statuses: number[]) =>
  ({ status }: GitLabRefusal): boolean =>
    status !== null && statuses.includes(status);

/** First match wins. */
const rulesFor = ({ status, headers }: GitLabRefusal): readonly Rule[] => [
  [isEgressBlock, () => ({ kind: 'egress-blocked' })],
  [
    isRateLimit,
    () => ({ kind: 'rate-limited', retryAfterSeconds: retryAfterSeconds(headers, Date.now()) }),
  ],
  [
    (refusal) => refusal.status === null || isOutage(refusal),
    () => ({ kind: 'unavailable', status }),
  ],
  [isWebPage, () => ({ kind: 'unexpected-answer' })],
  [hasStatus(401), () => ({ kind: 'unauthorized' })],
  [hasStatus(403), () => ({ kind: 'forbidden', sso: false })],
  [hasStatus(404, 410), () => ({ kind: 'not-found' })],
];

/**
 * What a refusal means. An answer that fits no rule is `unexpected-answer`.
 *
 * Source: https://docs.gitlab.com/api/rest/troubleshooting/#status-codes
 */
export function toFailure(refusal: GitLabRefusal): Failure {
  const rule = rulesFor(refusal).find(([applies]) => applies(refusal));
  return rule ? rule[1]() : { kind: 'unexpected-answer' };
}
