import { z } from 'zod';

import type { Outcome } from './invocation';
import type { Manifest } from './manifest';

type WebTrigger = Manifest['webtrigger'][number];

const DynamicReply = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});
const StaticReply = z.object({ outputKey: z.string() });

/** The request as Forge hands it to a handler: every value a list, the body text. */
export async function toWebTriggerRequest(request: Request, key: string): Promise<object> {
  const { pathname, searchParams } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    userPath: pathname.split(`/x1/${key}`)[1] ?? '',
    headers: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
    queryParameters: Object.fromEntries(
      [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
    ),
    body: await request.text(),
  };
}

/** The handler's reply as HTTP: 500 when it failed or replied nonsense, 504 when it took too long. */
export function toWebTriggerResponse({ response }: WebTrigger, outcome: Outcome): Response {
  if (outcome.status === 'timed-out') return new Response(null, { status: 504 });
  if (outcome.status !== 'ok') return new Response(null, { status: 500 });
  return response.type === 'static'
    ? toStaticResponse(response.outputs, outcome.value)
    : toDynamicResponse(outcome.value);
}

function toStaticResponse(outputs: WebTrigger['response']['outputs'], value: unknown): Response {
  const reply = StaticReply.safeParse(value);
  const output = outputs.find(({ key }) => key === reply.data?.outputKey);
  if (!output) return new Response(null, { status: 500 });
  const headers = { 'content-type': output.contentType ?? 'text/plain' };
  return new Response(output.body ?? null, { status: output.statusCode, headers });
}

function toDynamicResponse(value: unknown): Response {
  const reply = DynamicReply.safeParse(value);
  if (!reply.success) return new Response(null, { status: 500 });
  const { statusCode, headers, body } = reply.data;
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    values.map((one): [string, string] => [name, one]),
  );
  return new Response(body === '' ? null : body, { status: statusCode, headers: pairs });
}
