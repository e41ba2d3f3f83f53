import { canonicalHash, canonicalText, hashOfSet } from '../../src/domain/canonical';

describe('canonicalText', () => {
  it.each([
    { value: { b: 1, a: [2, 1] }, text: '{"a":[2,1],"b":1}' },
    { value: { a: [2, 1], b: 1 }, text: '{"a":[2,1],"b":1}' },
    { value: { a: 'x\ud800y' }, text: '{"a":"x\ufffdy"}' },
    { value: { a: '😀' }, text: '{"a":"😀"}' },
    { value: null, text: 'null' },
  ])('of $value is $text', ({ value, text }) => {
    expect(canonicalText(value)).toBe(text);
  });
});

describe('hashOfSet', () => {
  const known = hashOfSet([{ b: 1, a: 2 }, { a: 1 }]);

  it.each([
    { when: 'the order differs', items: [{ a: 1 }, { b: 1, a: 2 }], same: true },
    { when: 'an item is told twice', items: [{ a: 1 }, { a: 2, b: 1 }, { a: 1 }], same: true },
    { when: 'an item lacks', items: [{ a: 1 }], same: false },
    { when: 'an item differs', items: [{ a: 1 }, { a: 2, b: 2 }], same: false },
  ])('is the same when $when: $same', ({ items, same }) => {
    expect(hashOfSet(items) === known).toBe(same);
  });
});

describe('canonicalHash', () => {
  it('is the sha256 of the text', () => {
    expect(canonicalHash({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});
