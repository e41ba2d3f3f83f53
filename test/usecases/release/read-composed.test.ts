import { evidenceHash } from '../../../src/domain/manifest/evidence-hash';
import { composeRelease } from '../../../src/usecases/release/compose-release';
import { ComposedScene } from '../../support/composed-scene';
import { createLargeRelease } from '../../support/large-release';
import { recordCalls } from '../../support/record-calls';

describe('a release of many issues', () => {
  it('tells at once how many there are, and that nothing is judged yet', async () => {
    const scene = new ComposedScene();

    const standing = await scene.read();

    expect(standing.progress).toEqual({ done: 0, total: 520 });
    expect(standing.bundle.issues).toEqual([]);
    expect(standing.bundle.gaps).toEqual([
      {
        repository: 'Convoy',
        what: 'issues of the release',
        why: '520 of 520 are not judged yet',
      },
    ]);
  });

  it('is judged in slices of 250, and gives what is there while they run', async () => {
    const scene = new ComposedScene();
    await scene.read();
    await composeRelease(scene.ports, scene.world.composed.shift() ?? { id: '' });

    const part = await scene.read();

    expect(part.progress).toEqual({ done: 250, total: 520 });
    expect(part.bundle.issues).toHaveLength(250);
    expect(part.bundle.gaps.map(({ why }) => why)).toEqual(['270 of 520 are not judged yet']);
  });

  it('is in the end what judging all at once gives', async () => {
    const scene = new ComposedScene();
    scene.world.spread.push({ key: 'PAY-9999', sha: 'b1', on: ['release/test'], doubtful: [] });
    await scene.read();

    expect(await scene.drain()).toBe(3);
    const standing = await scene.read();

    const live = await scene.live();
    expect(standing).toMatchObject({ progress: null, isStale: false });
    expect(standing.bundle).toEqual(live.bundle);
    expect(evidenceHash(standing.bundle)).toBe(evidenceHash(live.bundle));
    expect(scene.world.composed).toEqual([]);
  });

  it('is judged at once for who waits for all of it', async () => {
    const scene = new ComposedScene();

    const standing = await scene.read(true);

    expect(standing.progress).toBeNull();
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(scene.world.composed).toEqual([]);
  });

  it('leaves to the queue what does not fit into the time of who waits', async () => {
    const scene = new ComposedScene();
    scene.world.elapsed = [0, 0, 9000, 9000];

    const standing = await scene.read(true);

    expect(standing.progress).toEqual({ done: 250, total: 520 });
    expect(scene.world.composed).toMatchObject([{ step: 1, delay: 0 }]);
  });

  it('reads no document and asks for no issue while nothing changed', async () => {
    const scene = new ComposedScene();
    await scene.read(true);
    const calls: string[] = [];

    await scene.read(false, recordCalls(scene.ports, calls));

    expect(calls.filter((call) => /findIssues|readSpread|readTicks|compose/.test(call))).toEqual(
      [],
    );
    expect(calls.filter((call) => call.startsWith('asApp'))).toEqual(['asApp.listChangedIssues']);
  });
});

describe('events of a composition', () => {
  it('rests after the first thousand issues, so that others may read storage, too', async () => {
    const scene = new ComposedScene(createLargeRelease(1260));
    await scene.read();
    const delays: number[] = [];

    await scene.drain(scene.ports, (delay) => delays.push(delay));

    expect(delays).toEqual([0, 0, 0, 0, 0, 13]);
  });

  it('may be doubled and late', async () => {
    const scene = new ComposedScene();
    await scene.read();
    const [event] = scene.world.composed;
    if (!event) throw new Error('nothing was queued');
    for (let count = 0; count < 3; count += 1) await composeRelease(scene.ports, event);
    await scene.drain();
    await composeRelease(scene.ports, event);

    const standing = await scene.read();

    expect(standing).toMatchObject({ isStale: false, progress: null });
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(scene.world.composed).toEqual([]);
  });
});
