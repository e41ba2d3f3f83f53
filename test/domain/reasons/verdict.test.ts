import type { Level } from '../../../src/domain/reasons/reason';
import { verdict, worstOf } from '../../../src/domain/reasons/verdict';

describe('verdict', () => {
  it.each<[Level[], Level]>([
    [[], 'safe'],
    [['safe'], 'safe'],
    [['warning', 'safe'], 'warning'],
    [['warning', 'manual-review'], 'manual-review'],
    [['blocked', 'manual-review', 'warning'], 'blocked'],
  ])('of %j is %s', (levels, expected) => {
    const reasons = levels.map((level) => ({ code: 'x', level, summary: '', evidence: [] }));

    expect(verdict(reasons)).toBe(expected);
    expect(worstOf(levels)).toBe(expected);
  });
});
