import { z } from 'zod';
import type { Ports } from '../ports/ports';
import { askGate, type GateAnswer } from '../usecases/release/ask-gate';
import type { Refusal } from '../usecases/refusal';
import { presentGateDecision } from './present-gate';
import { inPlainWords, toProblems } from './problems';
import { ReleaseInput } from './release-inputs';

/** What Forge hands to a web trigger: each header is a list. */
const WebTriggerRequest = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())),
  body: z.string().optional(),
});

/**
 * What a web trigger answers.
 *
 * Source: https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/
 */
export type WebTriggerResponse = {
  statusCode: number;
  headers: Record<string, string[]>;
  body: string;
};

type GatePorts = Parameters<typeof askGate>[0];

/**
 * The gate for pipelines: SHIP is 200, NO-SHIP is 409 with the reasons, and nothing else is ever 200. 401 for who is
 * not known, came late or twice, 404 for what is not there, 400 for what cannot be read, 503 when Jira or
 * storage does not answer.
 */
export function createGate(
  ports: GatePorts & Pick<Ports, 'now'>,
): (request: unknown) => Promise<WebTriggerResponse> {
  return async (request) => {
    const { method, headers, body = '' } = WebTriggerRequest.parse(request);
    if (method !== 'POST') return say(405, { error: 'Ask by POST.' });
    const question = toQuestion(body);
    if ('error' in question) return say(400, question);
    const lowerCase = Object.entries(headers).map(([name, values]) => [
      name.toLowerCase(),
      values[0] ?? '',
    ]);
    const signed = { headers: Object.fromEntries(lowerCase) as Record<string, string>, body };
    return respond(await askGate(ports, signed, question.value));
  };
}

function toQuestion(
  body: string,
): { value: z.infer<typeof ReleaseInput> } | { error: string; problems?: unknown } {
  const json = parseJson(body);
  if (json === undefined) return { error: 'The body is no JSON.' };
  const input = ReleaseInput.safeParse(json, { error: inPlainWords });
  if (input.success) return { value: input.data };
  return { error: 'The question cannot be read.', problems: toProblems(input.error) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const DENIALS = {
  'unknown-sender': 'The signature does not belong to this project.',
  expired: 'The request was signed more than five minutes ago, or in the future: sign it anew.',
  replayed: 'A request with this webhook-id was answered before: give each its own.',
} as const;

const STATUS: Readonly<Record<Refusal['refused'], number>> = {
  'not-found': 404,
  'invalid-input': 400,
  conflict: 409,
  forbidden: 403,
};

function respond(answer: GateAnswer): WebTriggerResponse {
  switch (answer.kind) {
    case 'denied':
      return say(401, { error: DENIALS[answer.why] });
    case 'refused':
      return say(STATUS[answer.refusal.refused], { error: answer.refusal.message });
    case 'unavailable':
      return say(503, { error: answer.message });
    case 'decided': {
      const decided = presentGateDecision(answer.state);
      return say(decided.decision === 'SHIP' ? 200 : 409, decided);
    }
  }
}

const say = (statusCode: number, body: unknown): WebTriggerResponse => ({
  statusCode,
  headers: { 'content-type': ['application/json'], 'cache-control': ['no-store'] },
  body: JSON.stringify(body),
});
