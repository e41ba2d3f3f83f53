import { toComparableDiff } from '../../../src/domain/presence/comparable-diff';

const INDEX = `index ${'1'.repeat(40)}..${'2'.repeat(40)} 100644\n`;
const HEAD = 'diff --git a/i b/i\n';
const TEXT = `diff --git a/t b/t\n${INDEX}--- a/t\n+++ b/t\n@@ -1 +1 @@\n-GIT binary patch\n+Binary files x\n`;

describe('toComparableDiff', () => {
  it.each([
    ['its data', `${INDEX}GIT binary patch\nliteral 3\nKcmZQz\n\nliteral 0\nHcmV?d00001\n\n`],
    ['its name', `${INDEX}Binary files a/i and b/i differ\n`],
    ['few digits', 'index 1111111..2222222 100644\nBinary files a/i and b/i differ\n'],
  ])('shows a binary file alike when the host sends %s', (_, file) => {
    expect(toComparableDiff(HEAD + file)).toBe(
      `${HEAD}index 1111111..2222222 100644\nBinary files differ\n`,
    );
  });

  it('leaves text as it is, also beside a binary file', () => {
    const binary = `${HEAD}index 1111111..2222222 100644\nBinary files differ\n`;

    expect(toComparableDiff(TEXT + binary + TEXT)).toBe(TEXT + binary + TEXT);
  });
});
