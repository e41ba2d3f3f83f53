import { createSiteClock } from '../../../dev/runtime/site-clock';
import type { Clock } from '../../../dev/runtime/site-clock';

import { createManualWall } from './manual-wall';

const NOON = '2026-05-04T12:00:00.000Z';

describe('createSiteClock', () => {
  it.each<{ clock: Clock; later: string }>([
    { clock: { mode: 'frozen', at: NOON }, later: NOON },
    { clock: { mode: 'ticking', start: NOON }, later: '2026-05-04T12:01:30.000Z' },
    { clock: { mode: 'real' }, later: '2026-01-01T00:01:00.000Z' },
  ])('shows $later after a minute and 30 skipped seconds: $clock.mode', ({ clock, later }) => {
    const wall = createManualWall();
    const siteClock = createSiteClock(clock, wall);

    wall.advance(60);
    siteClock.skip(30_000);

    expect(new Date(siteClock.now()).toISOString()).toBe(later);
  });

  it('is what Date shows while it is installed', () => {
    const realDate = Date;
    const restore = createSiteClock({ mode: 'frozen', at: NOON }, createManualWall()).install();

    const shown = {
      now: new Date().toISOString(),
      instant: Date.now(),
      text: Date(),
      given: new Date('2020-02-02T00:00:00Z').getUTCFullYear(),
      isDate: new Date() instanceof Date && new Date() instanceof realDate,
    };
    restore();

    expect(shown).toEqual({
      now: NOON,
      instant: Date.parse(NOON),
      text: new Date(NOON).toString(),
      given: 2020,
      isDate: true,
    });
    expect(Date).toBe(realDate);
  });
});
