import type { Snapshot } from '../../domain/release/snapshot';
import type { StoredSnapshots } from './snapshot-schema';

type Loose = StoredSnapshots['loose'][number];
type Named = StoredSnapshots['snapshots'][number];

/** No invocation lives that long, so a body that is loose for longer is written by nobody any more. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

export const withLoose = (names: StoredSnapshots, body: Loose): StoredSnapshots => ({
  ...names,
  loose: [...names.loose.filter(({ id }) => id !== body.id), body],
});

export const withoutLoose = (
  names: StoredSnapshots,
  bodies: readonly Pick<Loose, 'id'>[],
): StoredSnapshots => ({
  ...names,
  loose: names.loose.filter(({ id }) => !bodies.some((body) => body.id === id)),
});

/** A body that is whole gets its name. */
export const nameSnapshot = (names: StoredSnapshots, named: Named): StoredSnapshots => ({
  ...withoutLoose(names, [named.snapshot]),
  snapshots: [...names.snapshots, named],
});

/** What `toDrop` names loses its name; its body is loose. */
export function dropSnapshots(
  names: StoredSnapshots,
  toDrop: (all: readonly Snapshot[]) => string[],
): StoredSnapshots {
  const dropped = new Set(toDrop(names.snapshots.map(({ snapshot }) => snapshot)));
  const isDropped = ({ snapshot }: Named): boolean => dropped.has(snapshot.id);
  return {
    ...names,
    snapshots: names.snapshots.filter((named) => !isDropped(named)),
    loose: [
      ...names.loose,
      ...names.snapshots
        .filter(isDropped)
        .map(({ snapshot, parts }) => ({ id: snapshot.id, parts, since: null })),
    ],
  };
}

/** Bodies that nobody names, and nobody is writing at `now` (ISO 8601). */
export const toDelete = ({ loose }: StoredSnapshots, now: string): Loose[] =>
  loose.filter(
    ({ since }) => since === null || Date.parse(now) - Date.parse(since) > ABANDONED_AFTER_MS,
  );
