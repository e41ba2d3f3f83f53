const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const DAY_SECONDS = 86_400;
const UNITS = [
  ['year', 365 * DAY_SECONDS],
  ['month', 30 * DAY_SECONDS],
  ['day', DAY_SECONDS],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const secondsBetween = (at: string, now: string): number =>
  (Date.parse(now) - Date.parse(at)) / 1_000;

/** `3 minutes ago`, counted from `now`. */
export function relativeTime(at: string, now: string): string {
  const seconds = secondsBetween(at, now);
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? RELATIVE.format(-Math.trunc(seconds / unit[1]), unit[0]) : 'just now';
}

/** `7 Jan 2026, 14:02`, in the viewer's time zone. */
export const exactTime = (at: string): string => EXACT.format(new Date(at));

/** The shortest that still says when: `14:02` within a day, `Tue` within six, `23 Apr` within half a year, else the date. */
export function shortDay(at: string, now: string): string {
  const seconds = Math.abs(secondsBetween(at, now));
  if (seconds < DAY_SECONDS) return CLOCK.format(new Date(at));
  if (seconds < 6 * DAY_SECONDS) return WEEKDAY.format(new Date(at));
  return (seconds < 182 * DAY_SECONDS ? DAY_OF_YEAR : DAY).format(new Date(at));
}

/** `1 commit`, `5 commits`, `2 repositories`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const shortSha = (sha: string): string => sha.slice(0, 7);

/** `github:acme/payments` → `acme/payments`. */
export const repositoryPath = (repository: string): string =>
  repository.slice(repository.indexOf(':') + 1);
