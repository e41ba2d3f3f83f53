import {
  blobsComplexity,
  CHECKS_COMPLEXITY,
  inQueries,
} from '../../../src/adapters/gitlab/complexity';

describe('the complexity of a query to GitLab', () => {
  it.each([
    { paths: 1, complexity: 14 },
    { paths: 2, complexity: 16 },
    { paths: 100, complexity: 212 },
  ])('is $complexity for the files of $paths paths', ({ paths, complexity }) => {
    expect(blobsComplexity(paths)).toBe(complexity);
  });

  it('is 29 for the checks of a commit', () => {
    expect(CHECKS_COMPLEXITY).toBe(29);
  });

  it.each([
    { when: 'nothing', things: [], queries: [] },
    { when: 'what fits one query', things: [200, 42], queries: [[200, 42]] },
    { when: 'what does not', things: [200, 43, 199, 1], queries: [[200], [43, 199], [1]] },
    { when: 'what is too much by itself', things: [1, 300, 2], queries: [[1], [300], [2]] },
  ])('parts $when', ({ things, queries }) => {
    expect(inQueries(things, (thing) => thing)).toEqual(queries);
  });
});
