import type { PromotionView } from '../../../src/api/contract';

/** `test → prod` */
export const promotionWords = ({ from, to }: PromotionView): string => `${from} → ${to}`;

export const isSamePromotion = (one: PromotionView, other: PromotionView): boolean =>
  one.from === other.from && one.to === other.to;
