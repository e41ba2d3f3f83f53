import type { Waiver } from './acts';
import type { GateId } from './gate-id';
import type { FoundItem } from './gates/release-facts';

/** Not taken back, and not run out at `now`. */
export const isInForce = ({ revoked, expiresAt }: Waiver, now: string): boolean =>
  revoked === null && Date.parse(expiresAt) > Date.parse(now);

/** The waivers in force of a gate, the one that runs out first before others. */
export const waiversInForce = (waivers: readonly Waiver[], gate: GateId, now: string): Waiver[] =>
  waivers
    .filter((one) => one.gate === gate && isInForce(one, now))
    .toSorted(
      (a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt) || (a.id < b.id ? -1 : 1),
    );

/** What a waiver of an item says that it covers: the item, and each commit that it is about. */
export const coverOf = ({ id, shas }: Pick<FoundItem, 'id' | 'shas'>): string[] => [
  id,
  ...shas.map((sha) => `${id}@${sha}`),
];

/** Whether waivers cover an item with all commits that it is about now. */
export const isCovered = (
  item: Pick<FoundItem, 'id' | 'shas'>,
  waivers: readonly Waiver[],
): boolean => {
  const covered = new Set(waivers.flatMap(({ items }) => items));
  return coverOf(item).every((one) => covered.has(one));
};
