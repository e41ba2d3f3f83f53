import { z } from 'zod';

import type { Failure } from '../../ports/provider-error';
import type { Headers } from './rate-limit';
import { isSpent, retryAfterSeconds } from './rate-limit';

const AnswerHeaders = z.record(z.string(), z.coerce.string().optional()).catch({});

const GraphQLProblems = z
  .array(
    z.object({
      type: z.string().catch(''),
      message: z.string().catch(''),
      extensions: z
        .object({ saml_failure: z.boolean().catch(false) })
        .nullish()
        .catch(null),
    }),
  )
  .catch([]);

const ErrorAnswer = z
  .object({ headers: AnswerHeaders, data: z.unknown().optional() })
  .nullable()
  .catch(null);

/** The three shapes of what Octokit throws: RequestError, GraphqlResponseError, the throttling plugin's. */
const Thrown = z.object({
  message: z.string().catch(''),
  status: z.number().nullable().catch(null),
  headers: AnswerHeaders,
  errors: GraphQLProblems,
  cause: z.unknown().optional(),
  request: z.object({ url: z.string() }).catch({ url: '' }),
  response: ErrorAnswer,
});

const GraphQLRefusal = z.object({ errors: GraphQLProblems }).catch({ errors: [] });

/** Why GitHub, or the way to it, did not give what we asked for. */
export type Refusal = {
  message: string;
  /** `null` for GraphQL, which refuses with 200. */
  status: number | null;
  hasAnswer: boolean;
  headers: Headers;
  data: unknown;
  url: string;
  problems: z.infer<typeof GraphQLProblems>;
  cause: unknown;
};

export function readRefusal(thrown: unknown): Refusal {
  const { message, status, cause, request, response, ...own } = Thrown.parse(thrown ?? {});
  const inAnswer = status === null ? GraphQLRefusal.parse(response?.data).errors : [];
  return {
    message,
    status,
    hasAnswer: response !== null,
    headers: { ...own.headers, ...response?.headers },
    data: response?.data,
    url: request.url,
    problems: [...own.errors, ...inAnswer],
    cause,
  };
}

/** Forge refused the address before anything left: `ExternalEndpointNotAllowedError` of @forge/api. */
export function isEgressBlock({ cause, headers }: Pick<Refusal, 'cause' | 'headers'>): boolean {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: '' };
  return (
    name === 'REQUEST_EGRESS_ALLOWLIST_ERR' ||
    message.includes('not included in the external fetch backend permissions') ||
    headers['forge-proxy-error'] === 'BLOCKED_EGRESS'
  );
}

/** A page for people where data was expected: not GitHub's API, or a proxy before it. */
const isWebPage = ({ headers }: Pick<Refusal, 'headers'>): boolean =>
  headers['content-type']?.includes('text/html') ?? false;

/** Whether the app's key, not the repository, was refused: the call that trades it for a token. */
export const isAppRefusal = ({ url }: Pick<Refusal, 'url'>): boolean =>
  url.endsWith('/access_tokens');

const isAbruptEnd = ({ data, headers }: Refusal): boolean =>
  typeof data === 'string' && (headers['content-type']?.includes('json') ?? false);

const isSecondary = ({ message, headers }: Refusal): boolean =>
  /\bsecondary rate\b|\babuse\b/i.test(message) || headers['retry-after'] !== undefined;

function isRateLimit(refusal: Refusal): boolean {
  if (refusal.problems.some(({ type }) => /^RATE_LIMIT(?:ED)?$/.test(type))) return true;
  if (refusal.status === 429) return true;
  return refusal.status === 403 && (isSpent(refusal.headers) || isSecondary(refusal));
}

const has = (refusal: Refusal, ...types: string[]): boolean =>
  refusal.problems.some(({ type }) => types.includes(type));

const hasStatus = ({ status }: Refusal, ...statuses: number[]): boolean =>
  status !== null && statuses.includes(status);

const needsSso = ({ headers, problems }: Refusal): boolean =>
  headers['x-github-sso'] !== undefined ||
  problems.some(({ extensions }) => extensions?.saml_failure === true);

type Rule = [applies: (refusal: Refusal) => boolean, toFailure: (refusal: Refusal) => Failure];

/** First match wins. */
const RULES: readonly Rule[] = [
  [isEgressBlock, () => ({ kind: 'egress-blocked' })],
  [
    ({ status, hasAnswer }) => status !== null && !hasAnswer,
    () => ({ kind: 'unavailable', status: null }),
  ],
  [
    ({ status }) => status !== null && status >= 500,
    ({ status }) => ({ kind: 'unavailable', status }),
  ],
  [isWebPage, () => ({ kind: 'unexpected-answer' })],
  [isAbruptEnd, ({ status }) => ({ kind: 'unavailable', status })],
  [
    isRateLimit,
    ({ headers }) => ({
      kind: 'rate-limited',
      retryAfterSeconds: retryAfterSeconds(headers, Date.now()),
    }),
  ],
  [(refusal) => hasStatus(refusal, 401), () => ({ kind: 'unauthorized' })],
  [(refusal) => isAppRefusal(refusal) && hasStatus(refusal, 404), () => ({ kind: 'unauthorized' })],
  [
    (refusal) => hasStatus(refusal, 403, 451) || has(refusal, 'FORBIDDEN', 'INSUFFICIENT_SCOPES'),
    (refusal) => ({ kind: 'forbidden', sso: needsSso(refusal) }),
  ],
  [
    (refusal) => hasStatus(refusal, 404, 410) || has(refusal, 'NOT_FOUND'),
    () => ({ kind: 'not-found' }),
  ],
  [({ message }) => message.startsWith('No commit found for'), () => ({ kind: 'not-found' })],
];

/**
 * What a refusal means. An answer that fits no rule is `unexpected-answer`.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api,
 *         https://docs.github.com/graphql/guides/forming-calls-with-graphql
 */
export function toFailure(refusal: Refusal): Failure {
  const rule = RULES.find(([applies]) => applies(refusal));
  return rule ? rule[1](refusal) : { kind: 'unexpected-answer' };
}
