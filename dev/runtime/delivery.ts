import { z } from 'zod';

import type { Outcome } from './invocation';
import type { Limits } from './limits';
import type { Meter } from './meter';
import type { QueueTime } from './queue';
import type { QueuedEvent } from './queued-event';
import type { PlatformStore } from './store';
import type { WallClock } from './wall-clock';

export type DrainOptions = {
  /** How many consumers run at once; 1 keeps a seeded run repeatable. */
  parallel?: number;
  /** After so many invocations a queue that never empties is an error. */
  maxInvocations?: number;
  /** Told before each invocation. */
  onBegin?: () => void;
};

export type Delivery = {
  /** Runs until nothing is queued; delays are skipped, not waited for. */
  drain: (options?: DrainOptions) => Promise<{ invocations: number }>;
  /** From now on events run by themselves when they are due. */
  start: () => void;
  /** No new event runs; resolves when those that run have ended. */
  stop: () => Promise<void>;
  /** There may be something to run. */
  wake: () => void;
};

export type DeliveryOptions = {
  store: PlatformStore;
  wall: WallClock;
  time: QueueTime;
  limits: Limits;
  meter: Meter;
  /** Any order when it is there, else first in, first out. */
  random: (() => number) | undefined;
  deliver: (event: QueuedEvent) => Promise<Outcome>;
};

const Retry = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().max(900).default(1),
    retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
    retryData: z.unknown().optional(),
  }),
});
type Retry = z.infer<typeof Retry>;

const MAX_INVOCATIONS = 10_000;
const BACKGROUND_PARALLEL = 4;

/**
 * Hands queued events to their consumers, at least once. A consumer that fails, is killed or takes
 * too long gets its event again, then the event is parked as dead; one that returns an
 * InvocationError gets it again after its delay for as long as events are kept.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const running = new Map<QueuedEvent, Promise<void>>();
  const run = (event: QueuedEvent, after?: () => void): void => {
    const done = options.deliver(event).then((outcome) => {
      settle(options, event, outcome);
      running.delete(event);
      after?.();
    });
    running.set(event, done);
  };
  const queue = { options, running, run };
  return { ...createBackground(queue), drain: async (how) => drain(queue, how) };
}

type ActiveQueue = {
  options: DeliveryOptions;
  running: Map<QueuedEvent, Promise<void>>;
  run: (event: QueuedEvent, after?: () => void) => void;
};

function createBackground({
  options,
  running,
  run,
}: ActiveQueue): Pick<Delivery, 'start' | 'stop' | 'wake'> {
  let isActive = false;
  let cancelTimer = (): void => undefined;
  const wake = (): void => {
    if (!isActive) return;
    cancelTimer();
    let event = nextDue(options, running);
    while (event && running.size < BACKGROUND_PARALLEL) {
      run(event, wake);
      event = nextDue(options, running);
    }
    const waitMs = untilNextDue(options, running);
    if (waitMs !== undefined && waitMs > 0) cancelTimer = options.wall.after(waitMs, wake);
  };
  return {
    wake,
    start: () => {
      isActive = true;
      wake();
    },
    stop: async () => {
      isActive = false;
      cancelTimer();
      await Promise.all(running.values());
    },
  };
}

async function drain(queue: ActiveQueue, how: DrainOptions = {}): Promise<{ invocations: number }> {
  const { maxInvocations = MAX_INVOCATIONS } = how;
  let invocations = 0;
  for (let step = await advance(queue, how); step !== 'empty'; step = await advance(queue, how)) {
    if (step === 'begun') invocations += 1;
    if (invocations > maxInvocations) throw new Error(endless(maxInvocations, queue.options));
  }
  return { invocations };
}

/** Begins the next event that is due; else waits for one that runs; else skips the next delay. */
async function advance(
  { options, running, run }: ActiveQueue,
  { parallel = 1, onBegin }: DrainOptions,
): Promise<'begun' | 'waited' | 'empty'> {
  const event = running.size < parallel ? nextDue(options, running) : undefined;
  if (event) {
    onBegin?.();
    run(event);
    return 'begun';
  }
  if (running.size === 0) return skipToNext(options, running) ? 'waited' : 'empty';
  await Promise.race(running.values());
  return 'waited';
}

