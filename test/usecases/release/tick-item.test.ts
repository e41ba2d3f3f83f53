import { getIssue } from '../../../src/usecases/get-issue';
import { tickItem } from '../../../src/usecases/release/tick-item';
import type { SaidWord } from '../../../src/usecases/say-word';
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
  type ReleaseWorld,
} from '../../support/release-world';

async function say(
  world: ReleaseWorld,
  kind: string,
  outcome: 'done' | 'failed' | 'open',
  note?: string,
): Promise<SaidWord> {
  const itemId = idOf(await releaseIn(world), kind);
  const input = { release: RELEASE, itemId, outcome, note };
  return given(await tickItem(createReleasePorts(world), input));
}

const itemOf = async (world: ReleaseWorld, kind: string) => {
  const { qa, client, releaseManager } = (await releaseIn(world)).checklists;
  return [...qa, ...client, ...releaseManager].find((one) => one.kind === kind);
};

const codesOf = async (world: ReleaseWorld): Promise<string[]> =>
  (await releaseIn(world)).bundle.issues.flatMap(({ reasons }) => reasons.map(({ code }) => code));

describe('tickItem', () => {
  it('keeps a word on an item of an issue with the issue: who, when, why, on which commits', async () => {
    const world = createReleaseWorld();

    const said = await say(world, 'test', 'done', 'all browsers');

    expect(said).toMatchObject({
      ...{ issueKey: 'PAY-1', outcome: 'done', by: 'Quinn Abara', note: 'all browsers' },
      at: '2026-05-04T09:00:00Z',
    });
    expect(world.ticks.get('PAY-1')).toEqual([
      {
        ...{ stepId: said.itemId, done: true, outcome: 'done', by: 'Quinn Abara' },
        ...{ accountId: 'quinn', at: '2026-05-04T09:00:00Z', note: 'all browsers' },
        ...{ shas: ['a1'], line: 'test' },
      },
    ]);
    expect(await itemOf(world, 'test')).toMatchObject({
      state: 'done',
      word: { by: 'Quinn Abara' },
    });
  });

  it('keeps a word on an item of the whole with the release', async () => {
    const world = createReleaseWorld();

    const said = await say(world, 'release', 'done');

    expect(said.issueKey).toBeNull();
    expect(world.releases.get(RECORD)?.words).toMatchObject([{ stepId: said.itemId, note: null }]);
    expect(world.ticks.size).toBe(0);
  });

  it('lets a tester fail an issue, look again after the repair, and find it done', async () => {
    const world = createReleaseWorld();

    await say(world, 'test', 'failed', 'the total is wrong');
    expect(await codesOf(world)).toContain('rejected');
    expect((await releaseIn(world)).decision).toMatchObject({
      decision: 'NO-SHIP',
      firstFailingGate: 'issues',
    });

    const arrivedAt = { 'branch:release/test': '2026-05-05T09:00:00Z' };
    world.issues = [evidenceOf(onTest('b2', { arrivedAt }), onTest('a1'))];
    expect(await codesOf(world)).not.toContain('rejected');
    expect(await itemOf(world, 'test')).toMatchObject({
      ...{ state: 'open', reopenedBy: ['b2'], word: { outcome: 'failed' } },
    });
    expect(await itemOf(world, 'retest')).toMatchObject({ shas: ['b2'] });

    world.time = '2026-05-06T09:00:00Z';
    await say(world, 'test', 'done');
    expect(await itemOf(world, 'test')).toMatchObject({ state: 'done', reopenedBy: [] });
    expect(await itemOf(world, 'retest')).toBeUndefined();
    expect(world.ticks.get('PAY-1')?.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  });

  it('blocks the issue on its panel too, until a newer word', async () => {
    const world = createReleaseWorld();
    const panel = async () =>
      given(await getIssue(createReleasePorts(world), { issueKey: 'PAY-1' }));

    await say(world, 'confirm', 'failed', 'not what we asked for');
    expect((await panel()).judgement).toMatchObject({
      verdict: 'blocked',
      reasons: [
        {
          code: 'rejected',
          evidence: [
            {
              text: 'PAY-1: Confirmation failed by Quinn Abara on 2026-05-04: not what we asked for',
            },
          ],
        },
      ],
    });

    world.time = '2026-05-04T10:00:00Z';
    await say(world, 'confirm', 'open');
    expect((await panel()).judgement?.verdict).toBe('safe');
  });

  it('does not change the evidence', async () => {
    const world = createReleaseWorld();
    const before = (await releaseIn(world)).facts.evidenceHash;

    await say(world, 'test', 'failed');

    expect((await releaseIn(world)).facts.evidenceHash).toBe(before);
  });

  it('refuses an item that there is not', async () => {
    const world = createReleaseWorld();

    const outcome = await tickItem(createReleasePorts(world), {
      ...{ release: RELEASE, itemId: 'nowhere', outcome: 'done' },
    });

    expect(outcome).toMatchObject({ refused: 'not-found' });
  });

  it('does not know the items of an issue that the viewer may not see', async () => {
    const world = createReleaseWorld({ hidden: ['PAY-1'] });
    const itemId = idOf(await releaseIn(world), 'test');

    const outcome = await tickItem(createReleasePorts(world), {
      ...{ release: RELEASE, itemId, outcome: 'failed' },
    });

    expect(outcome).toMatchObject({ refused: 'not-found' });
    expect(world.ticks.size).toBe(0);
  });

  it('says it when the record is full, and keeps nothing', async () => {
    const world = createReleaseWorld({ issue: jiraIssue() });
    const itemId = idOf(await releaseIn(world), 'test');
    const ports = createReleasePorts(world);
    const full = { status: 'too-large' as const, bytes: 250_000, limit: 245_248 };
    const ticks = { ...ports.ticks, addTick: () => Promise.resolve(full) };

    const outcome = await tickItem(
      { ...ports, ticks },
      { release: RELEASE, itemId, outcome: 'done' },
    );

    expect(outcome).toEqual({
      refused: 'conflict',
      message:
        'Nothing was kept: with this, what people said of PAY-1 would take 245 KiB, and Forge keeps 240 KiB. All that was said before is still there.',
    });
  });
});
