import { composeRelease } from '../../../src/usecases/release/compose-release';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { ComposedScene, idOf, watchingIssues } from '../../support/composed-scene';
import { createLargeRelease, readAgain, type LargeRelease } from '../../support/large-release';
import { recordCalls } from '../../support/record-calls';
import { projectSettings } from '../../support/settings';

const keysOf = ({ bundle }: { bundle: { issues: { key: string }[] } }): string[] =>
  bundle.issues.map(({ key }) => key);

/** Of two chunks. */
const COUNT = 260;

describe('a stored judgement', () => {
  const judged = new ComposedScene(createLargeRelease(COUNT));

  beforeAll(async () => {
    await judged.read(true);
  });

  it('takes in what changed of an issue in Jira, and of those that need it', async () => {
    const scene = judged.copy();
    const { others } = scene.world;
    others.splice(0, 1, { ...first(others), status: { name: 'Done', category: 'done' } });
    scene.world.changed = ['PAY-1', 'PAY-9999'];
    const calls: string[] = [];

    const standing = await scene.read(false, recordCalls(scene.ports, calls));

    expect(standing).toMatchObject({ isStale: false, progress: null });
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(calls.filter((call) => call === 'asApp.findIssues')).toHaveLength(1);
  });

  it('takes in what people say of an issue', async () => {
    const scene = judged.copy();
    const tick = { stepId: 's', done: true, by: 'Ana', accountId: 'ana', note: null, shas: [] };
    await scene.ports.ticks.addTick('PAY-7', { ...tick, at: '2026-05-04T09:01:00Z' });

    const standing = await scene.read();

    expect(standing.isStale).toBe(false);
    expect([...standing.ticks.keys()]).toEqual(['PAY-7']);
  });

  it('takes in issues that join and leave', async () => {
    const scene = judged.copy();
    scene.world.spread.push({ key: 'PAY-1', sha: 'b1', on: ['release/test'], doubtful: [] });
    const joined = { ...first(scene.world.others), id: '777', key: 'PAY-777' };
    scene.world.others.splice(0, 1, joined);

    const standing = await scene.read();

    expect(standing.isStale).toBe(false);
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(keysOf(standing)).toContain('PAY-777');
    expect(standing.bundle.unlisted).toEqual([
      { key: 'PAY-1', repository: REPOSITORY, shas: ['b1'] },
    ]);
  });

  it.each([
    {
      when: 'a repository cannot be read any more',
      change: ({ statuses }: LargeRelease) =>
        statuses.set('PAY:0', { [REPOSITORY]: repositoryStatus({ deployments: 'unknown' }) }),
      why: `what can be read of ${REPOSITORY} changed since it was judged; it is being judged again`,
    },
    {
      when: 'a repository holds something else of many issues',
      change: (world: LargeRelease) => {
        readAgain(
          world,
          world.others.slice(0, 60).map(({ key }) => key),
          'r2',
        );
      },
      why: '60 issues changed since it was judged; it is being judged again',
    },
    {
      when: 'settings changed',
      change: ({ settings }: LargeRelease) =>
        settings.set('PAY', projectSettings({ requireReviews: true })),
      why: 'the settings of PAY changed since it was judged; it is being judged again',
    },
    {
      when: 'many issues changed',
      change: ({ others, changed }: LargeRelease) =>
        changed.push(...others.slice(0, 51).map(({ key }) => key)),
      why: '51 issues changed since it was judged; it is being judged again',
    },
  ])('does not hold when $when: it is shown as it was, and made again', async ({ change, why }) => {
    const scene = judged.copy();
    change(scene.world);

    const standing = await scene.read();

    expect(standing).toMatchObject({ isStale: true, progress: { done: 0, total: 260 } });
    expect(standing.bundle.issues).toHaveLength(260);
    expect(standing.bundle.gaps).toEqual([
      { repository: 'Convoy', what: 'the judgement of the release', why },
    ]);
    expect(scene.world.composed).toMatchObject([{ step: 0, delay: 60 }]);
    scene.world.changed = [];
    await scene.drain();
    const again = await scene.read();
    expect(again).toMatchObject({ isStale: false, progress: null });
    expect(again.bundle).toEqual((await scene.live()).bundle);
  });

  it('takes in what a repository holds of some issues since, and of those that need them', async () => {
    const scene = judged.copy();
    readAgain(scene.world, ['PAY-1', 'PAY-255'], 'r2');
    scene.world.spread.push({ key: 'PAY-9999', sha: 'b1', on: ['release/test'], doubtful: [] });
    const asked: string[][] = [];

    const standing = await scene.read(false, watchingIssues(scene.ports, asked));

    expect(standing).toMatchObject({ isStale: false, progress: null });
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(asked[0]).toEqual(['PAY-1', 'PAY-2', 'PAY-255']);
    expect(scene.world.composed).toEqual([]);
  });

  it('is brought up to date by judging again what changed, and nothing else', async () => {
    const scene = judged.copy();
    readAgain(scene.world, ['PAY-1', 'PAY-255'], 'r2');
    const asked: string[][] = [];

    await composeRelease(scene.ports, { id: await idOf(scene) });
    const delivered = await scene.drain(watchingIssues(scene.ports, asked));

    expect(delivered).toBe(2);
    expect(asked).toEqual([['PAY-1', 'PAY-2'], ['PAY-255']]);
    const again: string[][] = [];
    const standing = await scene.read(false, watchingIssues(scene.ports, again));
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(again).toEqual([]);
  });

  it('holds when a repository was read again and nothing changed', async () => {
    const scene = judged.copy();
    const status = repositoryStatus({ asOf: '2026-05-04T08:59:00Z' });
    scene.world.statuses.set('PAY:0', { [REPOSITORY]: status });

    const standing = await scene.read();

    expect(standing.isStale).toBe(false);
    expect(standing.bundle.asOf).toBe('2026-05-04T08:59:00Z');
  });

  it('is judged again after a reading, but only when that changed something', async () => {
    const scene = judged.copy();
    const id = await idOf(scene);
    await composeRelease(scene.ports, { id });
    expect(scene.world.composed).toEqual([]);
    readAgain(scene.world, ['PAY-255'], 'r2');

    await composeRelease(scene.ports, { id });

    expect(scene.world.composed).toMatchObject([{ id, step: 0, delay: 0 }]);
    await scene.drain();
    expect(await scene.read()).toMatchObject({ isStale: false, progress: null });
  });

  it('is queued again when its event got lost', async () => {
    const scene = new ComposedScene(createLargeRelease(COUNT));
    await scene.read();
    scene.world.composed = [];
    await scene.read();
    expect(scene.world.composed).toEqual([]);
    scene.world.now = '2026-05-04T09:02:00Z';

    await scene.read();

    expect(scene.world.composed).toMatchObject([{ step: 0, delay: 0 }]);
  });
});

function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('there is none');
  return item;
}
