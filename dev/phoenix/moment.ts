import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { readTruth, REPOSITORIES } from './data-files';

/** A line and the commit that it stood at. */
type End = { line: string; sha: string };

/** One comparison of the truth file: what is on one line of a repository, and what of it the other has. */
export type Moment = { name: string; repository: string; from: End; to: End };

/** Branch names, apart from the tags of the same lines. */
export const MOMENT_BRANCHES = { from: 'from', to: 'to' } as const;

/** The moments of the truth file by their names: `5.2.1`, `5.2.1@half`, `5.2.1-in-5.1`. */
export function readMoments(data: string): Map<string, Moment> {
  const { releases } = readTruth(join(data, 'truth.json'));
  return new Map(
    Object.entries(releases).flatMap(([name, { targets }]) =>
      Object.entries(targets).flatMap(([repository, { target, sources }]) =>
        Object.entries(sources).map(([line, sha]): [string, Moment] => [
          name,
          {
            name,
            repository,
            from: { line, sha },
            to: { line: lineOf(name), sha: target },
          },
        ]),
      ),
    ),
  );
}

/** Of `5.2.1-in-5.1` the line that it is held against. */
const lineOf = (moment: string): string =>
  (moment.split('-in-').at(-1) ?? moment).replace('@', '-');

/** Clones the repository of a moment with two branches: what stood on either line then. */
export function cloneAt(moment: Moment, data: string, folder: string): void {
  if (!REPOSITORIES.some((one) => one === moment.repository)) {
    throw new Error(`There is no bundle of ${moment.repository}.`);
  }
  const git = (...words: string[]): string =>
    execFileSync('git', ['--git-dir', folder, ...words], { encoding: 'utf8' });
  const bundle = join(data, `${moment.repository}.bundle`);
  execFileSync('git', ['clone', '--quiet', '--bare', bundle, folder]);
  const old = git('for-each-ref', '--format=%(refname)', 'refs/heads').trim().split('\n');
  git('update-ref', `refs/heads/${MOMENT_BRANCHES.from}`, moment.from.sha);
  git('update-ref', `refs/heads/${MOMENT_BRANCHES.to}`, moment.to.sha);
  git('symbolic-ref', 'HEAD', `refs/heads/${MOMENT_BRANCHES.from}`);
  for (const ref of old) git('update-ref', '-d', ref);
}
