import { isAuthorOf, ownCommits } from '../../../src/domain/release/authors';
import { judgedBundle } from '../../support/judged-bundle';

describe('authors of a bundle', () => {
  it.each([
    ['Ana Lima', true],
    ['ana lima', true],
    [' AnaLima ', true],
    ['Ana', false],
    ['Bo Chen', false],
  ])('%s: %s', (name, expected) => {
    expect(isAuthorOf(judgedBundle(), name)).toBe(expected);
  });

  it('are found with their commits', () => {
    expect(ownCommits(judgedBundle(), 'Ana Lima')).toEqual([{ key: 'PAY-1', sha: 'a1a1a1a1a1' }]);
  });
});
