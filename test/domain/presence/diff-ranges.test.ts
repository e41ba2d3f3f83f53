import fc from 'fast-check';

import { planDiffRanges, type DiffRangesAsk } from '../../../src/domain/presence/diff-ranges';
import { commit } from '../../support/builders';
import { generatedHistory } from '../../support/generated-history';

type Commits = DiffRangesAsk<ReturnType<typeof commit>>['commits'];

/** `count` commits on each other: `name0` stands on `base`. */
const line = (name: string, count: number, base: string | null): Record<string, string[]> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${name}${at}`,
      at > 0 ? [`${name}${at - 1}`] : base === null ? [] : [base],
    ]),
  );

const story = (told: Record<string, string[]>): Commits =>
  Object.entries(told).map(([sha, parents], at) =>
    commit({ sha, parents, committedAt: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString() }),
  );

const names = (name: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${name}${first + at}`);

const plan = (
  told: Record<string, string[]>,
  ask: { wanted: string[]; refs: string[]; perQuestion?: number },
): string[] =>
  planDiffRanges({ commits: story(told), perQuestion: 100, ...ask }).map(
    ({ base, head, commits }) =>
      `${base ?? 'nothing'}..${head}: ${commits.map(({ sha }) => sha).join(' ')}`,
  );

describe('planDiffRanges', () => {
  it('asks for new commits of a line from the parent of the oldest one', () => {
    const told = line('m', 50, null);

    expect(plan(told, { wanted: ['m48', 'm49', 'm47'], refs: ['m49'] })).toEqual([
      'm46..m49: m47 m48 m49',
    ]);
  });

  it('ends at the newest wanted commit', () => {
    expect(plan(line('m', 50, null), { wanted: ['m3'], refs: ['m49'] })).toEqual(['m2..m3: m3']);
  });

  it('cuts a long line into pieces that are disjoint', () => {
    const told = line('m', 8, null);

    expect(plan(told, { wanted: names('m', 1, 7), refs: ['m7'], perQuestion: 3 })).toEqual([
      'm0..m3: m1 m2 m3',
      'm3..m6: m4 m5 m6',
      'm6..m7: m7',
    ]);
  });

  it('asks for roots one by one', () => {
    expect(plan(line('m', 3, null), { wanted: names('m', 0, 2), refs: ['m2'] })).toEqual([
      'nothing..m0: m0',
      'm0..m2: m1 m2',
    ]);
  });

  it('asks once for each of two lines that went apart', () => {
    const told = { ...line('m', 3, null), ...line('a', 2, 'm2'), ...line('b', 2, 'm1') };

    expect(plan(told, { wanted: ['a0', 'a1', 'b0', 'b1', 'm2'], refs: ['a1', 'b1'] })).toEqual([
      'm1..a1: m2 a0 a1',
      'm1..b1: b0 b1',
    ]);
  });

  it('takes what merges brought with them', () => {
    const told = { ...line('m', 3, null), ...line('x', 2, 'm0'), top: ['m2', 'x1'] };

    expect(plan(told, { wanted: ['m2', 'x0', 'x1'], refs: ['top'] })).toEqual([
      'm1..top: m2 x0 x1',
    ]);
  });

  it('goes through a merge that brought more than one question asks for', () => {
    const told = { ...line('m', 3, null), ...line('x', 5, 'm0'), top: ['m2', 'x4'] };

    expect(
      plan(told, { wanted: ['m2', ...names('x', 0, 4)], refs: ['top'], perQuestion: 3 }),
    ).toEqual(['m1..m2: m2', 'm0..x2: x0 x1 x2', 'x2..x4: x3 x4']);
  });

  it('leaves out what is known, but not for the price of a question', () => {
    const told = line('m', 60, null);

    expect(plan(told, { wanted: ['m1', 'm2', 'm5', 'm50'], refs: ['m59'] })).toEqual([
      'm0..m5: m1 m2 m5',
      'm49..m50: m50',
    ]);
  });

  it('goes through a merge that brought one wanted commit among many others', () => {
    const told = { ...line('m', 3, null), ...line('x', 40, 'm0'), top: ['m2', 'x39'] };

    expect(plan(told, { wanted: ['x20'], refs: ['top'] })).toEqual(['x19..x20: x20']);
  });

  it('finds what no ref reaches', () => {
    const told = { ...line('m', 3, null), ...line('pr', 2, 'm1') };

    expect(plan(told, { wanted: ['pr0', 'pr1'], refs: ['m2', 'gone'] })).toEqual([
      'm1..pr1: pr0 pr1',
    ]);
  });

  it('stands on a parent that was not read', () => {
    expect(plan(line('m', 3, 'cut'), { wanted: names('m', 0, 2), refs: ['m2'] })).toEqual([
      'cut..m2: m0 m1 m2',
    ]);
  });

  it('does not ask through a merge behind which nobody has read', () => {
    const told = { ...line('m', 3, null), x0: ['cut'], top: ['m2', 'x0'] };

    expect(plan(told, { wanted: ['m1', 'm2', 'x0'], refs: ['top'] })).toEqual([
      'm0..m2: m1 m2',
      'cut..x0: x0',
    ]);
  });

  it('plans 12,000 commits of twenty lines within a glance', () => {
    const lines = Array.from({ length: 20 }, (_, at) => line(`l${at}x`, 500, 'm1999'));
    const told = Object.assign({}, line('m', 2000, null), ...lines) as Record<string, string[]>;
    const wanted = Object.keys(told).filter((one) => one.startsWith('l'));

    const asked = planDiffRanges({
      commits: story(told),
      wanted,
      refs: lines.map((_, at) => `l${at}x499`),
      perQuestion: 250,
    });

    expect(asked).toHaveLength(40);
  });

  it('asks for each wanted commit once, inside its range as git counts it', () => {
    const history = generatedHistory(7, 120);
    const commits = history.commits.map((one) => commit(one));
    const changes = commits.filter(({ parents }) => parents.length < 2).map(({ sha }) => sha);
    const subsets = fc.record({
      wanted: fc.subarray(changes),
      refs: fc.subarray(
        commits.map(({ sha }) => sha),
        { maxLength: 4 },
      ),
      perQuestion: fc.integer({ min: 1, max: 30 }),
    });
    const inGit = new Map<string, string[]>();
    const rangeInGit = (base: string, head: string): string[] => {
      const known =
        inGit.get(`${base}..${head}`) ?? history.revList('--no-merges', `${base}..${head}`);
      inGit.set(`${base}..${head}`, known);
      return known;
    };

    try {
      fc.assert(
        fc.property(subsets, ({ wanted, refs, perQuestion }) => {
          const asked = planDiffRanges({ commits, wanted, refs, perQuestion });

          expect(asked.flatMap((one) => one.commits.map(({ sha }) => sha)).sort()).toEqual(
            wanted.toSorted(),
          );
          for (const { base, head, commits: own } of asked) {
            const held = base === null ? [head] : rangeInGit(base, head);
            expect(held).toEqual(expect.arrayContaining(own.map(({ sha }) => sha)));
            expect(held.length).toBeLessThanOrEqual(Math.min(perQuestion, 2 * own.length + 10));
          }
        }),
        { numRuns: 60, seed: 11 },
      );
    } finally {
      history.remove();
    }
  });
});
