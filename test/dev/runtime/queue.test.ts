import { createManualWall } from './manual-wall';
import { ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

const event = (name: string, settings: object = {}): object => ({ body: { name }, ...settings });
const many = (count: number, text = ''): object[] =>
  Array.from({ length: count }, (_, at) => ({ body: { name: `n${at}`, text } }));
const push = (events: object | object[], queue = 'quick'): [string, object] => [
  'push',
  { queue, events },
];

describe('createQueue', () => {
  it('tells how a job goes', async () => {
    const platform = await installProbe();
    const { jobId } = (await ask(platform, ...push(many(3)))) as { jobId: string };
    const job = { queue: 'quick', jobId };

    expect(await ask(platform, 'job', job)).toEqual({ success: 0, inProgress: 3, failed: 0 });
    await platform.drain();
    expect(await ask(platform, 'job', job)).toEqual({ success: 3, inProgress: 0, failed: 0 });
  });

  it('forgets what a cancelled job had left', async () => {
    const platform = await installProbe();
    const { jobId } = (await ask(platform, ...push(many(3)))) as { jobId: string };

    await ask(platform, 'job', { queue: 'quick', jobId, cancel: true });

    expect(platform.queued()).toBe(0);
    expect(await platform.drain()).toEqual({ invocations: 0 });
  });

  it('does not know the jobs of others', async () => {
    const platform = await installProbe();

    const reply = await ask(platform, 'job', { queue: 'quick', jobId: 'nope' });

    expect(reply).toMatchObject({ failure: { type: 'JobDoesNotExistError' } });
  });

  it.each([
    { when: '51 events', call: push(many(51)), type: 'TooManyEventsError' },
    {
      when: 'over 200 KB',
      call: push(many(2, 'x'.repeat(101 * 1024))),
      type: 'PayloadTooBigError',
    },
    {
      when: 'an event over 100 KB for a long-running consumer',
      call: push(many(1, 'x'.repeat(101 * 1024)), 'work'),
      type: 'PayloadTooBigError',
    },
    {
      when: 'a delay over 15 minutes',
      call: push(event('a', { delayInSeconds: 901 })),
      type: 'InvalidPushSettingsError',
    },
    {
      when: 'a queue without a consumer',
      call: push(event('a'), 'nowhere'),
      type: 'InternalServerError',
    },
  ])('refuses $when with $type', async ({ call, type }) => {
    const platform = await installProbe();

    expect(await ask(platform, ...call)).toMatchObject({ failure: { type } });
    expect(platform.queued()).toBe(0);
  });

  it('takes 500 events a minute', async () => {
    const wall = createManualWall();
    const platform = await installProbe({ wall });
    for (let count = 0; count < 10; count += 1) await ask(platform, ...push(many(50)));

    expect(await ask(platform, ...push(many(1)))).toMatchObject({
      failure: { type: 'RateLimitError', message: 'Too many requests.' },
    });
    wall.advance(60);
    expect(await ask(platform, ...push(many(1)))).toEqual({ jobId: expect.any(String) as string });
    expect(platform.queued()).toBe(501);
  });

  it('ends a chain of pushes that never ends', async () => {
    const platform = await installProbe({ limits: { cyclicPushes: 3, redeliveries: 0 } });

    await ask(platform, 'push', { queue: 'quick', events: [{ body: { name: 'a', thenPush: 9 } }] });
    await platform.drain();

    expect(platform.stats().queue).toMatchObject({ pushed: 3, parked: 1 });
    expect(platform.deadEvents()[0]?.reason).toContain('The limit on cyclic invocation');
  });
});
