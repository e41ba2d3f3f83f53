import {
  loosePatchIdentity,
  patchIdentities,
  patchIdentity,
} from '../../../src/domain/presence/patch-identity';
import { generatedDiffs, type GeneratedDiffs } from '../../support/generated-diffs';

const SHA = 'd670460b4b4aece5915caf5c68d12f560a9fe3e4';
const TEXT_CHANGE = `diff --git a/f b/f
index 5626abf..f719efd 100644
--- a/f
+++ b/f
@@ -1 +1 @@
-one
+two
`;

describe('patchIdentity, held against git', () => {
  let made: GeneratedDiffs;
  beforeAll(() => {
    made = generatedDiffs(20_260_105, 3000);
  }, 60_000);
  afterAll(() => {
    made.remove();
  });

  it.each([[['-U3', '-M']], [['--binary', '-M']], [['--no-renames']], [['-U0']], [['-C', '-C']]])(
    'gives what git prints for 3,000 changes with %j',
    (words) => {
      const printed = made.patchIds(...words);

      const wrong = [...made.diffs(...words)].filter(
        ([sha, diff]) => patchIdentity(diff) !== (printed.get(sha) ?? null),
      );

      expect(printed.size).toBeGreaterThan(2000);
      expect(wrong.map(([, diff]) => diff.toString())).toEqual([]);
    },
  );

  it('gives what git prints for the patches of a comparison, one by one', () => {
    const mbox = made.mbox();
    const printed = made.patchIds('-M', '--binary');

    const read = patchIdentities(mbox);

    const wrong = made.shas.filter((sha) => read.get(sha) !== (printed.get(sha) ?? null));
    expect(read.size).toBe(made.shas.length);
    expect(wrong).toEqual([]);
  });

  it.each([['-U1'], ['-U10'], ['-U0']])(
    'finds the same change without context in -U3 and %s',
    (width) => {
      const wide = made.diffs('-U3', '-M');
      const narrow = made.diffs(width, '-M');
      const isSameScript = (sha: string): boolean =>
        changedLines(wide.get(sha)) === changedLines(narrow.get(sha));
      const [same, other] = [
        made.shas.filter(isSameScript),
        made.shas.filter((one) => !isSameScript(one)),
      ];

      const wrong = same.filter(
        (sha) =>
          loosePatchIdentity(wide.get(sha) ?? '') !== loosePatchIdentity(narrow.get(sha) ?? ''),
      );

      expect(wrong).toEqual([]);
      // At -U0 git leaves the common end of two files out of the comparison and may pair other lines.
      expect(other.length / made.shas.length).toBeLessThan(
        width === '-U0' ? 0.03 : Number.MIN_VALUE,
      );
    },
  );

  it('is what git prints for -U0 when context does not count', () => {
    const printed = made.patchIds('-U0', '-M');

    const wrong = [...made.diffs('-U0', '-M')].filter(
      ([sha, diff]) => loosePatchIdentity(diff) !== (printed.get(sha) ?? null),
    );

    expect(wrong.map(([, diff]) => diff.toString())).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no diff', 'Only words\n'],
    ['a message before the diff', `Fix\n\n  it\n---\n f | 2 +-\n\n${TEXT_CHANGE}`],
    ['the signature of a mail', `${TEXT_CHANGE}-- \n2.39.5\n\n`],
    ['carriage returns', TEXT_CHANGE.replaceAll('\n', '\r\n')],
    ['no newline at the end of the text', TEXT_CHANGE.trimEnd()],
    ['a sha in the message', `commit ${SHA}\n\n${SHA}\n${TEXT_CHANGE}`],
    ['the diff of a second commit behind', `${TEXT_CHANGE}\ncommit ${SHA}\n\n${TEXT_CHANGE}`],
    [
      'a binary file without ids before a text',
      `diff --git a/b b/b\nindex 1..2\nBinary files a/b and b/b differ\n${TEXT_CHANGE}`,
    ],
    ['a mode alone', 'diff --git a/f b/f\nold mode 100644\nnew mode 100755\n-- \n2.39.5\n'],
    ['a diff without "git"', TEXT_CHANGE.replace(' --git', '')],
    ['a cut hunk', TEXT_CHANGE.slice(0, -5)],
  ])('gives what git prints for %s', (_, diff) => {
    expect(patchIdentity(diff)).toBe(made.patchId(diff));
  });

  it('keeps bytes apart that are no text', () => {
    const [one, other] = [0xe9, 0xe8].map((byte) =>
      Buffer.from(TEXT_CHANGE.replace('two', String.fromCharCode(byte)), 'latin1'),
    );

    expect(patchIdentity(one ?? '')).not.toBe(patchIdentity(other ?? ''));
  });
});

describe('patchIdentities', () => {
  const mail = (sha: string, body: string): string =>
    `From ${sha} Mon Sep 17 00:00:00 2001\nFrom: Ana <ana@acme.example>\nSubject: [PATCH] x\n\n${body}-- \n2.39.5\n\n`;
  const OTHER = 'c0ffee0b4b4aece5915caf5c68d12f560a9fe3e4';

  it('reads a commit for itself, whatever shas and words its message holds', () => {
    const text = mail(SHA, `diff of two\n\nFrom ${OTHER} on\n${OTHER}\n---\n${TEXT_CHANGE}`);

    expect([...patchIdentities(text)]).toEqual([[SHA, patchIdentity(TEXT_CHANGE)]]);
  });

  it('tells a commit without a diff from one that is not there', () => {
    const read = patchIdentities(mail(SHA, 'empty\n'));

    expect(read.get(SHA)).toBeNull();
    expect(read.has(OTHER)).toBe(false);
  });

  it('reads mails with carriage returns', () => {
    const text = `${mail(SHA, TEXT_CHANGE)}${mail(OTHER, TEXT_CHANGE)}`.replaceAll('\n', '\r\n');

    expect([...patchIdentities(text).values()]).toEqual([
      patchIdentity(TEXT_CHANGE),
      patchIdentity(TEXT_CHANGE),
    ]);
  });
});

/** A diff without its context. */
function changedLines(diff: Buffer | undefined): string {
  return (diff ?? Buffer.of())
    .toString('latin1')
    .split('\n')
    .filter((one) => !/^(?: |@@|\\)/.test(one))
    .join('\n');
}
