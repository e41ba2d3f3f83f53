import { isCut, toUnifiedDiff } from '../../../src/adapters/gitlab/unified-diff';
import type { GitLabDiff } from '../../../src/adapters/gitlab/schema';

const file = (more: Partial<GitLabDiff> = {}): GitLabDiff => ({
  old_path: 'x',
  new_path: 'x',
  a_mode: '100644',
  b_mode: '100644',
  new_file: false,
  renamed_file: false,
  deleted_file: false,
  diff: '@@ -1 +1 @@\n-a\n+b\n',
  ...more,
});
const WHOLE = { collapsed: false, too_large: false };

describe('isCut', () => {
  it.each([
    ['text', {}, false],
    ['a binary file', { diff: 'Binary files a/x and b/x differ\n' }, false],
    ['a file that only moved', { diff: '', renamed_file: true }, false],
    ['another mode alone', { diff: '', b_mode: '100755' }, false],
    [
      'an empty new file of which GitLab says that it is whole',
      { diff: '', new_file: true, ...WHOLE },
      false,
    ],
    ['an empty new file of which GitLab says nothing', { diff: '', new_file: true }, true],
    ['nothing', { diff: '', ...WHOLE }, true],
    ['what is collapsed', { collapsed: true }, true],
    ['what is too large', { too_large: true }, true],
    ['bytes that were replaced', { diff: '@@ -1 +1 @@\n-\ufffd\n+b\n' }, true],
    ['a broken encoding', { diff: '--broken encoding: binary' }, true],
  ])('of %s', (_, more, expected) => {
    expect(isCut(file(more))).toBe(expected);
  });
});

describe('toUnifiedDiff', () => {
  it('names files as git quotes them', () => {
    const diff = toUnifiedDiff(file({ old_path: 'é "\t', new_path: 'é "\t' }), undefined);

    expect(diff).toBe(
      String.raw`diff --git "a/\303\251 \"\t" "b/\303\251 \"\t"
--- "a/\303\251 \"\t"
+++ "b/\303\251 \"\t"
@@ -1 +1 @@
-a
+b
`,
    );
  });

  it('keeps the names of older GitLabs out of the hunks', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n';

    expect(toUnifiedDiff(file({ diff }), undefined)).toBe(`diff --git a/x b/x\n${diff}`);
  });

  it('tells two binary changes of one file apart by their blobs', () => {
    const binary = file({ diff: 'Binary files a/x and b/x differ\n' });

    const [one, other] = ['b', 'c'].map((after) => toUnifiedDiff(binary, { before: 'a', after }));

    expect(one).toBe('diff --git a/x b/x\nindex a..b 100644\nBinary files differ\n');
    expect(other).toBe('diff --git a/x b/x\nindex a..c 100644\nBinary files differ\n');
  });
});
