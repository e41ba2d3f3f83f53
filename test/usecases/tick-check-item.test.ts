import { getIssue } from '../../src/usecases/get-issue';
import { tickCheckItem } from '../../src/usecases/tick-check-item';
import {
  createReleasePorts,
  createReleaseWorld,
  evidenceOf,
  given,
  onTest,
  type ReleaseWorld,
} from '../support/release-world';

const issueIn = async (world: ReleaseWorld) =>
  given(await getIssue(createReleasePorts(world), { issueKey: 'PAY-1' }));

async function say(world: ReleaseWorld, outcome: 'done' | 'failed' | 'open', note?: string) {
  const { checklist } = await issueIn(world);
  const itemId = checklist.find(({ kind }) => kind === 'test')?.id ?? '';
  const input = { issueKey: 'PAY-1', itemId, outcome, note };
  return given(await tickCheckItem(createReleasePorts(world), input));
}

const testIn = async (world: ReleaseWorld) =>
  (await issueIn(world)).checklist.find(({ kind }) => kind === 'test');

describe('tickCheckItem', () => {
  it('keeps who said it, when and why', async () => {
    const world = createReleaseWorld();

    const said = await say(world, 'done', 'all browsers');

    expect(said).toMatchObject({
      ...{ issueKey: 'PAY-1', outcome: 'done', by: 'Quinn Abara', note: 'all browsers' },
    });
    expect(await testIn(world)).toMatchObject({
      ...{ state: 'done', word: { by: 'Quinn Abara', note: 'all browsers' } },
    });
  });

  it('rejects the issue when it failed, on the line that was looked at', async () => {
    const world = createReleaseWorld();

    await say(world, 'failed');

    const { judgement } = await issueIn(world);
    expect(judgement?.verdict).toBe('blocked');
    expect(judgement?.facts.lives.map(({ line, stage }) => `${line} ${stage}`)).toEqual([
      ...['dev null', 'test rejected', 'prod null'],
    ]);
  });

  it('is open again with another commit', async () => {
    const world = createReleaseWorld();
    await say(world, 'done');

    world.issues = [evidenceOf(onTest('b2'), onTest('a1'))];

    expect(await testIn(world)).toMatchObject({ state: 'open', reopenedBy: ['b2'] });
  });

  it('refuses an item that the issue does not have', async () => {
    const world = createReleaseWorld();

    const outcome = await tickCheckItem(createReleasePorts(world), {
      ...{ issueKey: 'PAY-1', itemId: 'nowhere', outcome: 'done' },
    });

    expect(outcome).toMatchObject({ refused: 'not-found' });
    expect(world.ticks.size).toBe(0);
  });
});
