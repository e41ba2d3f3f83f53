import { holdingOf } from '../../../src/domain/release/told-roles';

describe('holdingOf', () => {
  it.each([
    { held: ['qa '], all: ['QA'], holding: 'held' },
    { held: ['QA'], all: null, holding: 'held' },
    { held: ['Developers'], all: ['QA', 'Developers'], holding: 'not-held' },
    { held: [], all: ['Developers'], holding: 'no-such-role' },
    { held: null, all: ['Developers'], holding: 'no-such-role' },
    { held: null, all: ['QA'], holding: 'unknown' },
    { held: [], all: null, holding: 'unknown' },
    { held: null, all: null, holding: 'unknown' },
  ])('is $holding for somebody with $held of $all', ({ held, all, holding }) => {
    expect(holdingOf('QA', { held, all })).toBe(holding);
  });
});
