type Version = { name: string; isReleased: boolean; releaseDate: string | null };

/** The release before one that is audited: what came after its day came with the audited one. */
export type ReleaseBefore = { version: string; releasedOn: string };

/**
 * The days between which an audited release came into being: after that of the release before it, until
 * its own. `until: null`: it is not out yet. Days are `2026-04-16`, in UTC.
 */
export type AuditWindow = { since: ReleaseBefore; until: string | null };

/**
 * When a version came into being, from the versions of its project. The one before it has a name of the
 * same series, a lower number and an earlier day: `5.2.2` follows `5.2.1`, though 5.3.0 was released in between.
 * `null` when there is none with a day: then nobody can tell.
 */
export function auditWindow(version: Version, versions: readonly Version[]): AuditWindow | null {
  const until = version.isReleased ? version.releaseDate : null;
  const before = versions
    .flatMap(({ name, isReleased, releaseDate: releasedOn }) =>
      isReleased && releasedOn !== null ? [{ version: name, releasedOn }] : [],
    )
    .filter((one) => one.version !== version.name && isEarlier(one, version))
    .sort(
      (a, b) => compareNumbers(a.version, b.version) || a.releasedOn.localeCompare(b.releasedOn),
    )
    .at(-1);
  return before ? { since: before, until } : null;
}

/** Of several versions that are released together: from the first day to the last. */
export function widestWindow(windows: readonly (AuditWindow | null)[]): AuditWindow | null {
  const known = windows.flatMap((one) => one ?? []);
  if (known.length < windows.length) return null;
  const since = known
    .map((one) => one.since)
    .toSorted((a, b) => a.releasedOn.localeCompare(b.releasedOn))[0];
  const ends = known.map(({ until }) => until);
  const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return since ? { since, until: last } : null;
}

function isEarlier(one: ReleaseBefore, { name, releaseDate }: Version): boolean {
  return (
    seriesOf(one.version) === seriesOf(name) &&
    compareNumbers(one.version, name) <= 0 &&
    (releaseDate === null || one.releasedOn < releaseDate)
  );
}

/** What stands before the first number: `thirdparty-` of `thirdparty-2.1.0`; names without a number are one series. */
const seriesOf = (name: string): string => /^(\D*)\d/.exec(name)?.[1]?.trim().toLowerCase() ?? '';

const compareNumbers = (one: string, other: string): number =>
  numbersOf(one).localeCompare(numbersOf(other), 'en', { numeric: true });

/** The first run of numbers: `2026.04.1` of `2026.04.1 Callbacks`. */
const numbersOf = (name: string): string => /\d+(?:[.\-_]\d+)*/.exec(name)?.[0] ?? '';
