import { isThere } from '../presence/presence-state';
import type { RefName, RepositoryEvidence } from './issue-evidence';

/** The version of a project that was released last, with its issues. */
export type ReleasedBundle = {
  projectKey: string;
  version: string;
  /** `2026-04-16`; `null` when Jira knows no day. */
  releasedOn: string | null;
  issueKeys: string[];
};

type Version = {
  name: string;
  isReleased: boolean;
  isArchived: boolean;
  releaseDate: string | null;
};

/** Of the released versions the one with the latest day; of the same day, and without one, the last in Jira's order. */
export function lastReleased<V extends Version>(versions: readonly V[]): V | null {
  const released = versions.filter(({ isReleased, isArchived }) => isReleased && !isArchived);
  const sorted = released.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  return sorted.at(-1) ?? null;
}

const dayOf = ({ releaseDate }: Version): string => releaseDate ?? '';

export type Lacking = { issueKey: string; sha: string };

/** What the branches of one repository lack of a released bundle; a branch that lacks nothing is not named. */
export type Baseline = { version: string; lacking: Record<string, Lacking[]> };

/** How many changes of a branch are named. */
const MOST = 20;

/**
 * Changes of a released bundle that a branch has not: made by the day of the release, on some line, and
 * absent here. What was taken away here on purpose is not lacking, nor is what came after the release.
 */
export function baselineOf(
  bundle: ReleasedBundle,
  parts: ReadonlyMap<string, Pick<RepositoryEvidence, 'commits'>>,
  branches: readonly string[],
): Baseline {
  const released = bundle.issueKeys.flatMap((issueKey) =>
    (parts.get(issueKey)?.commits ?? [])
      .filter((commit) => commit.carriesChange && isReleasedBy(commit, bundle.releasedOn))
      .map((commit) => ({ issueKey, commit })),
  );
  const lacking = branches.map((branch) => {
    const ref: RefName = `branch:${branch}`;
    const absent = released.filter(({ commit }) => commit.presence[ref] === undefined);
    return [
      branch,
      absent.slice(0, MOST).map(({ issueKey, commit }) => ({ issueKey, sha: commit.sha })),
    ] as const;
  });
  return {
    version: bundle.version,
    lacking: Object.fromEntries(lacking.filter(([, changes]) => changes.length > 0)),
  };
}

type Commit = RepositoryEvidence['commits'][number];

/** A day counts to its end wherever people are: `authoredAt` is in UTC. */
function isReleasedBy({ authoredAt, presence }: Commit, day: string | null): boolean {
  const isOnLine = Object.entries(presence).some(
    ([ref, found]) => ref.startsWith('branch:') && isThere(found),
  );
  return isOnLine && (day === null || authoredAt.slice(0, 10) <= day);
}
