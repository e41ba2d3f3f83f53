import type { Commit } from '../../src/domain/commit';
import type { Stage } from './host-under-test';
import type { GitRepository } from '../support/git-repository';

const FORMAT = '%H%x00%P%x00%T%x00%an%x00%ad%x00%cd%x00%B%x01';
const DATE = '--date=format-local:%Y-%m-%dT%H:%M:%SZ';

/** The commits reachable from a ref as git itself lists them, without the last line end. */
function gitCommits(git: GitRepository, ref: string): Commit[] {
  const text = git.git('log', DATE, `--format=${FORMAT}`, ref);
  return text
    .split('\u0001')
    .map((entry) => entry.trimStart())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [
        sha = '',
        parents = '',
        tree = '',
        author = '',
        authoredAt = '',
        committedAt = '',
        message = '',
      ] = entry.split('\0');
      return {
        sha,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        message: message.trimEnd(),
        author,
        authoredAt,
        committedAt,
        tree,
      };
    });
}

/** As `gitCommits`, without what this host does not tell. */
export const toldCommits = (
  { tells }: { tells: Pick<Stage['tells'], 'trees'> },
  git: GitRepository,
  ref: string,
): Commit[] =>
  gitCommits(git, ref).map((commit) => (tells.trees ? commit : { ...commit, tree: null }));
