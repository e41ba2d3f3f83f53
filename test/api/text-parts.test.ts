import { textPart } from '../../src/api/text-parts';

const partsOf = (text: string, mostBytes: number): string[] =>
  Array.from({ length: textPart(text, 1, mostBytes).of }, (_, index) =>
    textPart(text, index + 1, mostBytes),
  ).map((part) => part.text);

describe('textPart', () => {
  it.each<[string, string, number, string[]]>([
    ['is empty', '', 4, ['']],
    ['fits', 'abcd', 4, ['abcd']],
    ['is one character longer', 'abcde', 4, ['abcd', 'e']],
    ['has quotes, which JSON escapes', 'a"b"', 4, ['a"b', '"']],
    ['has characters of two bytes', 'éé é', 4, ['éé', ' é']],
    ['has characters of four bytes', '😀😀', 6, ['😀', '😀']],
    ['has one character that is larger than a part', '😀', 2, ['😀']],
    ['has half a character', 'ab\ud800', 7, ['ab', '\ud800']],
  ])('cuts a text that %s', (_, text, mostBytes, parts) => {
    expect(partsOf(text, mostBytes)).toEqual(parts);
  });

  it('keeps each part of a large text below 400 KB on its way', () => {
    const text = 'Größe "😀"\n\u2028'.repeat(100_000);

    const first = textPart(text, 1);
    const all = Array.from({ length: first.of }, (_, index) => textPart(text, index + 1));

    expect(all.map((part) => part.text).join('')).toBe(text);
    for (const part of all) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(400_000);
  });

  it('tells what the parts are of, and gives the last part for one that is not there', () => {
    const hash = '88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589';

    expect(textPart('abcd', 9, 2)).toEqual({ text: 'cd', part: 2, of: 2, hash });
  });
});
