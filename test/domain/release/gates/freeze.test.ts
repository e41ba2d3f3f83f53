import { freezeGate } from '../../../../src/domain/release/gates/freeze';
import { releaseFacts } from '../../../support/release-facts';

const freeze = [
  { name: 'Year end', from: '2026-12-20', to: '2027-01-03' },
  { name: 'Quarter close', from: '2026-06-29', to: '2026-07-02' },
];
const NEXT = ' Next: Year end, from 2026-12-20 to 2027-01-03.';
const CLOSED = 'Year end: nothing ships from 2026-12-20 to 2027-01-03.';

describe('freezeGate', () => {
  it.each([
    { now: '2026-12-05T23:59:59Z', open: 0, summary: 'No freeze today.' },
    { now: '2026-12-06T00:00:00Z', open: 0, summary: `No freeze today.${NEXT}` },
    { now: '2026-12-19T23:59:59Z', open: 0, summary: `No freeze today.${NEXT}` },
    { now: '2026-12-20T00:00:00Z', open: 1, summary: CLOSED },
    { now: '2026-12-20T00:30:00+01:00', open: 0, summary: `No freeze today.${NEXT}` },
    { now: '2027-01-03T23:59:59Z', open: 1, summary: CLOSED },
    { now: '2027-01-04T00:00:00Z', open: 0, summary: 'No freeze today.' },
  ])('at $now: $open open', ({ now, open, summary }) => {
    const found = freezeGate(releaseFacts({ now, settings: { freeze } }));

    expect(found.open).toHaveLength(open);
    expect(found.summary).toBe(summary);
  });
});
