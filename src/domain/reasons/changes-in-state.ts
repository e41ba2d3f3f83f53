import type { PresenceState } from '../lines/line-state';
import { commitLink, shortSha } from './evidence-links';
import { allChanges, presenceOn } from './on-line';
import type { PromotionCase } from './promotion-case';
import type { EvidenceLink } from './reason';

/** Changes whose presence on a line is of one state, with the commit that proves it. */
export function changesInState(
  facts: PromotionCase,
  { line, state, proof }: { line: string; state: PresenceState; proof: string },
): { shas: string[]; evidence: EvidenceLink[] } {
  const found = allChanges(facts).flatMap(({ repository, change }) => {
    const presence = presenceOn(repository, line, change);
    if (presence.state !== state) return [];
    const { as } = presence;
    const note = as === null ? undefined : `${proof} ${shortSha(as)}`;
    const shas = as === null ? [change.sha] : [change.sha, as];
    return [{ shas, link: commitLink(repository, change, note) }];
  });
  return { shas: found.flatMap(({ shas }) => shas), evidence: found.map(({ link }) => link) };
}
