import type { JudgedBundle } from './judged-issue';

/** Whether somebody wrote a commit of the bundle; git knows names, so case and spaces do not count. */
export const isAuthorOf = (bundle: Pick<JudgedBundle, 'issues'>, displayName: string): boolean =>
  ownCommits(bundle, displayName).length > 0;

/** Issues with commits that somebody wrote. */
export function ownCommits(
  { issues }: Pick<JudgedBundle, 'issues'>,
  displayName: string,
): { key: string; sha: string }[] {
  const name = plain(displayName);
  return issues.flatMap(({ key, changes }) =>
    changes.flatMap(({ commits }) =>
      commits.filter(({ author }) => plain(author) === name).map(({ sha }) => ({ key, sha })),
    ),
  );
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
