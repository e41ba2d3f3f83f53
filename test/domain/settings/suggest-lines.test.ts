import { suggestLines } from '../../../src/domain/settings/suggest-lines';

const ask = (names: string[], protectedNames: string[] = [], defaultBranch = 'main') => ({
  branches: names.map((name) => ({ name, isProtected: protectedNames.includes(name) })),
  defaultBranch,
});
const wanted = (name: string, branch: string | null = null) => ({ name, branch });

describe('suggestLines', () => {
  it.each([
    {
      when: 'the branch of the project is there',
      line: wanted('test', 'release/test'),
      branches: ['main', 'test', 'release/test'],
      expected: ['release/test', 'high'],
    },
    {
      when: 'a branch is called like the line',
      line: wanted('QA', 'release/test'),
      branches: ['qa', 'main'],
      expected: ['qa', 'high'],
    },
    {
      when: 'teams call it develop',
      line: wanted('dev'),
      branches: ['main', 'next', 'develop'],
      expected: ['develop', 'medium'],
    },
    {
      when: 'there are release branches: the newest number',
      line: wanted('test'),
      branches: ['release/2.9', 'release/2.10', 'main'],
      expected: ['release/2.10', 'medium'],
    },
    {
      when: 'there are release branches: a protected one first',
      line: wanted('test'),
      branches: ['release/2.9', 'release/2.10', 'main'],
      isProtected: ['release/2.9'],
      expected: ['release/2.9', 'medium'],
    },
    {
      when: 'acceptance is called staging',
      line: wanted('uat'),
      branches: ['staging', 'main'],
      expected: ['staging', 'medium'],
    },
    {
      when: 'production is called master',
      line: wanted('prod'),
      branches: ['feature/main', 'master'],
      expected: ['master', 'medium'],
    },
  ])('suggests $expected.0 when $when', ({ line, branches, isProtected, expected }) => {
    const [first, ...others] = suggestLines(ask(branches, isProtected), [line, wanted('zzz')]);

    expect([first?.branch, first?.confidence]).toEqual(expected);
    expect(first?.line).toBe(line.name);
    expect(first?.why).not.toBe('');
    expect(others.map(({ line: name }) => name)).not.toContain(line.name);
  });

  it('offers the default branch for the last line, with little confidence', () => {
    const suggestions = suggestLines(ask(['stable', 'wip'], [], 'stable'), [
      wanted('first'),
      wanted('second'),
    ]);

    expect(suggestions).toEqual([
      {
        line: 'second',
        branch: 'stable',
        confidence: 'low',
        why: 'the default branch, for the last line',
      },
    ]);
  });

  it('suggests nothing that is not there', () => {
    expect(suggestLines(ask([], [], 'main'), [wanted('dev', 'develop'), wanted('prod')])).toEqual(
      [],
    );
  });

  it('without a route finds the usual steps', () => {
    const suggestions = suggestLines(ask(['develop', 'release/test', 'uat', 'main', 'feature/x']));

    expect(suggestions.map(({ line, branch }) => [line, branch])).toEqual([
      ['dev', 'develop'],
      ['test', 'release/test'],
      ['uat', 'uat'],
      ['prod', 'main'],
    ]);
  });
});
