import type { ArrivedChange } from '../evidence/arrived-changes';
import type { RepositoryId } from '../repository';
import type { UnlistedChange } from './judged-issue';
import type { AuditWindow } from './release-before';
import { inUnlistedOrder } from './unlisted-changes';

export type ArrivalsOfRepository = {
  repository: RepositoryId;
  /** The branch of the promotion's last line in this repository. */
  to: string;
  changes: readonly ArrivedChange[];
};

/**
 * Changes that came to `to` with an audited release, of issues that are not in it. A revert is one, and
 * tells of what it undid. `shas` are the commits of `to` that brought them, each once.
 */
export function unlistedArrivals(
  repositories: readonly ArrivalsOfRepository[],
  window: AuditWindow,
  isListed: (key: string) => boolean,
): UnlistedChange[] {
  return inUnlistedOrder(
    repositories.flatMap(({ repository, to, changes }) => {
      const came = changes.flatMap(({ key, on }) => {
        const arrival = on[to];
        return arrival && !isListed(key) && isWithin(arrival.at, window)
          ? [{ key, as: arrival.as }]
          : [];
      });
      const keys = [...new Set(came.map(({ key }) => key))];
      return keys.map((key) => ({
        ...{ key, repository },
        shas: [...new Set(came.filter((one) => one.key === key).map(({ as }) => as))].sort(),
      }));
    }),
  );
}

/** The day of the release before belongs to that one. */
function isWithin(at: string, { since, until }: AuditWindow): boolean {
  const day = new Date(at).toISOString().slice(0, 10);
  return since.releasedOn < day && (until === null || day <= until);
}
