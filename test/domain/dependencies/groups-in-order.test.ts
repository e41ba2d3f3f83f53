import fc from 'fast-check';

import { groupsInOrder, type Before } from '../../../src/domain/dependencies/groups-in-order';
import { compareText } from '../../../src/domain/dependencies/key-order';

const SIX = Array.from('abcdef');
const EIGHT = Array.from('abcdefgh');

/** `ab`: a goes before b. */
const arrows = (words: string): Before[] =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map(([first = '', then = '']) => ({ first, then }));

const ordered = (nodes: string, words: string): string =>
  groupsInOrder(Array.from(nodes), arrows(words), compareText)
    .map((group) => group.join(''))
    .join(' ');

describe('groupsInOrder', () => {
  it.each([
    { nodes: '', words: '', expected: '' },
    { nodes: 'cab', words: '', expected: 'a b c' },
    { nodes: 'abc', words: 'ca', expected: 'b c a' },
    { nodes: 'abc', words: 'ab', expected: 'a b c' },
    { nodes: 'abcd', words: 'da cb', expected: 'c b d a' },
    { nodes: 'abcd', words: 'db bc', expected: 'a d b c' },
    { nodes: 'ab', words: 'ab ba', expected: 'ab' },
    { nodes: 'abc', words: 'bc ca ab', expected: 'abc' },
    { nodes: 'abcd', words: 'cb bc da cd', expected: 'bc d a' },
    { nodes: 'abcdef', words: 'ab ba cd dc bc ef', expected: 'ab cd e f' },
    { nodes: 'ab', words: 'aa', expected: 'a b' },
    { nodes: 'ab', words: 'bx xa', expected: 'a b' },
  ])('puts $nodes with $words as $expected', ({ nodes, words, expected }) => {
    expect(ordered(nodes, words)).toBe(expected);
  });

  it('puts all that goes before before, and gives the same for every order of the input', () => {
    const node = fc.constantFrom(...EIGHT);
    const arrow = fc.record({ first: node, then: node });

    fc.assert(
      fc.property(
        fc.array(arrow, { maxLength: 14 }).chain((list) =>
          fc.record({
            list: fc.constant(list),
            shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
            nodes: fc.shuffledSubarray(EIGHT, { minLength: 8 }),
          }),
        ),
        ({ list, shuffled, nodes }) => {
          const groups = groupsInOrder(nodes, shuffled, compareText);
          const position = new Map(groups.flatMap((group, at) => group.map((one) => [one, at])));
          const at = (one: string): number => position.get(one) ?? -1;

          expect(groups).toEqual(groupsInOrder(EIGHT, list, compareText));
          expect(groups.flat().sort()).toEqual(EIGHT);
          expect(list.filter(({ first, then }) => at(first) > at(then))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes one group of exactly those that reach each other', () => {
    const node = fc.constantFrom(...SIX);

    fc.assert(
      fc.property(fc.array(fc.record({ first: node, then: node }), { maxLength: 12 }), (list) => {
        const reaches = closedOver(list);
        const groups = groupsInOrder(SIX, list, compareText);
        const isTogether = (one: string, other: string): boolean =>
          groups.some((group) => group.includes(one) && group.includes(other));

        const wrong = pairs().filter(([one, other]) => {
          const isCircle = one === other || (reaches.has(one + other) && reaches.has(other + one));
          return isTogether(one, other) !== isCircle;
        });

        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const pairs = (): [string, string][] =>
  SIX.flatMap((one) => SIX.map((other): [string, string] => [one, other]));

/** Every pair of which the first leads to the second, however long the way. */
function closedOver(list: readonly Before[]): Set<string> {
  const reaches = new Set(list.map(({ first, then }) => first + then));
  for (const between of SIX) {
    pairs()
      .filter(([one, other]) => reaches.has(one + between) && reaches.has(between + other))
      .forEach(([one, other]) => reaches.add(one + other));
  }
  return reaches;
}
