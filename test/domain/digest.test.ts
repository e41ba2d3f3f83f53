import { digestOf } from '../../src/domain/digest';

describe('digestOf', () => {
  it.each([
    { value: {}, digest: '44136fa355b3678a' },
    { value: { a: 1, b: [true, null] }, digest: '1cc69c7fa23616ca' },
    { value: 'ä', digest: '1e5f2b0a7756f4b4' },
  ])('of $value is the same on every machine', ({ value, digest }) => {
    expect(digestOf(value)).toBe(digest);
  });

  it.each([
    { one: { a: 1, b: 2 }, other: { a: 1, b: 3 } },
    { one: { a: 1, b: 2 }, other: { b: 2, a: 1 } },
    { one: ['a', 'b'], other: ['b', 'a'] },
    { one: null, other: 'null' },
    { one: [], other: {} },
  ])('tells $one from $other', ({ one, other }) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });
});
