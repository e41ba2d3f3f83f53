import { z } from 'zod';

import type { Manifest } from './manifest';
import type { Queue } from './queue';

export type StargateOptions = {
  queue: Queue;
  manifest: Manifest;
  /** Where web triggers are served, without a slash at the end. */
  webTriggerBase: string;
};

const GraphQlRequest = z.object({
  query: z.string(),
  variables: z.object({ input: z.object({ triggerKey: z.string() }).optional() }),
});

const QUEUE_PATH = /^\/webhook\/queue\/(publish|stats|cancel)\//;

/** Atlassian's gateway, as far as @forge/events and the web trigger functions of @forge/api call it. */
export function createStargate(
  options: StargateOptions,
): (path: string, body: unknown) => Promise<Response> {
  return async (path, body) => {
    const operation = QUEUE_PATH.exec(path)?.[1];
    if (operation === 'publish' || operation === 'stats' || operation === 'cancel') {
      return options.queue(operation, body);
    }
    if (path === '/graphql') return answerGraphQl(options, body);
    return Response.json(
      { code: 'NOT_MODELLED', message: `No operation ${path}.` },
      { status: 501 },
    );
  };
}

function answerGraphQl({ manifest, webTriggerBase }: StargateOptions, body: unknown): Response {
  const { query, variables } = GraphQlRequest.parse(body);
  const urlOf = (key: string): string => `${webTriggerBase}/x1/${key}`;
  const triggers = manifest.webtrigger.map(({ key }) => ({ triggerKey: key, url: urlOf(key) }));
  if (query.includes('webTriggerUrlsByAppContext')) {
    return Response.json({ data: { webTriggerUrlsByAppContext: triggers } });
  }
  if (query.includes('deleteWebTriggerUrl')) {
    return Response.json({ data: { deleteWebTriggerUrl: { success: true, message: null } } });
  }
  const asked = triggers.find(({ triggerKey }) => triggerKey === variables.input?.triggerKey);
  return Response.json({ data: { createWebTriggerUrl: asked ? { url: asked.url } : null } });
}
