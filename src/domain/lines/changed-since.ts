import type { CommitEvidence } from '../evidence/issue-evidence';
import type { ChangedSince, LifeEvent } from './life-event';
import { hasSucceeded, isInBranch, type LinePlace } from './line-place';

/** A person's approval of a line in Convoy; `role` says as what. */
export type LineSignOff = { line: string; at: string; by: string | null; role: string };

type ChangedCommit = ChangedSince['commits'][number];
type Reach = Pick<ChangedCommit, 'reachedAt' | 'deployedSince'>;

/**
 * What reached a line after the last rejection, approval or sign-off there, by moment; `null` when
 * there was none.
 *
 * Where the line names environments, a change reaches it with the first deployment that brought it,
 * also when it was rolled back later; while it waits in the branch nobody has seen it, so it counts.
 * Else it reaches the line with the branch.
 */
export function changedSince(
  events: readonly LifeEvent[],
  signOffs: readonly LineSignOff[],
  places: readonly LinePlace[],
): ChangedSince | null {
  const event = lastWord(events, signOffs);
  if (!event) return null;
  const commits = places.flatMap((place) =>
    place.changes.flatMap((change): ChangedCommit[] => {
      const reach = reachOf(change, place);
      const { repository } = place;
      const { sha, title } = change;
      return reach && isAfter(reach, event.at) ? [{ repository, sha, title, ...reach }] : [];
    }),
  );
  return { event, commits: commits.sort(byMoment) };
}

/** At the same moment a sign-off comes last: who signs has seen the status. */
function lastWord(
  events: readonly LifeEvent[],
  signOffs: readonly LineSignOff[],
): ChangedSince['event'] | undefined {
  const spoken = events.flatMap((event): ChangedSince['event'][] => {
    if (event.kind !== 'rejected' && event.kind !== 'approved') return [];
    const { kind, at, by, status } = event;
    return [{ kind, at, by, status }];
  });
  const signed = signOffs.map(({ at, by, role }) => ({
    ...{ kind: 'signed-off' as const, at, by, status: role },
  }));
  return [...spoken, ...signed]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .at(-1);
}

/** When and how a change reached the line; `null` when it did not, or nobody knows that it did. */
function reachOf(change: CommitEvidence, place: LinePlace): Reach | null {
  const { deployments, reachedBy, branch } = place;
  const holding = deployments.filter(({ brought }) => brought.includes(change.sha));
  const first = reachedBy === 'deployments' ? holding.find(hasSucceeded) : undefined;
  if (first) return { reachedAt: first.at, deployedSince: true };
  if (!isInBranch(change, place)) return null;
  const isWaiting =
    reachedBy === 'deployments' && !holding.some(({ state }) => state === 'unknown');
  return {
    reachedAt: change.arrivedAt[`branch:${branch}`] ?? null,
    deployedSince: isWaiting ? false : null,
  };
}

const isAfter = ({ reachedAt, deployedSince }: Reach, at: string): boolean =>
  reachedAt === null || deployedSince === false || Date.parse(reachedAt) > Date.parse(at);

/** Oldest first; what nobody knows the moment of comes last. */
function byMoment(one: ChangedCommit, other: ChangedCommit): number {
  const moment = ({ reachedAt }: ChangedCommit): number =>
    reachedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(reachedAt);
  const name = ({ repository, sha }: ChangedCommit): string => `${repository} ${sha}`;
  return moment(one) - moment(other) || (name(one) < name(other) ? -1 : 1);
}
