import { presentHistory } from '../../src/api/present-acts';
import type { LifecycleMove } from '../../src/domain/release/acts';
import { lifecycleMove, signOff, waiver } from '../support/judged-bundle';
import { createReleaseWorld, RECORD, releaseIn } from '../support/release-world';

const move = (hour: string, to: 'development' | 'staging'): LifecycleMove =>
  lifecycleMove({ to, at: `2026-05-04T${hour}:00:00Z` });

describe('presentHistory', () => {
  it('tells what people did, the newest first, and whether it still counts', async () => {
    const acts = {
      waivers: [waiver({ items: ['one', 'one@a1', 'one@b2', 'two'] })],
      signOffs: [signOff({ at: '2026-05-04T08:00:00Z' }), signOff({ id: 'sign-off-2' })],
      moves: [move('07', 'development'), move('08', 'staging')],
    };
    const world = createReleaseWorld({ releases: new Map([[RECORD, { acts, words: [] }]]) });

    const { waivers, signOffs, moves } = presentHistory(await releaseIn(world));

    expect(waivers).toMatchObject([{ id: 'waiver-1', covers: 2, status: 'in-force' }]);
    expect(signOffs.map(({ id, status }) => `${id} ${status}`)).toEqual([
      ...['sign-off-2 stale', 'sign-off-1 stale'],
    ]);
    expect(moves.map(({ to }) => to)).toEqual(['staging', 'development']);
  });
});
