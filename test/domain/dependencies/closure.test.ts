import fc from 'fast-check';

import { closureOf } from '../../../src/domain/dependencies/closure';
import { edges, edgesFrom } from '../../support/edges';

const named = (list: readonly { from: string; to: string }[]): string[] =>
  list.map(({ from, to }) => `${from} > ${to}`);

describe('closureOf', () => {
  it('goes on to what is needed in turn, and not back to who needs', () => {
    const all = edges('PAY-1 > PAY-2', 'PAY-2 > PAY-3', 'PAY-9 > PAY-1', 'PAY-7 > PAY-8');

    const closure = closureOf('PAY-1', edgesFrom(all));

    expect(closure.issues).toEqual(['PAY-1', 'PAY-2', 'PAY-3']);
    expect(named(closure.edges)).toEqual(['PAY-1 > PAY-2', 'PAY-2 > PAY-3']);
    expect(closure).toMatchObject({ omitted: [], unread: [] });
  });

  it('names the nearest first, by project and number', () => {
    const all = edges('PAY-1 > PAY-10', 'PAY-1 > PAY-9', 'PAY-9 > LED-1', 'PAY-10 > AAA-1');

    expect(closureOf('PAY-1', edgesFrom(all)).issues).toEqual([
      'PAY-1',
      'PAY-9',
      'PAY-10',
      'LED-1',
      'AAA-1',
    ]);
  });

  it('ends in a circle', () => {
    const all = edges('PAY-1 > PAY-2', 'PAY-2 > PAY-1');

    expect(closureOf('PAY-1', edgesFrom(all)).issues).toEqual(['PAY-1', 'PAY-2']);
  });

  it('keeps what one issue says of others when both are in it', () => {
    const said = edges('PAY-1 > PAY-2', 'PAY-2 > PAY-1 by trailer', 'PAY-3 > PAY-1');

    const closure = closureOf('PAY-1', (key) => (key === 'PAY-1' ? said : []));

    expect(named(closure.edges)).toEqual(['PAY-1 > PAY-2', 'PAY-2 > PAY-1']);
  });

  it('names what must be read to go on', () => {
    const closure = closureOf('PAY-1', (key) =>
      key === 'PAY-1' ? edges('PAY-1 > PAY-10', 'PAY-1 > PAY-2') : undefined,
    );

    expect(closure.unread).toEqual(['PAY-2', 'PAY-10']);
  });

  it('says what it left out when there are too many', () => {
    const all = edges(
      'PAY-1 > PAY-2',
      'PAY-1 > PAY-3',
      'PAY-2 > PAY-4',
      'PAY-3 > PAY-5',
      'PAY-4 > PAY-6',
    );

    const closure = closureOf('PAY-1', edgesFrom(all), 3);

    expect(closure.issues).toEqual(['PAY-1', 'PAY-2', 'PAY-3']);
    expect(closure.omitted).toEqual(['PAY-4', 'PAY-5']);
    expect(named(closure.edges)).toEqual([
      'PAY-1 > PAY-2',
      'PAY-1 > PAY-3',
      'PAY-2 > PAY-4',
      'PAY-3 > PAY-5',
    ]);
  });

  it('is whole when it is just as large as may be', () => {
    const closure = closureOf('PAY-1', edgesFrom(edges('PAY-1 > PAY-2', 'PAY-2 > PAY-3')), 3);

    expect(closure.omitted).toEqual([]);
  });

  it('stops at 200 issues of an endless chain', () => {
    const closure = closureOf('PAY-1', (key) => {
      const number = Number(key.slice(4));
      return edges(`PAY-${number} > PAY-${number + 1}`);
    });

    expect(closure.issues).toHaveLength(200);
    expect(closure.omitted).toEqual(['PAY-201']);
  });

  it('gives the same for every order of the input, whole or cut', () => {
    const key = fc.integer({ min: 1, max: 12 }).map((number) => `PAY-${number}`);
    const sentence = fc.tuple(key, key).map(([from, to]) => `${from} > ${to}`);

    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 25 }).chain((list) =>
          fc.record({
            list: fc.constant(list),
            shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
            limit: fc.constantFrom(3, 200),
          }),
        ),
        ({ list, shuffled, limit }) => {
          expect(closureOf('PAY-1', edgesFrom(edges(...shuffled)), limit)).toEqual(
            closureOf('PAY-1', edgesFrom(edges(...list)), limit),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
