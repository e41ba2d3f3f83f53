import { listed } from './evidence-links';
import type { PromotionCase } from './promotion-case';
import type { EvidenceLink } from './reason';

/** Who owns the repositories that some evidence lies in, by its addresses: `Team Blue and Team Red`. */
export function ownerOfEvidence(
  { repositories }: Pick<PromotionCase, 'repositories'>,
  evidence: readonly EvidenceLink[],
): string | null {
  const owners = repositories
    .filter(({ url }) => url !== null && evidence.some((link) => link.url?.startsWith(`${url}/`)))
    .flatMap(({ settings }) => settings?.owner ?? []);
  return owners.length > 0 ? listed(owners) : null;
}
