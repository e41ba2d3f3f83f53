import { compareText } from '../../dependencies/key-order';
import { counted } from '../../reasons/evidence-links';
import { placeIn } from '../places';
import { distinctItems, foundItem } from './found-item';
import type { GateRule, ReleaseFacts } from './release-facts';

/** All of the evidence was read. The same part is one item, whatever keeps it from being read today. */
export const evidenceGate: GateRule = ({ bundle }) => {
  const gaps = [...bundle.gaps, ...bundle.issues.flatMap((issue) => issue.gaps)]
    .toSorted(
      (a, b) =>
        compareText(a.repository, b.repository) ||
        compareText(a.what, b.what) ||
        compareText(a.why, b.why),
    )
    .map(({ repository, what, why }) => {
      const { name, owner, url } = placeIn(bundle, repository);
      return foundItem([repository, what], {
        ...{ code: 'evidence-gap', text: `${name}: ${what}: ${why}`, owner, url },
      });
    });
  const open = gaps.length === 0 ? neverRead(bundle) : distinctItems(gaps);
  return {
    open,
    summary:
      open.length === 0
        ? 'All of the evidence was read.'
        : `${counted(open.length, 'part')} of the evidence could not be read. ${open[0]?.text ?? ''}`,
    progress: null,
  };
};

/** No gap, and no time of reading either: then nobody knows. */
const neverRead = ({ asOf, issues }: ReleaseFacts['bundle']) =>
  asOf !== null || issues.length === 0
    ? []
    : [
        foundItem([], {
          code: 'never-read',
          text: 'Nothing was read yet, or one of the repositories never.',
        }),
      ];
