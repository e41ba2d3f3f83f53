import { compareText } from '../../dependencies/key-order';
import { distinctItems, foundItem } from './found-item';
import type { GateRule } from './release-facts';

const SOON_DAYS = 14;
const DAY_MILLISECONDS = 86_400_000;

/** Nothing ships in a freeze window: whole calendar days in UTC, the first and the last included. */
export const freezeGate: GateRule = ({ settings: { freeze }, now }) => {
  const today = dayOf(Date.parse(now));
  const soon = dayOf(Date.parse(now) + SOON_DAYS * DAY_MILLISECONDS);
  const windows = freeze.toSorted(
    (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.name, b.name),
  );
  const open = distinctItems(
    windows
      .filter(({ from, to }) => from <= today && today <= to)
      .map(({ name, from, to }) =>
        foundItem([name, from, to], {
          code: 'freeze',
          text: `${name}: nothing ships from ${from} to ${to}.`,
        }),
      ),
  );
  const next = windows.find(({ from }) => today < from && from <= soon);
  const told = next ? ` Next: ${next.name}, from ${next.from} to ${next.to}.` : '';
  return {
    open,
    summary: `${open[0]?.text ?? 'No freeze today.'}${told}`,
    progress: null,
  };
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
