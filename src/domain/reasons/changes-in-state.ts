import type { PresenceState } from '../lines/line-state';
import { commitLink, shortSha } from './evidence-links';
import { allChanges, presenceOn } from './on-line';
import type { PromotionCase } from './promotion-case';
import type { EvidenceLink } from './reason';

/** Changes whose presence on a line is of one state, with the commit that proves it. */
export function changesInState(
  facts: PromotionCase,
  { line, state, proof }: { line: string; state: PresenceState; proof: string },
): EvidenceLink[] {
  return allChanges(facts).flatMap(({ repository, change }) => {
    const found = presenceOn(repository, line, change);
    if (found.state !== state) return [];
    const note = found.as === null ? undefined : `${proof} ${shortSha(found.as)}`;
    return [commitLink(repository, change, note)];
  });
}
