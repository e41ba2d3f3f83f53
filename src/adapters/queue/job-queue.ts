import type * as ForgeEvents from '@forge/events';
import type { RepositoryId } from '../../domain/repository';
import type { JobQueue } from '../../ports/job-queue';

/** What we use of a `@forge/events` queue; `src/forge` hands it in. */
export type EventQueue = Pick<ForgeEvents.Queue, 'push'>;

/** Forge's limits: events in one push, and in one minute for one installation (with room for continuations). */
const EVENTS_PER_PUSH = 50;
const READINGS_AT_ONCE = 400;
const NEXT_MINUTE_SECONDS = 65;
/** Forge's limit for a delay. */
const MAX_DELAY_SECONDS = 900;

/** Readings, compositions and marks do not wait for each other. */
export type EventQueues = { readings: EventQueue; compositions: EventQueue; marks: EventQueue };

/**
 * Readings as queued events. Readings of one repository never run at the same time; nor do those who
 * judge one release, or mark the issues of one project.
 *
 * Source: https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 * Limits: 50 events a push, 500 events a minute, 900 s of delay; what is more than a minute's share
 * goes into one event that pushes the rest a minute later.
 */
export function createJobQueue(
  { readings: queue, compositions, marks }: EventQueues,
  now: () => string,
): JobQueue {
  const toEvent = (repository: RepositoryId, requestedAt: string) => ({
    body: { kind: 'read', repository, requestedAt },
    concurrency: { key: repository, limit: 1 },
  });
  return {
    async readRepositories(ids) {
      const requestedAt = now();
      const first = ids.slice(0, READINGS_AT_ONCE);
      for (let start = 0; start < first.length; start += EVENTS_PER_PUSH) {
        const batch = first.slice(start, start + EVENTS_PER_PUSH);
        await queue.push(batch.map((id) => toEvent(id, requestedAt)));
      }
      for (let start = READINGS_AT_ONCE; start < ids.length; start += READINGS_AT_ONCE) {
        const body = {
          kind: 'read-all',
          repositories: ids.slice(start, start + READINGS_AT_ONCE),
        };
        const minutes = start / READINGS_AT_ONCE;
        const delayInSeconds = Math.min(MAX_DELAY_SECONDS, minutes * NEXT_MINUTE_SECONDS);
        await queue.push({ body, delayInSeconds });
      }
      return ids.length;
    },
    async continueReading({ repository, requestedAt, step }, delaySeconds) {
      const event = toEvent(repository, requestedAt);
      await queue.push({
        ...event,
        body: { ...event.body, step },
        delayInSeconds: Math.ceil(delaySeconds),
      });
    },
    compose: compositionJobs(compositions),
    markIssues: markingJobs(marks),
  };
}

const compositionJobs =
  (queue: EventQueue): JobQueue['compose'] =>
  async ({ id, run, step }, delaySeconds) => {
    await queue.push({
      body: { kind: 'compose', id, ...(run !== undefined && { run, step: step ?? 0 }) },
      concurrency: { key: `composition:${id}`, limit: 1 },
      delayInSeconds: Math.min(MAX_DELAY_SECONDS, Math.ceil(delaySeconds)),
    });
  };

const markingJobs =
  (queue: EventQueue): JobQueue['markIssues'] =>
  async ({ projectKey, attempt = 0 }, delaySeconds) => {
    await queue.push({
      body: { kind: 'mark', projectKey, attempt },
      concurrency: { key: `marks:${projectKey}`, limit: 1 },
      delayInSeconds: Math.min(MAX_DELAY_SECONDS, Math.ceil(delaySeconds)),
    });
  };
