import { toDiffFact } from '../../../src/domain/presence/diff-fact';

const file = (header: string, hunks = ''): string => `diff --git a/x b/x\n${header}${hunks}`;
const HUNKS = '--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n one\n-two\n+2\n+3\n';

describe('toDiffFact', () => {
  it.each([
    [
      'a changed file',
      file('index 111..222 100644\n', HUNKS),
      { path: 'x', before: '111', after: '222', mode: '100644' },
    ],
    [
      'a new empty file',
      file('new file mode 100755\nindex 0000000..222\n'),
      { path: 'x', before: null, after: '222', mode: '100755' },
    ],
    [
      'a deleted file',
      file('deleted file mode 100644\nindex 111..0000000\n'),
      { path: 'x', before: '111', after: null, mode: null },
    ],
    [
      'a mode alone',
      file('old mode 100644\nnew mode 100755\n'),
      { path: 'x', before: 'unread', after: 'unread', mode: '100755' },
    ],
    [
      'a binary file',
      file('index 111..222 100644\nBinary files a/x and b/x differ\n'),
      { path: 'x', before: '111', after: '222', mode: '100644' },
    ],
  ])('reads the paths of %s', (_, diff, path) => {
    expect(toDiffFact(diff).paths).toEqual([path]);
  });

  it('tells the same lines in files of other names, with other lines around them', () => {
    const other = file('index 333..444 100644\n', HUNKS)
      .replace(/([ab])\/x/g, '$1/y')
      .replace('\n one\n', '\n un\n');
    const own = toDiffFact(file('index 111..222 100644\n', HUNKS));

    expect(toDiffFact(other).linesId).toBe(own.linesId);
    expect(toDiffFact(other).loosePatchId).not.toBe(own.loosePatchId);
    expect(toDiffFact(other.replace('+3', '+4')).linesId).not.toBe(own.linesId);
    expect(toDiffFact(file('old mode 100644\nnew mode 100755\n')).linesId).toBeNull();
  });

  it('reads both paths of a moved file, quoted ones too', () => {
    const diff =
      'diff --git "a/caf\\303\\251" b/b c\nsimilarity index 100%\nrename from "caf\\303\\251"\nrename to b c\n';

    expect(toDiffFact(diff).paths).toEqual([
      { path: 'b c', before: null, after: 'unread', mode: null },
      { path: 'café', before: 'unread', after: null, mode: null },
    ]);
  });

  it('counts by how many lines a diff grows', () => {
    expect(toDiffFact(file('index 111..222 100644\n', HUNKS)).growth).toBe(1);
  });

  it('knows the patch that undoes a move beside a change, whose files git prints in another order', () => {
    const moved =
      'diff --git a/alpha.txt b/mark c1\nsimilarity index 100%\nrename from alpha.txt\nrename to mark c1\n';
    const changed = [
      String.raw`diff --git "a/g\303\244mma/\303\274.txt" "b/g\303\244mma/\303\274.txt"`,
      'index 6ef8a7b..0fc09ea 100644',
      String.raw`--- "a/g\303\244mma/\303\274.txt"`,
      String.raw`+++ "b/g\303\244mma/\303\274.txt"`,
      '@@ -33,4 +33,5 @@',
      ' 2 4 gap 4\n 2 4 gap 5\n 2 4 gap 6\n+mark c2\n 2 end\n',
    ].join('\n');

    // What git patch-id --stable prints for the commit that undoes this one.
    expect(toDiffFact(changed + moved).inverseId).toBe('fe1c44c61449e2b34cb3097fc7cbeb599a9ddcb7');
  });

  it('is empty for an empty diff', () => {
    expect(toDiffFact('')).toMatchObject({ patchId: null, inverseId: null, paths: [], growth: 0 });
  });
});
