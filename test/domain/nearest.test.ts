import { nearest } from '../../src/domain/nearest';

const KNOWN = ['id', 'kind', 'service', 'environments', 'branch'];

describe('nearest', () => {
  it.each([
    ['knd', 'kind'],
    ['Service', 'service'],
    ['enviroments', 'environments'],
    ['brnach', 'branch'],
    ['colour', undefined],
    ['', undefined],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, KNOWN)).toBe(expected);
  });
});
