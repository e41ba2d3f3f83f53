import type { PromotionCase } from './promotion-case';
import type { EvidenceLink, Reason } from './reason';

/** What a person can do next; `code` is the reason that it answers, or `promote`. */
export type NextAction = {
  text: string;
  owner: string | null;
  code: string;
  links: EvidenceLink[];
};

/** What to do about a reason: one action for each cause, none when another reason's action does it. */
export type Answer = (facts: PromotionCase, reason: Reason) => Omit<NextAction, 'code'>[];
