/** Instants of GitLab's database: UTC with milliseconds. */
export const toDatabaseTime = (instant: string): string => new Date(instant).toISOString();

export const toDatabaseTimeOrNull = (instant: string | null): string | null =>
  instant === null ? null : toDatabaseTime(instant);

/** Dates of commits: with milliseconds and an offset. Git's own time zone is not kept here. */
export const toCommitTime = (instant: string): string =>
  toDatabaseTime(instant).replace(/Z$/, '+00:00');

/** Instants of GraphQL: UTC, to the second. */
export const toQueriedTime = (instant: string): string =>
  toDatabaseTime(instant).replace(/\.\d+Z$/, 'Z');
