import type { PromotionCase } from './promotion-case';
import type { Reason } from './reason';

/** A rule: total and pure; nothing to say is an empty list. */
export type Rule = (facts: PromotionCase) => Reason[];
