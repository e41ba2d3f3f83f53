import type { ReleaseRow, Verdict } from '../../../src/api/contract';
import type { Address } from './address';

const RANK: Record<Verdict, number> = { safe: 0, warning: 1, 'manual-review': 2, blocked: 3 };

const has = (values: readonly string[], wanted: string | undefined): boolean =>
  wanted === undefined || values.includes(wanted);

/** Whether a row is what the filters of the address ask for. */
export function matches(
  row: ReleaseRow,
  { q, verdict, repository, owner, reason }: Address,
): boolean {
  const codes = row.reasons.map(({ code }) => code);
  return (
    has([row.verdict], verdict) &&
    has(row.repositories, repository) &&
    has(row.owners, owner) &&
    has(codes, reason) &&
    textOf(row).includes((q ?? '').trim().toLowerCase())
  );
}

const textOf = ({ key, summary, status, reasons }: ReleaseRow): string =>
  [key, summary, status, ...reasons.map((one) => one.summary)].join('\n').toLowerCase();

/** `PAY-2` before `PAY-10`. */
export function compareRowKeys({ key: one }: ReleaseRow, { key: other }: ReleaseRow): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

export const compareVerdicts = (a: ReleaseRow, b: ReleaseRow): number =>
  RANK[a.verdict] - RANK[b.verdict];

/** How far it came: lines that hold all of it count most. */
export function travelled({ lines }: ReleaseRow): number {
  const points = { none: 0, unknown: 0.25, part: 0.5, all: 1, deployed: 1.1 };
  return lines.reduce((sum, { state }) => sum + points[state], 0);
}

/** Commits since the last rejection, approval or sign-off on any line. */
export const changedSince = ({ lines }: ReleaseRow): number =>
  Math.max(0, ...lines.map((line) => line.changedSince));
