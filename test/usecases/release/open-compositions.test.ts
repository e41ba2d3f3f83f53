import { noteOpen, queueOpen } from '../../../src/usecases/release/open-compositions';
import { createLargePorts, createLargeRelease } from '../../support/large-release';

function createTest() {
  const world = createLargeRelease(1);
  const ports = createLargePorts(world);
  return {
    world,
    note: (id: string, ...projectKeys: string[]) => noteOpen(ports, { id, projectKeys }),
    queue: (...projectKeys: string[]) => queueOpen(ports, projectKeys),
    listed: async () => (await ports.compositions.listOpen('PAY')).map(({ id }) => id),
  };
}

describe('releases that people look at', () => {
  it('are judged again after a reading, once for many readings, and of many projects once', async () => {
    const { world, note, queue } = createTest();
    await note('c1', 'PAY', 'WEB');
    world.now = '2026-05-04T09:02:00Z';

    await queue('PAY', 'WEB');
    await queue('PAY');

    expect(world.composed).toEqual([{ id: 'c1', delay: 90 }]);
    world.now = '2026-05-04T09:03:00Z';
    await queue('WEB');
    expect(world.composed).toHaveLength(2);
  });

  it.each([
    { when: 'nobody opened it', project: 'LED', now: '2026-05-04T09:02:00Z' },
    { when: 'it was judged a moment ago', project: 'PAY', now: '2026-05-04T09:00:30Z' },
    { when: 'nobody opened it for three days', project: 'PAY', now: '2026-05-07T09:00:00Z' },
  ])('stay as they are when $when', async ({ project, now }) => {
    const { world, note, queue } = createTest();
    await note('c1', 'PAY');
    world.now = now;

    await queue(project);

    expect(world.composed).toEqual([]);
  });

  it('are the six that were opened last', async () => {
    const { world, note, listed } = createTest();
    for (let nth = 1; nth <= 7; nth += 1) {
      world.now = `2026-05-04T09:0${nth}:00Z`;
      await note(`c${nth}`, 'PAY');
    }
    world.now = '2026-05-04T11:00:00Z';
    await note('c3', 'PAY');

    expect(await listed()).toEqual(['c3', 'c7', 'c6', 'c5', 'c4', 'c2']);
  });
});
