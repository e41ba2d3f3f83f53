import type { Platform } from '../../../../dev/runtime/platform';
import { ask, disposeProbe, installProbe } from '../probe';

afterEach(disposeProbe);

const absent = [['pages', { condition: 'NOT_EXISTS', values: [true] }]];
const present = [['pages', { condition: 'EXISTS', values: [true] }]];
const pages = (count: number): unknown[] => [['pages', { condition: 'EQUAL_TO', values: [count] }]];
const other = (count: number): unknown[] => [
  ['pages', { condition: 'NOT_EQUAL_TO', values: [count] }],
];

async function installBook(): Promise<Platform> {
  const platform = await installProbe();
  await ask(platform, 'entity', { method: 'set', parts: ['book', 'here', { pages: 7 }] });
  return platform;
}

describe('applyTransaction', () => {
  it('sets and deletes over the untyped store and entities', async () => {
    const platform = await installBook();

    const reply = await ask(platform, 'transact', {
      set: [
        { key: 'a', value: { n: 1 } },
        { key: 'new', value: { pages: 1 }, entityName: 'book', and: absent },
      ],
      delete: [{ key: 'here', entityName: 'book', and: pages(7) }],
    });

    expect(reply).toBe('done');
    expect(await ask(platform, 'kvs', { method: 'get', parts: ['a'] })).toEqual({ n: 1 });
    expect(await ask(platform, 'entity', { method: 'get', parts: ['book', 'new'] })).toEqual({
      pages: 1,
    });
    expect(
      await ask(platform, 'entity', { method: 'get', parts: ['book', 'here'] }),
    ).toBeUndefined();
  });

  it.each([
    { key: 'here', and: pages(7), passes: true },
    { key: 'here', and: pages(8), passes: false },
    { key: 'here', and: absent, passes: false },
    { key: 'here', and: present, passes: true },
    { key: 'gone', and: absent, passes: true },
    { key: 'gone', and: present, passes: false },
    { key: 'gone', and: pages(7), passes: false },
    { key: 'gone', and: other(7), passes: false },
    { key: 'here', and: other(8), passes: true },
  ])('passes the check $and of $key: $passes, all or nothing', async ({ key, and, passes }) => {
    const platform = await installBook();

    const reply = await ask(platform, 'transact', {
      set: [{ key: 'a', value: { n: 1 } }],
      check: [{ key, entityName: 'book', and }],
    });

    const refusal = { failure: { code: 'CONDITIONAL_CHECK_FAILED' } };
    if (passes) expect(reply).toBe('done');
    else expect(reply).toMatchObject(refusal);
    expect(await ask(platform, 'kvs', { method: 'get', parts: ['a'] })).toEqual(
      passes ? { n: 1 } : undefined,
    );
  });

  it.each([
    { when: '26 operations', set: manySets(26), code: 'TOO_MANY_OPERATIONS' },
    { when: 'nothing', set: [], code: 'INVALID_TRANSACTION_REQUEST' },
    { when: 'a key twice', set: [{ key: 'a' }, { key: 'a' }], code: 'DUPLICATE_KEY' },
    {
      when: 'a time to live over a year after a good set',
      set: [{ key: 'a' }, { key: 'b', options: { ttl: { value: 9000, unit: 'HOURS' } } }],
      code: 'INVALID_TTL',
    },
    { when: 'a bad key', set: [{ key: 'a/b' }], code: 'INVALID_KEY' },
    {
      when: 'an undeclared entity',
      set: [{ key: 'a', entityName: 'car' }],
      code: 'INVALID_ENTITY_TYPE',
    },
    {
      when: 'a wrong type',
      set: [{ key: 'a', value: { pages: 'x' }, entityName: 'book' }],
      code: 'INVALID_ENTITY_VALUE',
    },
    { when: 'over 4 MB', set: manySets(20, 'x'.repeat(220 * 1024)), code: 'MAX_SIZE' },
  ])('refuses $when with $code', async ({ set, code }) => {
    const platform = await installProbe({ limits: { requestBytes: 8 * 1024 * 1024 } });

    const reply = await ask(platform, 'transact', { set });

    expect(reply).toMatchObject({ failure: { code, responseDetails: { status: 400 } } });
    expect(platform.stats().storage.writes).toBe(0);
  });

  it('takes 25 operations and counts each', async () => {
    const platform = await installProbe();

    expect(await ask(platform, 'transact', { set: manySets(25) })).toBe('done');
    expect(platform.stats().storage).toEqual({
      reads: 0,
      readUnits: 0,
      writes: 25,
      writeUnits: 25,
    });
  });
});

function manySets(count: number, text = ''): object[] {
  return Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: { text } }));
}
