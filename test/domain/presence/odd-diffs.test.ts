import { patchIdentities, patchIdentity } from '../../../src/domain/presence/patch-identity';
import { readWholeDiff } from '../../../src/domain/presence/whole-diff';
import { generatedDiffs, type GeneratedDiffs } from '../../support/generated-diffs';

const [OLD, NEW] = [
  '5626abf0f72e58d7a153368ba57db4c673c0e171',
  'f719efd430d52bcfc8566a43b2eb655688d38871',
];
const TEXT = ['--- a/f', '+++ b/f', '@@ -1,2 +1,2 @@', ' kept', '-one', '+two', ''].join('\n');
const file = (header: string, body = TEXT): string => `diff --git a/f b/f\n${header}\n${body}`;
const LITERAL = ['GIT binary patch', 'literal 5', 'McmZSh&&3D00062', '', 'literal 5', 'x', '', ''];

/** Form, and a diff as git and hosts print it. */
const ODD: readonly (readonly [string, string])[] = [
  ['short blob ids', file('index 5626abf..f719efd 100644')],
  ['full blob ids', file(`index ${OLD}..${NEW} 100644`)],
  ['no blob ids', file('').replace('\n\n', '\n')],
  [
    'a submodule that moved',
    file(
      `index ${OLD}..${NEW} 160000`,
      `--- a/f\n+++ b/f\n@@ -1 +1 @@\n-Subproject commit ${OLD}\n+Subproject commit ${NEW}\n`,
    ),
  ],
  [
    'a submodule in words, as `--submodule=log` prints it',
    'Submodule lib 5626abf..f719efd:\n  > Fix\n',
  ],
  [
    'a symbolic link',
    file(
      'new file mode 120000\nindex 0000000..f719efd',
      '--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+../target\n\\ No newline at end of file\n',
    ),
  ],
  [
    'a file that became a link',
    `${file('deleted file mode 100644\nindex 5626abf..0000000', '--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n')}${file(
      'new file mode 120000\nindex 0000000..f719efd',
      '--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+one\n\\ No newline at end of file\n',
    )}`,
  ],
  ['a mode alone', 'diff --git a/f b/f\nold mode 100644\nnew mode 100755\n'],
  ['a mode and a text', file('old mode 100644\nnew mode 100755\nindex 5626abf..f719efd')],
  [
    'a mode before another file',
    `diff --git a/e b/e\nold mode 100644\nnew mode 100755\n${file('index 5626abf..f719efd 100644')}`,
  ],
  [
    'no newline at the old end',
    file(
      'index 5626abf..f719efd 100644',
      TEXT.replace('-one\n', '-one\n\\ No newline at end of file\n'),
    ),
  ],
  [
    'no newline at the new end',
    file('index 5626abf..f719efd 100644', `${TEXT}\\ No newline at end of file\n`),
  ],
  [
    'no newline, told in another language',
    file('index 5626abf..f719efd 100644', `${TEXT}\\ Kein Zeilenumbruch am Dateiende.\n`),
  ],
  [
    'carriage returns in the file',
    file('index 5626abf..f719efd', TEXT.replaceAll(/(one|two)/g, '$1\r')),
  ],
  ['carriage returns everywhere', file('index 5626abf..f719efd').replaceAll('\n', '\r\n')],
  [
    'a quoted path',
    file('index 5626abf..f719efd 100644').replaceAll(/([ab])\/f/g, '"$1/caf\\303\\251.txt"'),
  ],
  [
    'a path that is not quoted',
    file('index 5626abf..f719efd').replaceAll(/([ab])\/f/g, '$1/café.txt'),
  ],
  ['a path with blanks', file('index 5626abf..f719efd').replaceAll(/([ab])\/f/g, '$1/two words')],
  ['a path without prefix', file('index 5626abf..f719efd').replaceAll(/[ab]\/f/g, 'f')],
  ['a renamed file', 'diff --git a/f b/g\nsimilarity index 100%\nrename from f\nrename to g\n'],
  ['an empty new file', 'diff --git a/f b/f\nnew file mode 100644\nindex 0000000..e69de29\n'],
  [
    'a binary file in words',
    file('index 5626abf..f719efd 100644', 'Binary files a/f and b/f differ\n'),
  ],
  [
    'a binary file in words with full ids',
    file(`index ${OLD}..${NEW} 100644`, 'Binary files a/f and b/f differ\n'),
  ],
  ['a binary file as a patch', file(`index ${OLD}..${NEW} 100644`, LITERAL.join('\n'))],
  [
    'a binary file before a text',
    `${file(`index ${OLD}..${NEW}`, LITERAL.join('\n'))}${file('index 5626abf..f719efd')}`,
  ],
  ['a hunk that is named', file('index 5626abf..f719efd', TEXT.replace('@@\n', '@@ int main()\n'))],
  ['a blank line of context that lost its blank', file('index 1..2', TEXT.replace(' kept', ''))],
];

/** Of merges; no host sends them, for each compares with one parent. */
const COMBINED: readonly (readonly [string, string])[] = [
  ['a combined diff of two parents', combined('@@@ -1,2 -1,2 +1,2 @@@', 'cc')],
  ['a combined diff of three parents', combined('@@@@ -1,2 -1,2 -1,2 +1,2 @@@@', 'cc')],
  ['a combined diff in the other form', combined('@@@ -1,2 -1,2 +1,2 @@@', 'combined')],
  [
    'a combined diff before another file',
    `${combined('@@@ -1,2 -1,2 +1,2 @@@', 'cc')}${file('index 5626abf..f719efd')}`,
  ],
];

function combined(hunk: string, word: string): string {
  return `diff --${word} f\nindex 5626abf,1111111..f719efd\n--- a/f\n+++ b/f\n${hunk}\n  kept\n- one\n -uno\n++two\n`;
}

describe('patchIdentity of odd diffs, held against git', () => {
  let git: GeneratedDiffs;
  beforeAll(() => {
    git = generatedDiffs(1, 1);
  });
  afterAll(() => {
    git.remove();
  });

  it.each([...ODD, ...COMBINED])('gives what git prints for %s', (_, diff) => {
    expect(patchIdentity(diff)).toBe(git.patchId(diff));
  });

  it.each([...ODD, ...COMBINED])('gives it for %s behind another file', (_, diff) => {
    const both = `${file('index 5626abf..f719efd 100644').replaceAll('/f', '/first')}${diff}`;

    expect(patchIdentity(both)).toBe(git.patchId(both));
  });

  it.each(ODD)('gives it for %s in a mail', (_, diff) => {
    const mail = `From ${NEW} Mon Sep 17 00:00:00 2001\nSubject: [PATCH] x\n\n---\n f | 2 +-\n\n${diff}-- \n2.39.5\n\n`;

    expect([...patchIdentities(mail).values()]).toEqual([git.patchId(mail)]);
  });

  it.each(COMBINED)(
    'never takes %s for a whole diff: git tells two of them apart by name only',
    (_, diff) => {
      expect(git.patchId(diff)).toBe(git.patchId(diff.replace('++two', '++three')));
      expect(readWholeDiff(diff)).toMatchObject({ diff: '', files: 0, rest: diff });
    },
  );

  it('tells binary files apart by their ids alone', () => {
    const binary = (to: string): string =>
      file(`index ${OLD}..${to} 100644`, 'Binary files a/f and b/f differ\n');

    expect(patchIdentity(binary(NEW))).not.toBe(patchIdentity(binary(OLD)));
  });
});
