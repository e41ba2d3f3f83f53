import type { Snapshot } from '../../../src/api/contract';
import { exactTime } from '../../shared/wording';

/** Why each was taken. */
export const OCCASION: Record<Snapshot['why'], string> = {
  manual: 'by hand',
  'sign-off': 'sign-off',
  shipped: 'shipped',
};

export const HASH_SHOWN = 6;

/** `4 May 2026, 09:00, Ana Lima, NO-SHIP: before the retest` */
export function snapshotWords({ at, by, decision, note }: Snapshot): string {
  return `${exactTime(at)}, ${by}, ${decision}${note === null ? '' : `: ${note}`}`;
}

export const hiddenWords = (count: number): string =>
  count === 1
    ? '1 issue that you may not see is counted, too; nothing of it is named.'
    : `${count} issues that you may not see are counted, too; nothing of them is named.`;
