/** Moving what is on one line to a later one. */
export type Promotion = {
  from: string;
  to: string;
  /** Lines of the route before `from`, in order. */
  before: string[];
  /** Whether `to` is the end of the route. */
  isToLast: boolean;
};

/** `plan`: what must still travel; `audit`: did it all arrive. */
export type PromotionMode = 'plan' | 'audit';
