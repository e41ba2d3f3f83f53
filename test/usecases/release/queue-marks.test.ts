import type { ReleaseScope } from '../../../src/domain/release/release-scope';
import { queueMarks, queueMarksOf } from '../../../src/usecases/release/queue-marks';
import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';

const SCOPE = { name: '2026.05', projectKeys: ['PAY'], versionIds: ['10'], jql: null };

function createTest() {
  const queued: { projectKey: string; delay: number }[] = [];
  const clock = { now: '2026-05-04T09:00:00Z' };
  const ports = createInMemoryPorts(createWorld());
  const all = {
    ...ports,
    now: () => clock.now,
    jobs: {
      ...ports.jobs,
      markIssues: ({ projectKey }: { projectKey: string }, delay: number) => {
        queued.push({ projectKey, delay });
        return Promise.resolve();
      },
    },
  };
  return {
    ...{ queued, clock, marks: ports.marks },
    queue: (...projectKeys: string[]) => queueMarks(all, projectKeys),
    judged: (scope: ReleaseScope = SCOPE) => queueMarksOf(all, { scope }),
  };
}

describe('marking issues after a change', () => {
  it('is queued once for many changes of a project', async () => {
    const { queue, queued } = createTest();

    await queue('PAY', 'WEB');
    await queue('PAY');

    expect(queued).toEqual([
      { projectKey: 'PAY', delay: 120 },
      { projectKey: 'WEB', delay: 120 },
    ]);
  });

  it('is queued again once the last one began', async () => {
    const { queue, queued, marks } = createTest();
    await queue('PAY');
    await marks.saveQueued('PAY', { dueAt: null, judgedAt: null });

    await queue('PAY');

    expect(queued).toHaveLength(2);
  });

  it('is queued again when its event never came', async () => {
    const { queue, queued, clock } = createTest();
    await queue('PAY');
    clock.now = '2026-05-04T09:17:00Z';

    await queue('PAY');

    expect(queued).toHaveLength(2);
  });
});

describe('marking issues after a large release was judged', () => {
  it('is queued at once, whatever else is queued', async () => {
    const { queue, judged, queued } = createTest();
    await queue('PAY');

    await judged();

    expect(queued.at(-1)).toEqual({ projectKey: 'PAY', delay: 1 });
  });

  it('is queued again after ten minutes and no sooner: marking may have it judged', async () => {
    const { judged, queued, clock } = createTest();
    await judged();
    clock.now = '2026-05-04T09:09:59Z';
    await judged();
    expect(queued).toHaveLength(1);

    clock.now = '2026-05-04T09:10:00Z';
    await judged();

    expect(queued).toHaveLength(2);
  });

  it.each([
    { what: 'several versions', scope: { ...SCOPE, versionIds: ['10', '11'] } },
    { what: 'a query', scope: { ...SCOPE, versionIds: [], jql: 'project = PAY' } },
  ])('is not queued for a release of $what', async ({ scope }) => {
    const { judged, queued } = createTest();

    await judged(scope);

    expect(queued).toEqual([]);
  });
});
