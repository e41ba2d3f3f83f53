import { BARE, ask, disposeProbe, installProbe } from '../probe';

afterEach(disposeProbe);

const kvs = (method: string, ...parts: unknown[]): [string, object] => ['kvs', { method, parts }];
const book = (method: string, ...parts: unknown[]): [string, object] => [
  'entity',
  { method, parts: ['book', ...parts] },
];

describe('createStorage', () => {
  it('gives back what was set, and nothing for what was not', async () => {
    const platform = await installProbe();

    await ask(platform, ...kvs('set', 'a:1', { n: 1 }));

    expect(await ask(platform, ...kvs('get', 'a:1'))).toEqual({ n: 1 });
    expect(await ask(platform, ...kvs('get', 'a:2'))).toBeUndefined();
  });

  it('keeps secrets apart from values', async () => {
    const platform = await installProbe();

    await ask(platform, ...kvs('setSecret', 'token', 'hush'));

    expect(await ask(platform, ...kvs('getSecret', 'token'))).toBe('hush');
    expect(await ask(platform, ...kvs('get', 'token'))).toBeUndefined();
  });

  it('deletes, also what is not there', async () => {
    const platform = await installProbe();
    await ask(platform, ...kvs('set', 'a', 1));

    await ask(platform, ...kvs('delete', 'a'));

    expect(await ask(platform, ...kvs('delete', 'a'))).toBeUndefined();
    expect(await ask(platform, ...kvs('get', 'a'))).toBeUndefined();
  });

  it.each([
    {
      when: 'a value over 240 KiB',
      call: kvs('set', 'a', 'x'.repeat(240 * 1024)),
      code: 'MAX_SIZE',
    },
    { when: 'an empty key', call: kvs('get', ''), code: 'KEY_TOO_SHORT' },
    { when: 'a key with a slash', call: kvs('set', 'a/b', 1), code: 'INVALID_KEY' },
    { when: 'a key of blanks', call: kvs('set', '  ', 1), code: 'INVALID_KEY' },
    { when: 'a key of 501 characters', call: kvs('get', 'k'.repeat(501)), code: 'KEY_TOO_LONG' },
    { when: 'a value 32 levels deep', call: kvs('set', 'a', nested(32)), code: 'MAX_DEPTH' },
    {
      when: 'an undeclared entity',
      call: ['entity', { method: 'get', parts: ['car', 'a'] }],
      code: 'INVALID_ENTITY_TYPE',
    },
    {
      when: 'a text as integer',
      call: book('set', 'a', { pages: '12' }),
      code: 'INVALID_ENTITY_VALUE',
    },
    {
      when: 'a fraction as integer',
      call: book('set', 'a', { pages: 1.5 }),
      code: 'INVALID_ENTITY_VALUE',
    },
    {
      when: 'an integer over 32 bits',
      call: book('set', 'a', { pages: 2 ** 31 }),
      code: 'INVALID_ENTITY_VALUE',
    },
    {
      when: 'a number as text',
      call: book('set', 'a', { title: 5 }),
      code: 'INVALID_ENTITY_VALUE',
    },
    {
      when: 'an undeclared attribute',
      call: book('set', 'a', { colour: 'red' }),
      code: 'INVALID_ENTITY_ATTRIBUTE',
    },
    {
      when: 'an undeclared index',
      call: ['query', { entity: 'book', index: 'title' }],
      code: 'INVALID_ENTITY_INDEX',
    },
    {
      when: 'a page of 101',
      call: ['query', { limit: 101 }],
      code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    },
    {
      when: 'a page of none',
      call: ['query', { entity: 'book', index: 'pages', limit: 0 }],
      code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    },
    {
      when: 'an index without its partition',
      call: ['query', { entity: 'book', index: 'by-shelf' }],
      code: 'INVALID_PARTITION',
    },
    {
      when: 'a cursor of somebody else',
      call: ['query', { cursor: 'nonsense' }],
      code: 'INVALID_CURSOR',
    },
    {
      when: 'a time to live over a year',
      call: kvs('set', 'a', 1, { ttl: { value: 366, unit: 'DAYS' } }),
      code: 'INVALID_TTL',
    },
    {
      when: 'a batch of 26',
      call: kvs(
        'batchGet',
        Array.from({ length: 26 }, (_, at) => ({ key: `k${at}` })),
      ),
      code: 'TOO_MANY_OPERATIONS',
    },
  ] as { when: string; call: [string, object]; code: string }[])(
    'refuses $when with $code',
    async ({ call, code }) => {
      const platform = await installProbe();

      const reply = await ask(platform, ...call);

      expect(reply).toMatchObject({
        failure: { type: 'ForgeKvsAPIError', code, responseDetails: { status: 400 } },
      });
    },
  );

  it('takes a value of 240 KiB, 31 levels and the largest integer', async () => {
    const platform = await installProbe();

    expect(await ask(platform, ...kvs('set', 'a', 'x'.repeat(240 * 1024 - 2)))).toBeUndefined();
    expect(await ask(platform, ...kvs('set', 'b', nested(31)))).toBeUndefined();
    expect(await ask(platform, ...book('set', 'c', { pages: 2 ** 31 - 1 }))).toBeUndefined();
  });

  it('refuses a second set where the key must be new', async () => {
    const platform = await installProbe();
    await ask(platform, ...kvs('set', 'once', 1, { keyPolicy: 'FAIL_IF_EXISTS' }));

    const reply = await ask(platform, ...kvs('set', 'once', 2, { keyPolicy: 'FAIL_IF_EXISTS' }));

    expect(reply).toMatchObject({
      failure: { code: 'KEY_CONFLICT', responseDetails: { status: 409 } },
    });
    expect(await ask(platform, ...kvs('get', 'once'))).toBe(1);
  });

  it('returns the value before when it is asked to', async () => {
    const platform = await installProbe({ clock: { mode: 'frozen', at: '2026-05-04T09:00:00Z' } });
    await ask(platform, ...kvs('set', 'a', 'old'));
    const options = {
      keyPolicy: 'OVERRIDE',
      returnValue: 'PREVIOUS',
      returnMetadataFields: ['CREATED_AT'],
    };

    const reply = await ask(platform, ...kvs('set', 'a', 'new', options));

    expect(reply).toEqual({
      key: 'a',
      value: 'old',
      createdAt: Date.parse('2026-05-04T09:00:00Z'),
    });
  });

  it('forgets a value when its time to live is over', async () => {
    const platform = await installProbe({
      clock: { mode: 'ticking', start: '2026-05-04T09:00:00Z' },
    });
    await ask(platform, ...kvs('set', 'a', 1, { ttl: { value: 5, unit: 'MINUTES' } }));
    await ask(platform, 'push', {
      queue: 'quick',
      events: [{ body: { name: 'later' }, delayInSeconds: 400 }],
    });

    expect(await ask(platform, ...kvs('get', 'a'))).toBe(1);
    await platform.drain();

    expect(await ask(platform, ...kvs('get', 'a'))).toBeUndefined();
  });

  it('does what it can of a batch and names the rest', async () => {
    const platform = await installProbe();

    const written = await ask(
      platform,
      ...kvs('batchSet', [
        { key: 'a', value: 1 },
        { key: 'b/c', value: 2 },
        { key: 'd', value: { pages: 3 }, entityName: 'book' },
      ]),
    );
    const read = await ask(platform, ...kvs('batchGet', [{ key: 'a' }, { key: 'nope' }]));

    expect(written).toMatchObject({
      successfulKeys: [{ key: 'a' }, { key: 'd', entityName: 'book' }],
      failedKeys: [{ key: 'b/c', error: { code: 'INVALID_KEY' } }],
    });
    expect(read).toMatchObject({
      successfulKeys: [{ key: 'a', value: 1 }],
      failedKeys: [{ key: 'nope', error: { code: 'KEY_NOT_FOUND' } }],
    });
  });

  it('refuses everything without the scope storage:app', async () => {
    const platform = await installProbe({ manifestPath: BARE });

    const reply = await ask(platform, ...kvs('get', 'a'));

    expect(reply).toMatchObject({
      failure: { code: 'FORBIDDEN', responseDetails: { status: 403 } },
    });
  });

  it('counts reads, writes and their units of 10 KB', async () => {
    const platform = await installProbe();

    await ask(platform, ...kvs('set', 'a', 'x'.repeat(25 * 1024)));
    await ask(platform, ...kvs('get', 'a'));
    await ask(platform, ...kvs('get', 'nothing'));
    await ask(platform, ...kvs('batchGet', [{ key: 'a' }, { key: 'b' }]));
    await ask(platform, 'query', {});

    expect(platform.stats().storage).toEqual({ reads: 5, readUnits: 11, writes: 1, writeUnits: 3 });
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { inner: nested(levels - 1) };
}
