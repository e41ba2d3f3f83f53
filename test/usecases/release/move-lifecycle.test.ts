import type { LifecycleState } from '../../../src/domain/release/acts';
import { moveLifecycle } from '../../../src/usecases/release/move-lifecycle';
import {
  createReleasePorts,
  createReleaseWorld,
  QUINN,
  RECORD,
  RELEASE,
  ROSA,
  type ReleaseWorld,
} from '../../support/release-world';

const move = (world: ReleaseWorld, to: LifecycleState) =>
  moveLifecycle(createReleasePorts(world), { release: RELEASE, to, note: 'here we go' });

describe('moveLifecycle', () => {
  it('keeps who moved it, and tells what comes next', async () => {
    const world = createReleaseWorld({ who: ROSA });

    const outcome = await move(world, 'development');

    const kept = {
      ...{ from: 'planning', to: 'development', by: 'Rosa Diaz', accountId: 'rosa' },
      ...{ at: '2026-05-04T09:00:00Z', note: 'here we go' },
      evidenceHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    };
    expect(outcome).toEqual({ move: kept, state: 'development', next: 'staging' });
    expect(world.releases.get(RECORD)?.acts.moves).toEqual([kept]);
  });

  it('keeps what is shipped as a snapshot, and nothing before', async () => {
    const world = createReleaseWorld({ who: ROSA, project: { signOffs: [] } });
    for (const to of ['development', 'staging', 'validation'] as const) await move(world, to);
    expect(world.snapshots.get(RECORD)).toBeUndefined();

    expect(await move(world, 'ship')).toMatchObject({ state: 'ship' });

    expect(world.snapshots.get(RECORD)).toMatchObject([
      {
        snapshot: { why: 'shipped', by: 'Rosa Diaz', decision: 'SHIP', signOffId: null },
        manifest: { decision: 'SHIP', lifecycle: 'ship' },
      },
    ]);
  });

  it('says why not', async () => {
    const world = createReleaseWorld({ who: ROSA });

    expect(await move(world, 'ship')).toEqual({
      refused: 'conflict',
      message: 'After planning comes development: no step is skipped.',
    });
    expect(world.releases.size).toBe(0);
  });

  it('is for those who administer the projects', async () => {
    const world = createReleaseWorld({ who: QUINN });

    expect(await move(world, 'development')).toMatchObject({ refused: 'forbidden' });
    expect(world.releases.size).toBe(0);
  });

  it('tells the second of two who move it at once', async () => {
    const world = createReleaseWorld({ who: ROSA });
    const ports = createReleasePorts(world);
    const { changeRecord } = ports.releases;
    const releases = {
      ...ports.releases,
      changeRecord: async (...args: Parameters<typeof changeRecord>) => {
        await move(world, 'development');
        return changeRecord(...args);
      },
    };

    const outcome = await moveLifecycle(
      { ...ports, releases },
      { release: RELEASE, to: 'development' },
    );

    expect(outcome).toMatchObject({ refused: 'conflict' });
    expect(world.releases.get(RECORD)?.acts.moves).toHaveLength(1);
  });
});
