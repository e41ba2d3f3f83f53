import { z } from 'zod';

import { toFieldName, toProblems } from '../../src/api/problems';

describe('toFieldName', () => {
  it.each([
    [[], '(whole)'],
    [['projects', 'PAY', 'repositories', 2, 'kind'], 'projects.PAY.repositories[2].kind'],
    [['lines', 'release/test'], 'lines["release/test"]'],
  ])('of %j is %s', (path, name) => {
    expect(toFieldName(path)).toBe(name);
  });
});

describe('toProblems', () => {
  it('says of a name that cannot be used what the name must be', () => {
    const Name = z.string().regex(/^[a-z]+$/, 'must be a short name');
    const parsed = z.record(Name, z.string()).safeParse({ $$: 'main' });

    expect(parsed.error && toProblems(parsed.error)).toEqual([
      { field: '$$', line: null, message: 'must be a short name' },
    ]);
  });
});
