import { counted, named } from '../../../src/domain/doctor/words';

describe('counted', () => {
  it.each([
    [1, '1 repository'],
    [2, '2 repositories'],
    [1200, '1,200 repositories'],
  ])('%i', (count, words) => {
    expect(counted(count, 'repository', 'repositories')).toBe(words);
  });
});

describe('named', () => {
  it.each([
    { names: [], words: '' },
    { names: ['a'], words: 'a' },
    { names: ['a', 'b'], words: 'a and b' },
    { names: ['a', 'b', 'c', 'd'], words: 'a, b, c and d' },
    { names: ['a', 'b', 'c', 'd', 'e'], words: 'a, b, c and 2 more' },
  ])('$words', ({ names, words }) => {
    expect(named(names)).toBe(words);
  });
});
