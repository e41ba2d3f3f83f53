import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from '../../../dev/runtime/store';

import { ask, disposeProbe, installProbe } from './probe';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'store-')), 'site');
});
afterEach(async () => {
  await disposeProbe();
  rmSync(join(folder, '..'), { recursive: true });
});

const kvs = (method: string, ...parts: unknown[]): [string, object] => ['kvs', { method, parts }];

describe('openStore', () => {
  it('keeps everything from one start to the next', async () => {
    const first = await installProbe({ store: openStore(folder) });
    await ask(first, ...kvs('set', 'a', { n: 1 }));
    await ask(first, ...kvs('setSecret', 'token', 'hush'));
    await ask(first, 'entity', { method: 'set', parts: ['book', 'b', { pages: 3 }] });
    await ask(first, 'push', { queue: 'quick', events: [{ body: { name: 'left' } }] });
    await first.egress.set({ egresses: [{ key: 'g', description: '', configured: [] }] }, 'ana');
    await first.dispose();

    const store = openStore(folder);
    const second = await installProbe({ store });

    expect(await ask(second, ...kvs('get', 'a'))).toEqual({ n: 1 });
    expect(await ask(second, ...kvs('getSecret', 'token'))).toBe('hush');
    expect(await ask(second, 'query', { entity: 'book', index: 'pages' })).toMatchObject({
      results: [{ key: 'b', value: { pages: 3 } }],
    });
    expect(second.egress.get().results).toHaveLength(1);
    expect(await second.drain()).toEqual({ invocations: 1 });
    expect(await ask(second, ...kvs('get', 'done:left'))).toBe(true);
  });

  it('leaves only whole files, and none for what did not change', () => {
    const store = openStore(folder);
    store.kv.set('a', { key: 'a', value: 1, createdAt: 0, updatedAt: 0 });
    store.touch('kv');

    store.flush();

    expect(readdirSync(folder)).toEqual(['kv.json']);
  });

  it('names the file that it cannot read', () => {
    openStore(folder).flush();
    const store = openStore(folder);
    store.touch('queue');
    store.flush();
    writeFileSync(join(folder, 'queue.json'), '{');

    expect(() => openStore(folder)).toThrow('queue.json cannot be read; delete its folder');
  });

  it('dumps the same text for the same values, whenever and in whatever order they came', () => {
    const [one, other] = [openStore(null), openStore(null)];
    const record = (key: string, value: unknown, at: number): void => {
      const store = at === 0 ? one : other;
      store.kv.set(key, { key, value, createdAt: at, updatedAt: at });
    };
    record('a', { x: 1, y: [{ p: 1, q: 2 }] }, 0);
    record('b', 2, 0);
    record('b', 2, 5);
    record('a', { y: [{ q: 2, p: 1 }], x: 1 }, 5);
    other.entities.set('empty', new Map());

    expect(one.dump()).toBe(other.dump());
    record('b', 3, 5);
    expect(one.dump()).not.toBe(other.dump());
  });
});
