/** Answers whether a project with this key (upper-case) exists on the site, under its present or an old key. */
export type IsProjectKey = (projectKey: string) => boolean;

/** An issue key and where it stands: `text.slice(start, end)` is the key as written. */
export type LocatedKey = { key: string; start: number; end: number };

/**
 * A letter, then letters or digits, `-`, a number without leading zero. The neighbours are neither
 * letters nor digits of any script (`é` written as `e` and an accent is a letter, too), so
 * `XPAY-1`, `PAY-1a` and `éPAY-1` hold none; `_`, `-`, `.` and `/` are fine neighbours:
 * `feature/PAY-12_fix`, `PAY-12-13` (PAY-12), `PAY-12/PAY-13`.
 */
const KEY = /(?<![\p{L}\p{N}]\p{Mn}*)([A-Za-z][A-Za-z0-9]+)-([1-9][0-9]*)(?![\p{L}\p{N}])/gu;

/** Every key of an existing project in a text, in order, repetitions included. */
export function locateIssueKeys(text: string, isProjectKey: IsProjectKey): LocatedKey[] {
  return [...text.matchAll(KEY)]
    .filter(([, project = '']) => isProjectKey(project.toUpperCase()))
    .map(({ 0: written, index }) => ({
      key: written.toUpperCase(),
      start: index,
      end: index + written.length,
    }));
}

/** The distinct keys of existing projects in a text, upper-case, in order of appearance; all of them. */
export function findIssueKeys(text: string, isProjectKey: IsProjectKey): string[] {
  return [...new Set(locateIssueKeys(text, isProjectKey).map(({ key }) => key))];
}
