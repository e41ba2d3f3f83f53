import type { GitReader } from '../git/git-reader';
import { Problem } from './problem';

/** Gitaly takes no revision that git could take for an option or for a path in a tree. */
function check(revision: string): void {
  if (/^-|[\s:\0]/.test(revision)) throw new Problem(400, 'ref_name is invalid');
}

/** A branch, tag or sha, or the nth parent of one: `main`, `1a2b3c^1`. */
async function resolvePoint(git: GitReader, point: string): Promise<string | undefined> {
  const [, name = '', nth] = /^(.*?)(?:\^(\d?))?$/s.exec(point) ?? [];
  const sha = await git.resolve(name === '' ? 'HEAD' : name);
  if (nth === undefined || sha === undefined) return sha;
  const [commit] = await git.commits([sha]);
  return commit?.parents[(nth === '' ? 1 : Number(nth)) - 1];
}

/**
 * The commits that a `ref_name` lists, in the order of `git log`: from one point, or of a range
 * `from..to`. What names nothing lists nothing.
 *
 * Source: https://docs.gitlab.com/api/commits/#list-repository-commits (`ref_name`), Gitaly's FindCommits: "We expect
 *         this error to be caused by non-existing references. In that case, we just log the error and send no commits"
 */
export async function listRevision(
  git: GitReader,
  revision: string,
  path: string | undefined,
): Promise<readonly string[]> {
  check(revision);
  const [from, to] = revision.split(/\.\.(?!\.)/);
  if (to === undefined) {
    const sha = await resolvePoint(git, revision);
    return sha === undefined ? [] : git.history(sha, path);
  }
  const [base, head] = await Promise.all([resolvePoint(git, from ?? ''), resolvePoint(git, to)]);
  return base === undefined || head === undefined ? [] : git.range(base, head);
}
