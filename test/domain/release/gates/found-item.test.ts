import { distinctItems, foundItem } from '../../../../src/domain/release/gates/found-item';

describe('foundItem', () => {
  it('is the same in other words, and another of another kind', () => {
    const item = foundItem(['PAY-1'], { code: 'x', text: 'One.' });

    expect(foundItem(['PAY-1'], { code: 'x', text: 'Two.' }).id).toBe(item.id);
    expect(foundItem(['PAY-1'], { code: 'y', text: 'One.' }).id).not.toBe(item.id);
    expect(foundItem(['PAY-2'], { code: 'x', text: 'One.' }).id).not.toBe(item.id);
  });

  it('is told once, in the first words', () => {
    const [one, two] = ['One.', 'Two.'].map((text) => foundItem([], { code: 'x', text }));

    expect(distinctItems([one, two].flatMap((item) => item ?? []))).toMatchObject([
      { text: 'One.' },
    ]);
  });
});
