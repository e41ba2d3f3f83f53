import type { App } from './app';
import type { Call, Invoker, Outcome } from './invocation';
import type { Limits } from './limits';
import type { Manifest } from './manifest';
import type { QueuedEvent } from './queued-event';
import { createPrincipal, createScreenContext } from './runtime-metadata';
import type { Installation } from './runtime-metadata';
import { toWebTriggerRequest, toWebTriggerResponse } from './web-trigger';

export type ModulesOptions = {
  installation: Installation;
  app: App;
  invoker: Invoker;
  limits: Limits;
};

export type ResolverCall = {
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  accountId: string;
  /** What the frame knows: extension, siteUrl, locale … */
  context?: Record<string, unknown>;
};

type TriggerRun = { moduleKey: string; status: Outcome['status'] };

/** Calls the modules of the manifest, each with the arguments that Forge gives it. */
export type Modules = {
  invokeResolver: (call: ResolverCall) => Promise<unknown>;
  consume: (event: QueuedEvent) => Promise<Outcome>;
  runScheduled: (moduleKey: string) => Promise<unknown>;
  runTrigger: (eventType: string, event: Record<string, unknown>) => Promise<TriggerRun[]>;
  callWebTrigger: (moduleKey: string, request: Request) => Promise<Response>;
};

type Target = Pick<Call, 'moduleType' | 'moduleKey' | 'functionKey' | 'timeoutSeconds'>;
type Run = (
  target: Target,
  parts: { event: unknown; accountId?: string; depth?: number },
) => Promise<Outcome>;

export function createModules(options: ModulesOptions): Modules {
  const { installation, app, invoker } = options;
  const run: Run = async (target, { event, accountId = null, depth = 0 }) => {
    const principal = createPrincipal(installation, { accountId });
    const handler = await app.load(target.functionKey).catch((error: unknown) => () => {
      throw error;
    });
    return invoker.invoke({ ...target, accountId, depth }, () => handler(event, principal));
  };
  return {
    invokeResolver: async (call) => invokeResolver(options, run, call),
    consume: async (event) => consume(options, run, event),
    runScheduled: async (moduleKey) => runScheduled(options, run, moduleKey),
    runTrigger: async (eventType, event) => runTrigger(options, run, { ...event, eventType }),
    callWebTrigger: async (moduleKey, request) =>
      callWebTrigger(options, run, { moduleKey, request }),
  };
}

async function invokeResolver(
  { installation, limits }: ModulesOptions,
  run: Run,
  { moduleKey, functionKey, payload = {}, accountId, context = {} }: ResolverCall,
): Promise<unknown> {
  const module = find(installation.manifest.screens, moduleKey, 'module with a resolver');
  const request = JSON.stringify(payload);
  if (Buffer.byteLength(request) > limits.requestBytes) {
    throw new Error(
      `Request to ${functionKey} is over the limit of ${limits.requestBytes / 1024} KB.`,
    );
  }
  const screen = createScreenContext(installation, module);
  const target = {
    moduleType: module.type,
    moduleKey,
    functionKey: module.functionKey,
    timeoutSeconds: limits.resolverSeconds,
  };
  const outcome = await run(target, {
    event: {
      call: { functionKey, payload: JSON.parse(request) as unknown },
      context: { ...screen, ...context, accountId, moduleKey },
    },
    accountId,
  });
  return toReply(outcome, functionKey, limits);
}

/** The reply after its trip as JSON, or the error that the bridge would reject with. */
function toReply(outcome: Outcome, name: string, { replyBytes, resolverSeconds }: Limits): unknown {
  const value = valueOf(outcome, name, resolverSeconds);
  const reply = JSON.stringify(value) as string | undefined;
  if (reply === undefined) return undefined;
  if (Buffer.byteLength(reply) > replyBytes) {
    throw new Error(`Reply of ${name} is over the limit of ${replyBytes / 1024 / 1024} MB.`);
  }
  return JSON.parse(reply) as unknown;
}

