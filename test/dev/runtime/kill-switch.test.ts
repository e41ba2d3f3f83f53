import type { KillPoint } from '../../../dev/runtime/kill-switch';
import type { Platform } from '../../../dev/runtime/platform';

import { ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

async function valueOf(platform: Platform, key: string): Promise<unknown> {
  return ask(platform, 'kvs', { method: 'get', parts: [key] });
}

describe('killAt', () => {
  it.each<{ point: KillPoint; first: unknown; second: unknown; calls: number }>([
    { point: { kind: 'storage-write', nth: 1 }, first: undefined, second: undefined, calls: 0 },
    {
      point: { kind: 'storage-write', nth: 1, phase: 'after' },
      first: 1,
      second: undefined,
      calls: 0,
    },
    { point: { kind: 'host-call', nth: 1 }, first: 1, second: undefined, calls: 0 },
    { point: { kind: 'host-call', nth: 1, phase: 'after' }, first: 1, second: undefined, calls: 1 },
    {
      point: { kind: 'storage-write', nth: 2, phase: 'before' },
      first: 1,
      second: undefined,
      calls: 1,
    },
    { point: { kind: 'storage-write', nth: 2, phase: 'after' }, first: 1, second: 2, calls: 1 },
  ])('dies at $point', async ({ point, first, second, calls }) => {
    const platform = await installProbe();
    const kill = platform.killAt(point);

    await expect(ask(platform, 'writesTwice')).rejects.toThrow('writesTwice was killed.');

    expect(kill.hasFired()).toBe(true);
    expect(await valueOf(platform, 'first')).toBe(first);
    expect(await valueOf(platform, 'second')).toBe(second);
    expect(platform.stats()).toMatchObject({ killed: 1, hostCalls: { github: calls } });
  });

  it('does not fire when there are fewer operations', async () => {
    const platform = await installProbe();
    const kill = platform.killAt({ kind: 'storage-write', nth: 3 });

    expect(await ask(platform, 'writesTwice')).toBe('written');
    expect(kill.hasFired()).toBe(false);
    kill.cancel();
    expect(await ask(platform, 'writesTwice')).toBe('written');
  });

  it('tears a batch apart, but not a transaction', async () => {
    const platform = await installProbe();
    const items = ['a', 'b', 'c'].map((key) => ({ key, value: { key } }));
    platform.killAt({ kind: 'storage-write', nth: 2 });
    await expect(ask(platform, 'kvs', { method: 'batchSet', parts: [items] })).rejects.toThrow();
    expect(await valueOf(platform, 'a')).toEqual({ key: 'a' });
    expect(await valueOf(platform, 'b')).toBeUndefined();

    platform.killAt({ kind: 'storage-write', nth: 1, phase: 'after' });
    await expect(ask(platform, 'transact', { set: items })).rejects.toThrow('was killed');
    expect(await valueOf(platform, 'c')).toEqual({ key: 'c' });
  });

  it.each([1, 2, 3])('has the event of consumer write %i delivered again', async (nth) => {
    const platform = await installProbe();
    const body = { name: 'a', thenPush: 1 };
    await ask(platform, 'push', { queue: 'work', events: [{ body }] });
    const kill = platform.killAt({ kind: 'storage-write', nth, phase: 'after' });

    await platform.drain();

    expect(kill.hasFired()).toBe(true);
    expect(await valueOf(platform, 'done:a')).toBe(true);
    expect(platform.queued()).toBe(0);
    expect(platform.stats()).toMatchObject({ killed: 1, queue: { retried: 1, parked: 0 } });
  });
});
