import type { SetOptions } from './request';

export type TimeToLive = NonNullable<SetOptions['ttl']>;

const MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };
export const MAX_TTL_MS = 365 * MS.DAYS;

export function toMs({ value, unit }: TimeToLive): number {
  return value * MS[unit];
}
