import { readTruth, REPOSITORIES } from './data-files';
import type { Truth } from './data-files';

/** What git says of one issue, worked out without this app. A commit is `repository sha`. */
export type IssueTruth = {
  /** Changes of the issue that are no reverts. */
  owns: Set<string>;
  /** Reverts of such changes. */
  reverts: Set<string>;
  /** Commits that only speak of it. */
  mentions: Set<string>;
  /** Where the file says all that there is: what `head` reaches and `without` does not. */
  scanned: { repository: string; head: string; without: string | null }[];
};

type Release = Truth['releases'][string];
type TruthIssue = Release['tickets'][string];
type Found = { repository: string; sha: string; where: string; revert: boolean };

/** The issues of a truth file by key, over all its releases, lines and ranges. */
export function truthOf(file: string): Map<string, IssueTruth> {
  const truth = readTruth(file);
  const issues = new Map<string, IssueTruth>();
  for (const release of Object.values(truth.releases)) {
    const scanned = scannedBy(truth, release);
    for (const [key, issue] of Object.entries(release.tickets)) {
      const known = issues.get(key) ?? nothingKnown();
      issues.set(key, known);
      known.scanned.push(...scanned);
      commitsOf(issue).forEach((found) => {
        add(known, found);
      });
    }
  }
  return issues;
}

const nothingKnown = (): IssueTruth => ({
  owns: new Set(),
  reverts: new Set(),
  mentions: new Set(),
  scanned: [],
});

/** Commits in the range of the release, on the lines it is held against, and in other repositories. */
function commitsOf({ range_commits, lines, sibling_repos }: TruthIssue): Found[] {
  const own = [...range_commits, ...Object.values(lines).flatMap(({ commits }) => commits)];
  return [
    ...own.map(({ repo, ...commit }) => ({ repository: repo, ...commit })),
    ...Object.entries(sibling_repos).flatMap(([repository, commits]) =>
      commits.map((commit) => ({ repository, ...commit })),
    ),
  ];
}

function add(truth: IssueTruth, { repository, sha, where, revert }: Found): void {
  const isOwn = where === 'subject' || where === 'for' || where.startsWith('trailer');
  const set = revert ? truth.reverts : truth.owns;
  (isOwn ? set : truth.mentions).add(`${repository} ${sha}`);
}

/**
 * The range of the release, each line that it is held against, and every head of the repositories that
 * are none of its targets. A bundle held against another line has the range of the release itself, which
 * its source reaches anyway.
 */
function scannedBy({ repos }: Truth, { moment, targets }: Release): IssueTruth['scanned'] {
  const isOtherLine = moment.startsWith('the bundle of');
  const own = Object.entries(targets).flatMap(([repository, { target, previous, sources }]) => [
    ...(isOtherLine ? [] : [{ repository, head: target, without: previous ?? null }]),
    ...Object.values(sources).map((head) => ({ repository, head, without: null })),
  ]);
  const siblings = REPOSITORIES.filter((repository) => !(repository in targets));
  return [
    ...own,
    ...siblings.flatMap((repository) =>
      Object.values(repos[repository]?.scanned ?? {}).map((head) => ({
        ...{ repository, head, without: null },
      })),
    ),
  ];
}
