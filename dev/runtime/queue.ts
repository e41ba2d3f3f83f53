import { z } from 'zod';

import type { Invoker } from './invocation';
import type { Limits } from './limits';
import type { Manifest } from './manifest';
import type { Meter } from './meter';
import type { QueuedEvent } from './queued-event';
import type { PlatformStore } from './store';

/**
 * Queue time: real time plus the delays that were skipped. `skip` does not wait for a delay, it
 * declares it over.
 */
export type QueueTime = { now: () => number; skip: (ms: number) => void };

export type QueueOptions = {
  store: PlatformStore;
  manifest: Manifest;
  invoker: Invoker;
  meter: Meter;
  limits: Limits;
  time: QueueTime;
  /** Duplicates about a tenth of the events when it is there. */
  random: (() => number) | undefined;
  onPush: () => void;
};

/** The queue's side of @forge/events: path without its placeholders, and the JSON body. */
export type Queue = (operation: 'publish' | 'stats' | 'cancel', body: unknown) => Promise<Response>;

const PushRequest = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(900).default(0),
      concurrency: z.exactOptional(z.object({ key: z.string(), limit: z.number().int().min(1) })),
    }),
  ),
});
type PushRequest = z.infer<typeof PushRequest>;

const JobRequest = z.object({ queueName: z.string(), jobId: z.string() });

const DUPLICATES = 0.1;
const KEPT_JOBS = 500;
const MINUTE_MS = 60_000;

/**
 * Forge's event queue: at least once, in any order.
 *
 * Source: https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/, @forge/events 3.0.8
 * Limits: refusals come with the status that @forge/events turns into its errors.
 */
export function createQueue(options: QueueOptions): Queue {
  const pushTimes: number[] = [];
  const operations = {
    publish: async (body: unknown) => publish(options, pushTimes, body),
    stats: async (body: unknown) => Promise.resolve(readStats(options.store, body)),
    cancel: async (body: unknown) => Promise.resolve(cancel(options.store, body)),
  };
  return async (operation, body) => operations[operation](body);
}

async function publish(
  options: QueueOptions,
  pushTimes: number[],
  body: unknown,
): Promise<Response> {
  const parsed = PushRequest.safeParse(body);
  if (!parsed.success) return Response.json({ message: parsed.error.message }, { status: 400 });
  const refusal = refusalOf(options, parsed.data, pushTimes);
  if (refusal) return refusal;
  return options.invoker.perform('queue-push', () => {
    const now = options.time.now();
    pushTimes.push(...parsed.data.payload.map(() => now));
    enqueue(options, parsed.data);
    options.onPush();
    return Response.json({}, { status: 201 });
  });
}

function refusalOf(
  options: QueueOptions,
  request: PushRequest,
  pushTimes: number[],
): Response | undefined {
  return sizeRefusal(options, request) ?? rateRefusal(options, request.payload.length, pushTimes);
}

function sizeRefusal(
  { limits, manifest }: QueueOptions,
  { payload, queueName }: PushRequest,
): Response | undefined {
  const consumer = manifest.consumer.find(({ queue }) => queue === queueName);
  if (!consumer) return refuse(400, `The manifest has no consumer for the queue ${queueName}.`);
  if (payload.length > limits.eventsPerPush) return refuse(400, 'Too many events in one push.');
  if (byteSize(payload) > limits.pushBytes) return refuse(413, 'The push is too big.');
  const { timeoutSeconds = 0 } = manifest.functions.get(consumer.function) ?? {};
  const isLongRunning = timeoutSeconds > limits.backgroundSeconds;
  if (isLongRunning && payload.some((event) => byteSize(event) > limits.longRunningEventBytes)) {
    return refuse(413, 'An event for a long-running consumer is too big.');
  }
  return undefined;
}

function rateRefusal(
  { invoker, limits, time }: QueueOptions,
  count: number,
  pushTimes: number[],
): Response | undefined {
  const since = time.now() - MINUTE_MS;
  while (pushTimes[0] !== undefined && pushTimes[0] <= since) pushTimes.shift();
  if (pushTimes.length + count > limits.eventsPerMinute) {
    return refuse(429, 'Too many events in a minute.');
  }
  if ((invoker.current()?.depth ?? 0) >= limits.cyclicPushes) {
    return refuse(405, 'The limit on cyclic invocation has been reached.');
  }
  return undefined;
}

function enqueue(options: QueueOptions, { payload, queueName, jobId }: PushRequest): void {
  const { store, invoker, meter, random, time } = options;
  const now = time.now();
  const events = payload.map(({ body, delayInSeconds, concurrency }, at): QueuedEvent => ({
    eventId: `${jobId}-${at}`,
    jobId,
    queueName,
    body,
    sequence: (store.queue.sequence += 1),
    pushedAt: now,
    dueAt: now + delayInSeconds * 1000,
    deliveries: 0,
    depth: (invoker.current()?.depth ?? 0) + 1,
    isDuplicate: false,
    ...(concurrency ? { concurrency } : {}),
  }));
  const duplicates = events.filter(() => random !== undefined && random() < DUPLICATES);
  store.queue.events.push(...events);
  store.queue.events.push(...duplicates.map((event) => ({ ...event, isDuplicate: true })));
  store.queue.jobs[jobId] = { success: 0, failed: 0 };
  forgetOldJobs(store);
  meter.stats.queue.pushed += events.length;
  store.touch('queue');
}

function forgetOldJobs({ queue }: PlatformStore): void {
  const busy = new Set(queue.events.map(({ jobId }) => jobId));
  const done = Object.keys(queue.jobs).filter((jobId) => !busy.has(jobId));
  const kept = Object.entries(queue.jobs).filter(
    ([jobId]) => !done.slice(0, -KEPT_JOBS).includes(jobId),
  );
  if (done.length > KEPT_JOBS) queue.jobs = Object.fromEntries(kept);
}

function readStats({ queue }: PlatformStore, body: unknown): Response {
  const request = JobRequest.safeParse(body);
  const job = request.success ? queue.jobs[request.data.jobId] : undefined;
  if (!request.success || !job) return refuse(404, 'No such job.');
  const inProgress = queue.events.filter(
    ({ jobId, isDuplicate }) => jobId === request.data.jobId && !isDuplicate,
  ).length;
  return Response.json({ ...job, inProgress });
}

function cancel(store: PlatformStore, body: unknown): Response {
  const request = JobRequest.safeParse(body);
  if (!request.success || !store.queue.jobs[request.data.jobId]) return refuse(404, 'No such job.');
  store.queue.events = store.queue.events.filter(({ jobId }) => jobId !== request.data.jobId);
  store.touch('queue');
  return new Response(null, { status: 204 });
}

function refuse(status: number, message: string): Response {
  return Response.json({ message, errorMessage: message }, { status });
}

function byteSize(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
