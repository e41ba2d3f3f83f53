import type { CheckWord } from '../../../src/domain/release/check-item';
import {
  compareSnapshots,
  whatChanged,
  type Occasion,
} from '../../../src/usecases/release/compare-snapshots';
import { moveLifecycle } from '../../../src/usecases/release/move-lifecycle';
import { signOff } from '../../../src/usecases/release/sign-off';
import { createSnapshot } from '../../../src/usecases/release/take-snapshot';
import { tickItem } from '../../../src/usecases/release/tick-item';
import { jiraIssue } from '../../support/builders';
import {
  createReleasePorts,
  createReleaseWorld,
  evidenceOf,
  given,
  idOf,
  onTest,
  RECORD,
  RELEASE,
  releaseIn,
  ROSA,
  type ReleaseWorld,
} from '../../support/release-world';

const snapshotsIn = (world: ReleaseWorld) =>
  createReleasePorts(world).snapshots.listSnapshots(RECORD);
const sign = async (world: ReleaseWorld, decision: 'approved' | 'rejected' = 'approved') =>
  given(
    await signOff(createReleasePorts(world), {
      ...{ release: RELEASE, role: 'QA', decision },
      evidenceHash: (await releaseIn(world)).facts.evidenceHash,
    }),
  );
const take = async (world: ReleaseWorld) =>
  given(await createSnapshot(createReleasePorts(world), RELEASE));
const tick = async (world: ReleaseWorld, outcome: CheckWord['outcome']) =>
  given(
    await tickItem(createReleasePorts(world), {
      ...{ release: RELEASE, itemId: idOf(await releaseIn(world), 'test'), outcome },
      note: 'crashes',
    }),
  );
const changes = async (world: ReleaseWorld, since: Occasion) => {
  const answer = given(await whatChanged(createReleasePorts(world), { ...RELEASE, since }));
  return answer.kind === 'none'
    ? answer.why
    : { since: answer.since.at, texts: answer.differences.map(({ text }) => text) };
};

describe('a snapshot that something makes by itself', () => {
  it('holds the sign-off that it is of', async () => {
    const world = createReleaseWorld();

    const { signOff: signed } = await sign(world);

    expect(await snapshotsIn(world)).toMatchObject([
      { why: 'sign-off', signOffId: signed.id, by: 'Quinn Abara' },
    ]);
    const [id = ''] = (await snapshotsIn(world)).map((one) => one.id);
    const found = await createReleasePorts(world).snapshots.findSnapshot(RECORD, id);
    expect(found?.manifest).toMatchObject({ signOffs: [{ role: 'QA', status: 'valid' }] });
  });

  it('is made by no rejection, and by no step but the last one', async () => {
    const world = createReleaseWorld({ who: ROSA });
    await sign(world, 'rejected');
    given(await moveLifecycle(createReleasePorts(world), { release: RELEASE, to: 'development' }));

    expect(await snapshotsIn(world)).toEqual([]);
  });
});

describe('whatChanged', () => {
  it('since the sign-off tells of commits that came after, and that it is stale', async () => {
    const world = createReleaseWorld();
    await sign(world);
    expect(await changes(world, 'sign-off')).toEqual({ since: world.time, texts: [] });

    world.issues = [evidenceOf(onTest('a1'), onTest('b2'))];

    const { texts } = (await changes(world, 'sign-off')) as { texts: string[] };
    expect(texts).toContain('PAY-1 has 1 commit more.');
    expect(
      texts.some((text) => text.includes('QA approved by Quinn Abara on 2026-05-04 (stale)')),
    ).toBe(true);
  });

  it('since the rejection compares with what stood before it', async () => {
    const world = createReleaseWorld();
    await take(world);
    world.time = '2026-05-05T09:00:00Z';
    await tick(world, 'failed');
    world.time = '2026-05-06T09:00:00Z';
    world.issues = [evidenceOf(onTest('a1'), onTest('b2'))];
    await take(world);

    const answer = (await changes(world, 'rejection')) as { since: string; texts: string[] };

    expect(answer.since).toBe('2026-05-04T09:00:00Z');
    expect(answer.texts).toContain('PAY-1 has 1 commit more.');
  });

  it.each<[Occasion, string]>([
    ['snapshot', 'Nobody took a snapshot for this promotion yet.'],
    ['sign-off', 'Nobody signed this promotion off while snapshots were kept.'],
    [
      'rejection',
      'Nothing was rejected, or no snapshot for this promotion is from before the last rejection.',
    ],
  ])('says that there is nothing to compare with since the %s', async (since, why) => {
    expect(await changes(createReleaseWorld(), since)).toBe(why);
  });
});

describe('compareSnapshots', () => {
  it('counts issues that the viewer may not see, once', async () => {
    const world = createReleaseWorld({ others: [jiraIssue({ key: 'PAY-2' })] });
    const ports = createReleasePorts(world);
    const { id } = given(await createSnapshot(ports, RELEASE));
    world.hidden = ['PAY-2'];

    const compared = await compareSnapshots(ports, { ...RELEASE, before: id, after: 'now' });

    expect(given(compared).hidden).toBe(1);
  });
});
