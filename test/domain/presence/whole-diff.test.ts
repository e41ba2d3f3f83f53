import { readWholeDiff } from '../../../src/domain/presence/whole-diff';

const TEXT =
  'diff --git a/x b/x\nindex 111..222 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n one\n-two\n+2\n+3\n@@ -9 +10 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n';
const NEW_EMPTY = 'diff --git a/e b/e\nnew file mode 100644\nindex 0000000..e69de29\n';
const MODE = 'diff --git a/m b/m\nold mode 100644\nnew mode 100755\n';
const MOVED = 'diff --git a/o b/p\nsimilarity index 100%\nrename from o\nrename to p\n';
const NAMED = 'diff --git a/i b/i\nindex 111..222 100644\nBinary files a/i and b/i differ\n';
const BINARY =
  'diff --git a/i b/i\nindex 111..222 100644\nGIT binary patch\nliteral 3\nKcmZQz\n\nliteral 0\nHcmV?d00001\n\n';

describe('readWholeDiff', () => {
  it('counts files and lines, and hands back what stands behind', () => {
    expect(readWholeDiff(`${TEXT}${MODE}-- \n2.39.5\n`)).toEqual({
      diff: TEXT + MODE,
      rest: '-- \n2.39.5\n',
      files: 2,
      insertions: 3,
      deletions: 2,
    });
  });

  it.each([
    ['a new empty file', NEW_EMPTY],
    ['a mode', MODE],
    ['a name', MOVED],
    ['a binary file by name', NAMED],
    ['a binary file with its data', BINARY],
    ['nothing', ''],
  ])('is whole with %s', (_, diff) => {
    expect(readWholeDiff(diff)).toMatchObject({ diff, rest: '', insertions: 0, deletions: 0 });
  });

  it('counts a file that became a link once', () => {
    const gone = TEXT.replace('index', 'deleted file mode 100644\nindex');

    expect(readWholeDiff(gone + TEXT)).toMatchObject({ files: 1, rest: '' });
  });

  it.each([
    ['within a line', TEXT.slice(0, -40)],
    ['within a hunk', TEXT.slice(0, TEXT.indexOf('+3'))],
    ['before the hunks', TEXT.slice(0, TEXT.indexOf('@@'))],
    ['in the first line', 'diff --git a/x b/x'],
    ['behind the first line', 'diff --git a/x b/x\n'],
    ['within binary data', BINARY.slice(0, BINARY.indexOf('\n\nliteral') + 1)],
    ['between two blocks of binary data', BINARY.slice(0, BINARY.indexOf('literal 0'))],
  ])('is none when it breaks off %s', (_, diff) => {
    expect(readWholeDiff(diff)).toBeNull();
  });

  it.each(['@@ -1,9 +1,9 @@\n one\n', '@@ broken @@\n one\n', '@@ -1 +1,3 @@\n one\n two\n'])(
    'is none when a hunk is not as long as it says: %s',
    (hunk) => {
      expect(readWholeDiff(`diff --git a/x b/x\nindex 1..2 100644\n${hunk}`)).toBeNull();
    },
  );
});
