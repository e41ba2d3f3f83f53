import { parseRepositoryId, type RepositoryId } from './repository';

/** A repository and the address of its page; `null` where nobody knows it. */
export type Linked = { repository: RepositoryId; url: string | null };

/**
 * The page of a commit.
 *
 * Source: https://docs.github.com/en/repositories/working-with-files/using-files/getting-permanent-links-to-files,
 *         https://docs.gitlab.com/development/routing/ (`/-/` before what is in a project)
 */
export const commitUrl = (linked: Linked, sha: string): string | null =>
  pageIn(linked, `commit/${sha}`);

/** The page of a branch. A name may hold `#` and `?`; its slashes stay. */
export const branchUrl = (linked: Linked, branch: string): string | null =>
  pageIn(linked, `tree/${branch.split('/').map(encodeURIComponent).join('/')}`);

/** `#12`, and `!12` on GitLab. */
export const pullRequestNumber = (repository: RepositoryId, number: number): string =>
  `${isGitLab(repository) ? '!' : '#'}${number}`;

function pageIn({ repository, url }: Linked, page: string): string | null {
  return url && `${url}/${isGitLab(repository) ? '-/' : ''}${page}`;
}

const isGitLab = (repository: RepositoryId): boolean =>
  parseRepositoryId(repository)?.provider === 'gitlab';
