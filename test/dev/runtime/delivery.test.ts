import type { Platform } from '../../../dev/runtime/platform';

import { createManualWall } from './manual-wall';
import { ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

type Noted = { name: string; eventId: string; retryContext?: object; at: number };

async function push(platform: Platform, events: object[], queue = 'quick'): Promise<void> {
  await ask(platform, 'push', { queue, events });
}

async function notesOf(platform: Platform): Promise<Noted[]> {
  return ((await ask(platform, 'kvs', { method: 'get', parts: ['log'] })) ?? []) as Noted[];
}

async function namesOf(platform: Platform): Promise<string[]> {
  return (await notesOf(platform)).map(({ name }) => name);
}

const named = (...names: string[]): object[] => names.map((name) => ({ body: { name } }));
const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz');

describe('drain', () => {
  it('runs first in, first out, delayed events when their time has come', async () => {
    const platform = await installProbe();

    await push(platform, [{ body: { name: 'late' }, delayInSeconds: 900 }, ...named('a', 'b')]);

    expect(await platform.drain()).toEqual({ invocations: 3 });
    expect(await namesOf(platform)).toEqual(['a', 'b', 'late']);
  });

  it.each([
    { clock: { mode: 'ticking', start: '2026-05-04T09:00:00Z' }, minutes: 15 },
    { clock: { mode: 'frozen', at: '2026-05-04T09:00:00Z' }, minutes: 0 },
  ] as const)('moves a $clock.mode clock by $minutes minutes', async ({ clock, minutes }) => {
    const platform = await installProbe({ clock, wall: createManualWall() });

    await push(platform, [{ body: { name: 'late' }, delayInSeconds: 900 }]);
    await platform.drain();

    const start = Date.parse('2026-05-04T09:00:00Z');
    expect(await notesOf(platform)).toMatchObject([{ at: start + minutes * 60_000 }]);
  });

  it('delivers again what its consumer asked to retry', async () => {
    const platform = await installProbe();

    await push(platform, [{ body: { name: 'a', retries: 2 } }]);
    await platform.drain();

    const retried = { retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 2 } };
    expect((await notesOf(platform)).map(({ retryContext }) => retryContext)).toEqual([
      undefined,
      { ...retried, retryCount: 1 },
      { ...retried, retryCount: 2 },
    ]);
    expect(platform.deadEvents()).toEqual([]);
  });

  it('gives a retry up when its event is older than events are kept', async () => {
    const platform = await installProbe({
      wall: createManualWall(),
      limits: { retentionMs: 180_000 },
    });

    await push(platform, [{ body: { name: 'a', retries: 100_000 } }]);
    await platform.drain();

    expect(platform.deadEvents()).toMatchObject([
      { reason: 'It was retried for as long as events are kept.' },
    ]);
    expect(platform.stats().queue).toMatchObject({ delivered: 4, retried: 3, parked: 1 });
  });

  it('delivers five times what fails, then parks it for everyone to see', async () => {
    const platform = await installProbe();

    await push(platform, [{ body: { name: 'a', fail: true } }, ...named('b')]);
    await platform.drain();

    expect(await namesOf(platform)).toEqual(['a', 'b', 'a', 'a', 'a', 'a']);
    expect(platform.deadEvents()).toMatchObject([
      { body: { name: 'a' }, reason: expect.stringContaining('a failed') as string },
    ]);
    expect(platform.stats().queue).toEqual({ pushed: 2, delivered: 6, retried: 4, parked: 1 });
  });

  it.each([
    { queue: 'quick', seconds: 54, parked: 0 },
    { queue: 'quick', seconds: 56, parked: 1 },
    { queue: 'work', seconds: 599, parked: 0 },
    { queue: 'work', seconds: 601, parked: 1 },
  ])('parks $parked of $queue after $seconds s each', async ({ queue, seconds, parked }) => {
    const wall = createManualWall();
    const handle = async (): Promise<Response> => {
      wall.advance(seconds);
      return Promise.resolve(new Response());
    };
    const platform = await installProbe({ wall, hosts: { handle, providerOf: () => 'github' } });

    await push(platform, [{ body: { name: 'a', fetch: 'https://api.github.com/' } }], queue);
    await platform.drain();

    expect(platform.deadEvents()).toHaveLength(parked);
    expect(platform.stats().timedOut).toBe(parked * 5);
  });

  it('says so when a queue never gets empty', async () => {
    const platform = await installProbe();

    await push(platform, [{ body: { name: 'a', retries: 100_000 } }]);

    await expect(platform.drain({ maxInvocations: 50 })).rejects.toThrow(
      'The queue is not empty after 50 invocations; still queued for: quick.',
    );
  });

  it.each([
    { limit: 2, atOnce: 2 },
    { limit: 9, atOnce: 4 },
  ])('runs $atOnce of one key at once when $limit may', async ({ limit, atOnce }) => {
    let now = 0;
    let most = 0;
    const handle = async (): Promise<Response> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
      return new Response();
    };
    const platform = await installProbe({ hosts: { handle, providerOf: () => 'github' } });
    const body = { name: 'a', fetch: 'https://api.github.com/' };

    await push(
      platform,
      Array.from({ length: 8 }, () => ({ body, concurrency: { key: 'k', limit } })),
    );
    await platform.drain({ parallel: 4 });

    expect(most).toBe(atOnce);
  });
});

describe('chaos', () => {
  async function runWith(seed: number): Promise<string[]> {
    const platform = await installProbe({ chaos: true, seed });
    await push(platform, named(...alphabet));
    await platform.drain();
    return namesOf(platform);
  }

  it('delivers every event, in another order, some twice', async () => {
    const names = await runWith(7);

    expect(new Set(names).size).toBe(26);
    expect(names.length).toBeGreaterThan(26);
    expect([...new Set(names)]).not.toEqual(alphabet);
  });

  it('repeats itself for the same seed, and not for another', async () => {
    const names = await runWith(7);

    expect(await runWith(7)).toEqual(names);
    expect(await runWith(8)).not.toEqual(names);
  });
});

describe('startBackground', () => {
  it('runs events by themselves when they are due', async () => {
    const wall = createManualWall();
    const platform = await installProbe({ wall });
    platform.startBackground();

    await push(platform, [...named('now'), { body: { name: 'later' }, delayInSeconds: 60 }]);
    await settle();
    expect(await namesOf(platform)).toEqual(['now']);

    wall.advance(61);
    await settle();
    expect(await namesOf(platform)).toEqual(['now', 'later']);

    await platform.stop();
    await push(platform, named('never'));
    await settle();
    expect(await namesOf(platform)).toEqual(['now', 'later']);
    expect(platform.queued()).toBe(1);
  });
});

/** Lets everything run that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
}
