/** How the header lines of a diff read the other way round; the first form that matches counts. */
const HEADERS: readonly [RegExp, (groups: string[]) => string][] = [
  [/^new file (mode .*)$/s, ([mode = '']) => `deleted file ${mode}`],
  [/^deleted file (mode .*)$/s, ([mode = '']) => `new file ${mode}`],
  [
    /^index ([0-9a-f]+)\.\.([0-9a-f]+)(.*)$/s,
    ([a = '', b = '', mode = '']) => `index ${b}..${a}${mode}`,
  ],
];
const PAIRS: readonly [first: string, second: string][] = [
  ['old mode ', 'new mode '],
  ['rename from ', 'rename to '],
  ['--- ', '+++ '],
];
const HUNK = /^@@ -(\S+) \+(\S+) @@/;
const DIFF_START = /^(?=diff --git )/m;

/**
 * The diff that undoes a diff, as `git diff -R` prints it up to hunk headers, markers of missing
 * newlines and the data of binary files; `null` when it copies a file, for what undoes a copy is
 * not in the text.
 */
export function reverseDiff(diff: string): string | null {
  if (/^copy from /m.test(diff)) return null;
  return diff
    .split(DIFF_START)
    .filter((file) => file.startsWith('diff --git '))
    .map(reverseFile)
    .join('');
}

function reverseFile(file: string): string {
  const lines = (file.endsWith('\n') ? file.slice(0, -1) : file).split('\n');
  const hunk = lines.findIndex((line) => line.startsWith('@@ -'));
  const head = hunk === -1 ? lines : lines.slice(0, hunk);
  const hunks = hunk === -1 ? [] : reverseHunks(lines.slice(hunk));
  return `${[...reverseHeader(head), ...hunks].join('\n')}\n`;
}

function reverseHeader(lines: readonly string[]): string[] {
  const reversed = lines.map((line) => {
    const [form, read] = HEADERS.find(([one]) => one.test(line)) ?? [];
    return form && read ? read((form.exec(line) ?? []).slice(1)) : line;
  });
  for (const [first, second] of PAIRS) swapPair(reversed, first, second);
  const from = reversed
    .find((line) => line.startsWith('rename from '))
    ?.slice('rename from '.length);
  const to = reversed.find((line) => line.startsWith('rename to '))?.slice('rename to '.length);
  if (from !== undefined && to !== undefined) {
    reversed[0] = `diff --git ${withPrefix('a/', from)} ${withPrefix('b/', to)}`;
  }
  return reversed;
}

function swapPair(lines: string[], first: string, second: string): void {
  const above = lines.findIndex((line) => line.startsWith(first));
  const below = lines.findIndex((line) => line.startsWith(second));
  const [before, after] = [lines[above], lines[below]];
  if (before === undefined || after === undefined) return;
  const isName = first === '--- ';
  lines[above] = first + (isName ? toSide('a/', after.slice(4)) : after.slice(second.length));
  lines[below] = second + (isName ? toSide('b/', before.slice(4)) : before.slice(first.length));
}

/** `a/x` becomes `b/x` where a side is named at all. */
function toSide(prefix: string, name: string): string {
  return name.replace(/^("?)[ab]\//, `$1${prefix}`);
}

/** Git quotes a name with its prefix: `"a/caf\303\251"`. */
function withPrefix(prefix: string, name: string): string {
  return name.startsWith('"') ? `"${prefix}${name.slice(1)}` : prefix + name;
}

const reverseHead = (line: string): string => line.replace(HUNK, '@@ -$2 +$1 @@');

/** Within each block of changed lines those taken away come first. */
function reverseHunks(lines: readonly string[]): string[] {
  const reversed: string[] = [];
  let taken: string[] = [];
  let added: string[] = [];
  for (const line of [...lines, '']) {
    if (line.startsWith('-')) added.push(`+${line.slice(1)}`);
    else if (line.startsWith('+')) taken.push(`-${line.slice(1)}`);
    else if (!line.startsWith('\\')) {
      reversed.push(...taken, ...added, line.startsWith('@@') ? reverseHead(line) : line);
      taken = [];
      added = [];
    }
  }
  return reversed.slice(0, -1);
}
