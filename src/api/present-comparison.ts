import type { Difference } from '../domain/manifest/difference';
import type { Comparison } from '../usecases/release/compare-snapshots';
import { pageWithin } from './page-within';
import type { ComparisonView, DifferenceGroup } from './snapshot-view';

/** In the order in which people ask for them. */
const TITLES: readonly [Difference['kind'], string][] = [
  ['decision', 'Decision'],
  ['gate', 'Gates'],
  ['sign-off', 'Sign-offs'],
  ['checklist', 'Checklists'],
  ['scope', 'Issues in the release'],
  ['verdict', 'Verdicts'],
  ['reasons', 'Reasons'],
  ['commits', 'Commits'],
  ['lines', 'Where issues are'],
  ['unlisted', 'Changes that are not in the release'],
];

/** More of one list is a number: a difference must fit a reply. */
const MOST_NAMES = 200;

/** Differences in groups, from the `start`th on, as many as a reply holds. */
export function presentComparison(
  { before, after, differences, hidden }: Comparison,
  start: number,
): ComparisonView {
  const all = grouped(differences);
  const inOrder = all.flatMap((group) => group.differences);
  const { items, next } = pageWithin(inOrder.map(shortened), start);
  const counts = all.map(({ kind, title, differences: own }) => ({
    ...{ kind, title },
    count: own.length,
  }));
  const total = differences.length;
  return { before, after, total, counts, hidden, groups: grouped(items), next };
}

const grouped = (differences: readonly Difference[]): DifferenceGroup[] =>
  TITLES.map(([kind, title]) => ({
    ...{ kind, title },
    differences: differences.filter((one) => one.kind === kind),
  })).filter((group) => group.differences.length > 0);

const shortened = (one: Difference): Difference => ({
  ...one,
  added: short(one.added),
  removed: short(one.removed),
});

const short = (names: string[]): string[] =>
  names.length <= MOST_NAMES
    ? names
    : [...names.slice(0, MOST_NAMES), `and ${names.length - MOST_NAMES} more`];
