import { toFieldName } from '../../src/api/problems';

describe('toFieldName', () => {
  it.each([
    [[], '(whole)'],
    [['projects', 'PAY', 'repositories', 2, 'kind'], 'projects.PAY.repositories[2].kind'],
    [['lines', 'release/test'], 'lines["release/test"]'],
  ])('of %j is %s', (path, name) => {
    expect(toFieldName(path)).toBe(name);
  });
});
