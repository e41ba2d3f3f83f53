import type { Platform } from '../../../../dev/runtime/platform';
import { ask, disposeProbe, installProbe } from '../probe';

afterEach(disposeProbe);

type Page = { results: { key: string }[]; nextCursor?: string };

async function keysOf(platform: Platform, query: object): Promise<string[]> {
  const { results } = (await ask(platform, 'query', query)) as Page;
  return results.map(({ key }) => key);
}

async function installLibrary(): Promise<Platform> {
  const platform = await installProbe();
  const books = [
    ['a', { shelf: 'one', pages: 30, title: 'Cats' }],
    ['b', { shelf: 'one', pages: 10, title: 'Dogs' }],
    ['c', { shelf: 'two', pages: 20, title: 'Cows' }],
    ['d', { shelf: 'one', pages: 20, title: 'Ants' }],
    ['e', { title: 'Without pages' }],
  ];
  for (const [key, value] of books) {
    await ask(platform, 'entity', { method: 'set', parts: ['book', key, value] });
  }
  return platform;
}

describe('queryKeys', () => {
  it('pages through the keys with a prefix, ten at a time', async () => {
    const platform = await installProbe();
    for (let at = 10; at < 23; at += 1) {
      await ask(platform, 'kvs', { method: 'set', parts: [`n:${at}`, at] });
    }
    await ask(platform, 'kvs', { method: 'set', parts: ['other', 1] });

    const first = (await ask(platform, 'query', { prefix: 'n:' })) as Page;
    const second = (await ask(platform, 'query', {
      prefix: 'n:',
      cursor: first.nextCursor,
    })) as Page;

    expect(first.results).toHaveLength(10);
    expect(second.results.map(({ key }) => key)).toEqual(['n:20', 'n:21', 'n:22']);
    expect(second.nextCursor).toBeUndefined();
  });
});

describe('queryIndex', () => {
  it.each([
    { what: 'an index in its order', query: { index: 'pages' }, keys: ['b', 'c', 'd', 'a'] },
    { what: 'backwards', query: { index: 'pages', sort: 'DESC' }, keys: ['a', 'd', 'c', 'b'] },
    {
      what: 'one partition',
      query: { index: 'by-shelf', partition: ['one'] },
      keys: ['b', 'd', 'a'],
    },
    {
      what: 'a range',
      query: { index: 'pages', range: { condition: 'BETWEEN', values: [15, 20] } },
      keys: ['c', 'd'],
    },
    { what: 'every key', query: { index: 'by-key' }, keys: ['a', 'b', 'c', 'd', 'e'] },
    {
      what: 'filtered',
      query: { index: 'pages', and: [['title', { condition: 'BEGINS_WITH', values: ['C'] }]] },
      keys: ['c', 'a'],
    },
  ])('gives $what', async ({ query, keys }) => {
    const platform = await installLibrary();

    expect(await keysOf(platform, { entity: 'book', ...query })).toEqual(keys);
  });

  it('filters a page after it was cut, so that one can be empty and not the last', async () => {
    const platform = await installLibrary();
    const and = [['title', { condition: 'EQUAL_TO', values: ['Cats'] }]];

    const page = (await ask(platform, 'query', {
      entity: 'book',
      index: 'pages',
      and,
      limit: 2,
    })) as Page;

    expect(page.results).toEqual([]);
    expect(page.nextCursor).toEqual(expect.any(String));
  });

  it('goes on after the cursor', async () => {
    const platform = await installLibrary();
    const query = { entity: 'book', index: 'pages', sort: 'DESC', limit: 3 };

    const page = (await ask(platform, 'query', query)) as Page;

    expect(await keysOf(platform, { ...query, cursor: page.nextCursor })).toEqual(['b']);
  });
});

describe('a delayed query', () => {
  it('does not see young writes, while get does', async () => {
    const platform = await installProbe({
      queryDelayMs: 60_000,
      clock: { mode: 'ticking', start: '2026-05-04T09:00:00Z' },
    });
    const value = { shelf: 'one', pages: 1 };
    await ask(platform, 'entity', { method: 'set', parts: ['book', 'a', value] });
    const query = { entity: 'book', index: 'pages' };

    expect(await keysOf(platform, query)).toEqual([]);
    expect(await ask(platform, 'entity', { method: 'get', parts: ['book', 'a'] })).toEqual(value);
    await passMinutes(platform, 2);
    expect(await keysOf(platform, query)).toEqual(['a']);

    await ask(platform, 'entity', {
      method: 'set',
      parts: ['book', 'a', { shelf: 'one', pages: 2 }],
    });
    await ask(platform, 'entity', { method: 'delete', parts: ['book', 'a'] });
    expect(await ask(platform, 'query', query)).toMatchObject({
      results: [{ value: { pages: 1 } }],
    });
    await passMinutes(platform, 2);
    expect(await keysOf(platform, query)).toEqual([]);
  });
});

async function passMinutes(platform: Platform, minutes: number): Promise<void> {
  const event = { body: { name: 'pass' }, delayInSeconds: minutes * 60 };
  await ask(platform, 'push', { queue: 'quick', events: [event] });
  await platform.drain();
}