function valueOf(outcome: Outcome, name: string, seconds: number): unknown {
  if (outcome.status === 'ok') return outcome.value;
  if (outcome.status === 'failed') throw outcome.error;
  if (outcome.status === 'killed') throw new Error(`${name} was killed.`);
  throw new Error(`${name} timed out after ${seconds} seconds.`);
}

async function consume(
  { installation, limits }: ModulesOptions,
  run: Run,
  event: QueuedEvent,
): Promise<Outcome> {
  const { manifest } = installation;
  const consumer = manifest.consumer.find(({ queue }) => queue === event.queueName);
  if (!consumer) {
    return { status: 'failed', error: new Error(`No consumer for the queue ${event.queueName}.`) };
  }
  const { body, jobId, eventId, queueName, retryContext } = event;
  const shown = { body, jobId, eventId, queueName, ...(retryContext ? { retryContext } : {}) };
  return run(toBackground(manifest, limits, { type: 'consumer', ...consumer }), {
    event: structuredClone(shown),
    depth: event.depth,
  });
}

async function runScheduled(
  { installation, limits }: ModulesOptions,
  run: Run,
  moduleKey: string,
): Promise<unknown> {
  const { manifest, cloudId } = installation;
  const module = find(manifest.scheduledTrigger, moduleKey, 'scheduled trigger');
  const target = toBackground(manifest, limits, { type: 'scheduledTrigger', ...module });
  const outcome = await run(target, { event: { context: { cloudId, moduleKey } } });
  return valueOf(outcome, moduleKey, target.timeoutSeconds);
}

function toBackground(
  manifest: Manifest,
  limits: Limits,
  module: { type: string; key: string; function: string },
): Target {
  const { timeoutSeconds } = manifest.functions.get(module.function) ?? {};
  return {
    moduleType: module.type,
    moduleKey: module.key,
    functionKey: module.function,
    timeoutSeconds: timeoutSeconds ?? limits.backgroundSeconds,
  };
}

/** Product events are not queued here; a handler that asks for it is called again, up to four times. */
async function runTrigger(
  { installation, limits }: ModulesOptions,
  run: Run,
  event: Record<string, unknown> & { eventType: string },
): Promise<TriggerRun[]> {
  const interested = installation.manifest.trigger
    .filter(({ events }) => events.includes(event.eventType))
    .filter(({ filter }) => !(filter.ignoreSelf && event.selfGenerated === true));
  const runs: TriggerRun[] = [];
  for (const { key, function: functionKey } of interested) {
    const target = {
      moduleType: 'trigger',
      moduleKey: key,
      functionKey,
      timeoutSeconds: limits.triggerSeconds,
    };
    let outcome = await run(target, { event });
    for (let retry = 1; retry <= limits.redeliveries && asksForRetry(outcome); retry += 1) {
      outcome = await run(target, { event: { ...event, retryContext: { retryCount: retry } } });
    }
    runs.push({ moduleKey: key, status: outcome.status });
  }
  return runs;
}

function asksForRetry(outcome: Outcome): boolean {
  if (outcome.status !== 'ok') return false;
  const { value } = outcome;
  return typeof value === 'object' && value !== null && '_retry' in value && value._retry === true;
}

async function callWebTrigger(
  { installation, limits }: ModulesOptions,
  run: Run,
  { moduleKey, request }: { moduleKey: string; request: Request },
): Promise<Response> {
  const module = find(installation.manifest.webtrigger, moduleKey, 'web trigger');
  const target = {
    moduleType: 'webtrigger',
    moduleKey,
    functionKey: module.function,
    timeoutSeconds: limits.webTriggerSeconds,
  };
  const event = await toWebTriggerRequest(request, moduleKey);
  return toWebTriggerResponse(module, await run(target, { event }));
}

function find<Module extends { key: string }>(
  modules: readonly Module[],
  key: string,
  what: string,
): Module {
  const module = modules.find((one) => one.key === key);
  if (module) return module;
  const known = modules.map((one) => one.key).join(', ') || 'none';
  throw new Error(`manifest.yml has no ${what} ${key}; it has: ${known}.`);
}
