import { loosePatchIdentity, patchIdentity } from '../../../src/domain/presence/patch-identity';
import { reverseDiff } from '../../../src/domain/presence/reverse-diff';
import { generatedDiffs } from '../../support/generated-diffs';

/** The changes of each file, without what is the same read from both ends: one line for each changed line. */
const bothWays = (file: string): string =>
  file
    .split('\n')
    .filter((one) => /^[-+ ]/.test(one) && !/^(?:---|\+\+\+) /.test(one))
    .map((one) => (one.startsWith(' ') ? one : one.slice(1)))
    .toSorted()
    .join('\n');

/** Each file of a diff for itself: git gives them in another order the other way round. */
const files = (diff: Buffer | undefined): string[] =>
  diff?.toString('latin1').split(/^(?=diff --git )/m) ?? [];

const identities = (diffs: readonly string[]): string[] =>
  diffs.map((one) => `${patchIdentity(one) ?? ''} ${loosePatchIdentity(one) ?? ''}`).toSorted();

describe('reverseDiff', () => {
  it('gives what git diff -R prints, for 2,000 changes', () => {
    const made = generatedDiffs(7, 2000);
    const forth = made.diffs('-M');
    const back = made.diffs('-M', '-R', '--src-prefix=b/', '--dst-prefix=a/');
    made.remove();
    // Between equal lines git may choose others on the way back.
    const isSameScript = (sha: string): boolean => {
      const [one, other] = [forth, back].map((diffs) =>
        files(diffs.get(sha)).map(bothWays).toSorted(),
      );
      return JSON.stringify(one) === JSON.stringify(other);
    };

    const compared = made.shas.filter(isSameScript);
    const wrong = compared.filter((sha) => {
      const own = files(forth.get(sha)).map((file) => reverseDiff(file) ?? '');
      return identities(own).join() !== identities(files(back.get(sha))).join();
    });

    expect(compared.length / made.shas.length).toBeGreaterThan(0.8);
    expect(wrong.map((sha) => [forth.get(sha)?.toString(), back.get(sha)?.toString()])).toEqual([]);
  }, 60_000);

  it('knows no way back from a copy', () => {
    expect(reverseDiff('diff --git a/x b/y\ncopy from x\ncopy to y\n')).toBeNull();
  });

  it.each([
    ['nothing', '', ''],
    ['a mode', 'old mode 100644\nnew mode 100755\n', 'old mode 100755\nnew mode 100644\n'],
    ['blob ids', 'index 1111111..2222222 100644\n', 'index 2222222..1111111 100644\n'],
  ])('turns %s round', (_, header, reversed) => {
    expect(reverseDiff(`diff --git a/x b/x\n${header}`)).toBe(`diff --git a/x b/x\n${reversed}`);
  });
});
