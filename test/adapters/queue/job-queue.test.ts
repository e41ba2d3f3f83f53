import { createJobQueue, type EventQueue } from '../../../src/adapters/queue/job-queue';

const REQUESTED_AT = '2026-05-04T09:00:00Z';

type Pushed = { body: Record<string, unknown>; delayInSeconds?: number; concurrency?: object };

/** A queue that keeps what is pushed, push by push, and takes no more than Forge does. */
function createTest() {
  const pushes: Pushed[][] = [];
  const push = (events: Pushed | Pushed[]) => {
    const all = [events].flat();
    if (all.length > 50) return Promise.reject(new Error('Too many events in one push.'));
    pushes.push(all);
    return Promise.resolve({ jobId: 'j' });
  };
  const readings = { push } as unknown as EventQueue;
  const composed: Pushed[] = [];
  const compositions = {
    push: (event: Pushed) => Promise.resolve(composed.push(event)),
  } as unknown as EventQueue;
  const marked: Pushed[] = [];
  const marks = {
    push: (event: Pushed) => Promise.resolve(marked.push(event)),
  } as unknown as EventQueue;
  return {
    ...{ pushes, composed, marked },
    jobs: createJobQueue({ readings, compositions, marks }, () => REQUESTED_AT),
  };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `github:acme/r${index}`);

describe('readRepositories', () => {
  it('asks for a reading of each repository, one at a time for each', async () => {
    const { pushes, jobs } = createTest();

    expect(await jobs.readRepositories(['github:acme/api'])).toBe(1);

    expect(pushes).toEqual([
      [
        {
          body: { kind: 'read', repository: 'github:acme/api', requestedAt: REQUESTED_AT },
          concurrency: { key: 'github:acme/api', limit: 1 },
        },
      ],
    ]);
  });

  it.each([
    { count: 0, sizes: [] },
    { count: 50, sizes: [50] },
    { count: 51, sizes: [50, 1] },
    { count: 120, sizes: [50, 50, 20] },
    { count: 400, sizes: Array<number>(8).fill(50) },
  ])('pushes $count in $sizes', async ({ count, sizes }) => {
    const { pushes, jobs } = createTest();

    expect(await jobs.readRepositories(ids(count))).toBe(count);

    expect(pushes.map(({ length }) => length)).toEqual(sizes);
    expect(pushes.flat().map(({ body }) => body.repository)).toEqual(ids(count));
  });

  it('leaves what is more than 400 to the next minutes', async () => {
    const { pushes, jobs } = createTest();

    expect(await jobs.readRepositories(ids(900))).toBe(900);

    expect(pushes.map(({ length }) => length)).toEqual([...Array<number>(8).fill(50), 1, 1]);
    expect(pushes.slice(8)).toEqual([
      [{ body: { kind: 'read-all', repositories: ids(900).slice(400, 800) }, delayInSeconds: 65 }],
      [{ body: { kind: 'read-all', repositories: ids(900).slice(800) }, delayInSeconds: 130 }],
    ]);
  });
});

describe('continueReading', () => {
  it.each([
    { delay: 0, delayInSeconds: 0 },
    { delay: 0.2, delayInSeconds: 1 },
    { delay: 900, delayInSeconds: 900 },
  ])('goes on at a step, $delay seconds later', async ({ delay, delayInSeconds }) => {
    const { pushes, jobs } = createTest();
    const at = { repository: 'github:acme/api', requestedAt: '2026-05-04T08:00:00Z', step: 3 };

    await jobs.continueReading(at, delay);

    expect(pushes).toEqual([
      [
        {
          body: { kind: 'read', ...at },
          concurrency: { key: 'github:acme/api', limit: 1 },
          delayInSeconds,
        },
      ],
    ]);
  });
});

describe('compose', () => {
  it.each([
    { when: 'a run goes on', at: { id: 'c1', run: 'r1', step: 2 }, delay: 0 },
    { when: 'nobody says which run', at: { id: 'c1' }, delay: 90 },
  ])(
    'asks the queue of compositions, one at a time for each, when $when',
    async ({ at, delay }) => {
      const { pushes, composed, jobs } = createTest();

      await jobs.compose(at, delay);

      expect(pushes).toEqual([]);
      expect(composed).toEqual([
        {
          body: { kind: 'compose', ...at },
          concurrency: { key: 'composition:c1', limit: 1 },
          delayInSeconds: delay,
        },
      ]);
    },
  );
});

describe('markIssues', () => {
  it('asks the queue of marks, one at a time for each project, within what Forge takes', async () => {
    const { pushes, composed, marked, jobs } = createTest();

    await jobs.markIssues({ projectKey: 'PAY' }, 120);
    await jobs.markIssues({ projectKey: 'WEB', attempt: 2 }, 3600);

    expect([...pushes, ...composed]).toEqual([]);
    expect(marked).toEqual([
      {
        body: { kind: 'mark', projectKey: 'PAY', attempt: 0 },
        concurrency: { key: 'marks:PAY', limit: 1 },
        delayInSeconds: 120,
      },
      {
        body: { kind: 'mark', projectKey: 'WEB', attempt: 2 },
        concurrency: { key: 'marks:WEB', limit: 1 },
        delayInSeconds: 900,
      },
    ]);
  });
});