function endless(maxInvocations: number, { store }: DeliveryOptions): string {
  const queues = [...new Set(store.queue.events.map(({ queueName }) => queueName))].join(', ');
  return `The queue is not empty after ${maxInvocations} invocations; still queued for: ${queues}.`;
}

type Running = ReadonlyMap<QueuedEvent, unknown>;

function nextDue(options: DeliveryOptions, running: Running): QueuedEvent | undefined {
  const { store, time, random } = options;
  const now = time.now();
  const due = store.queue.events
    .filter((event) => event.dueAt <= now && isFree(event, running))
    .sort((one, other) => one.dueAt - other.dueAt || one.sequence - other.sequence);
  return due[random ? Math.floor(random() * due.length) : 0];
}

function isFree(event: QueuedEvent, running: Running): boolean {
  if (running.has(event)) return false;
  const { concurrency } = event;
  if (!concurrency) return true;
  const same = [...running.keys()].filter((other) => other.concurrency?.key === concurrency.key);
  return same.length < concurrency.limit;
}

function untilNextDue({ store, time }: DeliveryOptions, running: Running): number | undefined {
  const waiting = store.queue.events.filter((event) => !running.has(event));
  if (waiting.length === 0) return undefined;
  return Math.min(...waiting.map(({ dueAt }) => dueAt)) - time.now();
}

function skipToNext(options: DeliveryOptions, running: Running): boolean {
  const waitMs = untilNextDue(options, running);
  if (waitMs === undefined) return false;
  options.time.skip(Math.max(0, Math.ceil(waitMs)));
  return true;
}

function settle(options: DeliveryOptions, event: QueuedEvent, outcome: Outcome): void {
  const { store, meter } = options;
  meter.stats.queue.delivered += 1;
  event.deliveries += 1;
  const retry = outcome.status === 'ok' ? Retry.safeParse(outcome.value) : undefined;
  if (retry?.success) requeue(options, event, retry.data);
  else if (outcome.status === 'ok') succeed(store, event);
  else redeliver(options, event, outcome);
  store.touch('queue');
}

function succeed(store: PlatformStore, event: QueuedEvent): void {
  remove(store, event);
  const job = store.queue.jobs[event.jobId];
  if (job && !event.isDuplicate) job.success += 1;
}

function requeue(options: DeliveryOptions, event: QueuedEvent, { retryOptions }: Retry): void {
  const { retryAfter, retryReason, retryData } = retryOptions;
  const dueAt = options.time.now() + retryAfter * 1000;
  if (dueAt - event.pushedAt > options.limits.retentionMs) {
    park(options, event, 'It was retried for as long as events are kept.');
    return;
  }
  const retryCount = (event.retryContext?.retryCount ?? 0) + 1;
  Object.assign(event, {
    dueAt,
    deliveries: 0,
    retryContext: { retryCount, retryReason, retryData },
  });
  options.meter.stats.queue.retried += 1;
}

function redeliver(
  options: DeliveryOptions,
  event: QueuedEvent,
  outcome: Exclude<Outcome, { status: 'ok' }>,
): void {
  if (event.deliveries > options.limits.redeliveries) {
    park(options, event, reasonOf(outcome));
    return;
  }
  event.dueAt = options.time.now() + 1000 * 2 ** (event.deliveries - 1);
  options.meter.stats.queue.retried += 1;
}

function park({ store, meter }: DeliveryOptions, event: QueuedEvent, reason: string): void {
  remove(store, event);
  store.queue.dead.push({ ...event, reason });
  meter.stats.queue.parked += 1;
  const job = store.queue.jobs[event.jobId];
  if (job && !event.isDuplicate) job.failed += 1;
}

function remove({ queue }: PlatformStore, event: QueuedEvent): void {
  queue.events = queue.events.filter((other) => other !== event);
}

function reasonOf(outcome: Exclude<Outcome, { status: 'ok' }>): string {
  if (outcome.status !== 'failed') return `The consumer was ${outcome.status}.`;
  const { error } = outcome;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
