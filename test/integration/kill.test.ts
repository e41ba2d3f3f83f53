import { openStore } from '../../dev/runtime/store';
import { openSite } from '../../dev/local-site/open-site';
import type { KillPoint } from '../../dev/runtime/kill-switch';
import { readSite } from '../../dev/site-file/read-site';
import { copyStore } from '../support/copy-store';
import { issue, writeTestSite } from '../support/local-site';
import { createStoryRepository } from '../support/story-repository';

/**
 * Before and after whatever changes something. What only reads leaves the world as it was: to die before it
 * is to die before the next change, so of the many reads of storage every third is enough to see that.
 */
const POINTS = [
  { kind: 'storage-write', phase: 'before', stride: 1 },
  { kind: 'storage-write', phase: 'after', stride: 1 },
  { kind: 'queue-push', phase: 'before', stride: 1 },
  { kind: 'queue-push', phase: 'after', stride: 1 },
  { kind: 'host-call', phase: 'before', stride: 1 },
  { kind: 'jira-call', phase: 'before', stride: 1 },
  { kind: 'storage-read', phase: 'before', stride: 3 },
] as const;

/** Many whole readings, one for each operation of one: longer than most tests. */
describe('a reading that is killed', () => {
  const story = createStoryRepository();
  const prepared = readSite(
    writeTestSite({
      repositories: [story.site],
      issues: ['PAY-1', 'PAY-2', 'PAY-3'].map((key) => issue(key)),
    }),
  );
  const configured = openStore(null);

  beforeAll(async () => {
    const site = await openSite(prepared, { store: configured });
    await site.close();
  });

  /** Reads everything, and dies once at `point`. */
  async function readWith(
    point: KillPoint | null,
    options: { chaos?: boolean; seed?: number } = {},
  ): Promise<{ dump: string; hasFired: boolean }> {
    const store = copyStore(configured);
    const site = await openSite(prepared, { store, ...options });
    const kill = point && site.platform.killAt(point);
    await site.platform.drain();
    const dead = site.platform.deadEvents().map(({ reason }) => reason);
    await site.close();
    expect(dead).toEqual([]);
    return { dump: store.dump(), hasFired: kill?.hasFired() ?? false };
  }

  it.each(POINTS)(
    'leaves the same evidence, byte for byte, $phase every $kind',
    async ({ kind, phase, stride }) => {
      const whole = await readWith(null);
      let points = 0;
      for (let nth = 1; ; nth += stride) {
        const { dump, hasFired } = await readWith({ kind, nth, phase });
        if (!hasFired) break;
        points += 1;
        expect({ nth, dump }).toEqual({ nth, dump: whole.dump });
      }

      if (kind !== 'queue-push') expect(points).toBeGreaterThan(0);
    },
    240_000,
  );

  it('leaves the same evidence whatever the queue shuffles and doubles', async () => {
    const whole = await readWith(null);

    for (let seed = 1; seed <= 20; seed += 1) {
      const { dump } = await readWith({ kind: 'storage-write', nth: seed }, { chaos: true, seed });
      expect({ seed, dump }).toEqual({ seed, dump: whole.dump });
    }
  }, 240_000);
});
