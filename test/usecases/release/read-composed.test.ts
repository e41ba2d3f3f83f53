import { evidenceHash } from '../../../src/domain/manifest/evidence-hash';
import type { Ports } from '../../../src/ports/ports';
import { composeRelease } from '../../../src/usecases/release/compose-release';
import { judgeLive } from '../../../src/usecases/release/judge-live';
import { readComposed } from '../../../src/usecases/release/read-composed';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { recordCalls } from '../../support/record-calls';
import {
  createLargePorts,
  createLargeRelease,
  questionOf,
  type LargeRelease,
} from '../../support/large-release';
import { projectSettings } from '../../support/settings';

const COUNT = 520;

/** A release of three chunks. */
class Scene {
  readonly world: LargeRelease;
  readonly ports: Ports;

  constructor(count = COUNT) {
    this.world = createLargeRelease(count);
    this.ports = createLargePorts(this.world);
  }

  read(isWhole = false, ports = this.ports) {
    return readComposed(ports, {
      ...{ ...questionOf(this.world), signOffs: [] },
      ...{ isWhole, isToCome: true },
    });
  }

  live() {
    return judgeLive(this.ports, questionOf(this.world), []);
  }

  /** Delivers what is queued, and what that queues, until nothing is left. */
  async drain(): Promise<number> {
    let delivered = 0;
    for (let next = this.world.composed.shift(); next; next = this.world.composed.shift()) {
      await composeRelease(this.ports, next);
      delivered += 1;
    }
    return delivered;
  }
}

const keysOf = ({ bundle }: { bundle: { issues: { key: string }[] } }): string[] =>
  bundle.issues.map(({ key }) => key);

describe('a release of many issues', () => {
  it('tells at once how many there are, and that nothing is judged yet', async () => {
    const scene = new Scene();

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
    const scene = new Scene();
    await scene.read();
    await composeRelease(scene.ports, scene.world.composed.shift() ?? { id: '' });

    const part = await scene.read();

    expect(part.progress).toEqual({ done: 250, total: 520 });
    expect(part.bundle.issues).toHaveLength(250);
    expect(part.bundle.gaps.map(({ why }) => why)).toEqual(['270 of 520 are not judged yet']);
  });

  it('is in the end what judging all at once gives', async () => {
    const scene = new Scene();
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
    const scene = new Scene();

    const standing = await scene.read(true);

    expect(standing.progress).toBeNull();
    expect(standing.bundle).toEqual((await scene.live()).bundle);
    expect(scene.world.composed).toEqual([]);
  });

  it('leaves to the queue what does not fit into the time of who waits', async () => {
    const scene = new Scene();
    scene.world.elapsed = [0, 0, 9000, 9000];

    const standing = await scene.read(true);

    expect(standing.progress).toEqual({ done: 250, total: 520 });
    expect(scene.world.composed).toMatchObject([{ step: 1, delay: 0 }]);
  });

  it('reads no document and asks for no issue while nothing changed', async () => {
    const scene = new Scene();
    await scene.read(true);
    const calls: string[] = [];

    await scene.read(false, recordCalls(scene.ports, calls));

    expect(calls.filter((call) => /findIssues|readSpread|readTicks|compose/.test(call))).toEqual(
      [],
    );
    expect(calls.filter((call) => call.startsWith('asApp'))).toEqual(['asApp.listChangedIssues']);
  });
});

describe('a stored judgement', () => {
  it('takes in what changed of an issue in Jira, and of those that need it', async () => {
    const scene = new Scene();
    await scene.read(true);
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
    const scene = new Scene();
    await scene.read(true);
    const tick = { stepId: 's', done: true, by: 'Ana', accountId: 'ana', note: null, shas: [] };
    await scene.ports.ticks.addTick('PAY-7', { ...tick, at: '2026-05-04T09:01:00Z' });

    const standing = await scene.read();

    expect(standing.isStale).toBe(false);
    expect([...standing.ticks.keys()]).toEqual(['PAY-7']);
  });

  it('takes in issues that join and leave', async () => {
    const scene = new Scene();
    await scene.read(true);
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
      when: 'a repository was read and something changed',
      change: ({ statuses }: LargeRelease) =>
        statuses.set('PAY:0', { [REPOSITORY]: repositoryStatus({ revision: 'r2' }) }),
      why: `${REPOSITORY} changed since it was judged; it is being judged again`,
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
    const scene = new Scene();
    await scene.read(true);
    change(scene.world);

    const standing = await scene.read();

    expect(standing).toMatchObject({ isStale: true, progress: { done: 0, total: 520 } });
    expect(standing.bundle.issues).toHaveLength(520);
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

  it('holds when a repository was read again and nothing changed', async () => {
    const scene = new Scene();
    await scene.read(true);
    const status = repositoryStatus({ asOf: '2026-05-04T08:59:00Z' });
    scene.world.statuses.set('PAY:0', { [REPOSITORY]: status });

    const standing = await scene.read();

    expect(standing.isStale).toBe(false);
    expect(standing.bundle.asOf).toBe('2026-05-04T08:59:00Z');
  });

  it('is judged again after a reading, but only when that changed something', async () => {
    const scene = new Scene();
    await scene.read(true);
    const id = await idOf(scene);
    await composeRelease(scene.ports, { id });
    expect(scene.world.composed).toEqual([]);
    const changed = repositoryStatus({ revision: 'r2' });
    scene.world.statuses.set('PAY:0', { [REPOSITORY]: changed });

    await composeRelease(scene.ports, { id });

    expect(scene.world.composed).toMatchObject([{ id, step: 0, delay: 0 }]);
    await scene.drain();
    expect(await scene.read()).toMatchObject({ isStale: false, progress: null });
  });

  it('is queued again when its event got lost', async () => {
    const scene = new Scene();
    await scene.read();
    scene.world.composed = [];
    await scene.read();
    expect(scene.world.composed).toEqual([]);
    scene.world.now = '2026-05-04T09:02:00Z';

    await scene.read();

    expect(scene.world.composed).toMatchObject([{ step: 0, delay: 0 }]);
  });
});

describe('events of a composition', () => {
  it('may be doubled and late', async () => {
    const scene = new Scene();
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

async function idOf(scene: Scene): Promise<string> {
  const ids: string[] = [];
  const { findHeader } = scene.ports.compositions;
  const compositions = {
    ...scene.ports.compositions,
    findHeader: (id: string) => {
      ids.push(id);
      return findHeader(id);
    },
  };
  await scene.read(false, { ...scene.ports, compositions });
  return ids[0] ?? '';
}

function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('there is none');
  return item;
}
