import { coverOf, isCovered, isInForce, waiversInForce } from '../../../src/domain/release/waivers';
import { waiver } from '../../support/judged-bundle';

const NOW = '2026-05-05T09:00:00Z';
const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z' };

describe('a waiver', () => {
  it.each([
    { when: 'it runs', more: { expiresAt: '2026-05-05T09:00:01Z' }, expected: true },
    { when: 'it runs out now', more: { expiresAt: NOW }, expected: false },
    {
      when: 'it ran out in another time zone',
      more: { expiresAt: '2026-05-05T10:00:00+02:00' },
      expected: false,
    },
    {
      when: 'it was taken back',
      more: { expiresAt: '2027-01-01T00:00:00Z', revoked },
      expected: false,
    },
  ])('in force is $expected when $when', ({ more, expected }) => {
    expect(isInForce(waiver(more), NOW)).toBe(expected);
  });

  it('covers an item with its commits, several together', () => {
    const item = { id: 'x', shas: ['a1', 'b2'] };

    expect(coverOf(item)).toEqual(['x', 'x@a1', 'x@b2']);
    expect(isCovered(item, [waiver({ items: ['x', 'x@a1'] })])).toBe(false);
    expect(
      isCovered(item, [waiver({ items: ['x', 'x@a1'] }), waiver({ items: ['x', 'x@b2'] })]),
    ).toBe(true);
    expect(isCovered({ ...item, shas: ['b2'] }, [waiver({ items: coverOf(item) })])).toBe(true);
  });

  it('counts for its own gate', () => {
    expect(waiversInForce([waiver({ gate: 'freeze' })], 'issues', '2026-05-04T10:00:00Z')).toEqual(
      [],
    );
  });
});
