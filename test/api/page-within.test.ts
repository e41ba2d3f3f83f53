import { pageWithin } from '../../src/api/page-within';

describe('pageWithin', () => {
  it.each([
    { start: 0, items: ['aaaa', 'bbbb'], next: 2 },
    { start: 2, items: ['cccc', 'dddd'], next: 4 },
    { start: 4, items: ['eeee'], next: null },
    { start: 9, items: [], next: null },
  ])('gives from $start what fits', ({ start, items, next }) => {
    const all = ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'];

    expect(pageWithin(all, start, 12)).toEqual({ items, next });
  });

  it('gives one that is too big, so that paging ends', () => {
    expect(pageWithin(['a'.repeat(20), 'b'], 0, 12)).toEqual({ items: ['a'.repeat(20)], next: 1 });
  });
});
