import { LEVELS, type Level, type Reason } from './reason';

/** The worst of some levels; `safe` of none. */
export const worstOf = (levels: readonly Level[]): Level =>
  LEVELS.findLast((level) => levels.includes(level)) ?? 'safe';

/** The verdict is the worst reason. */
export const verdict = (reasons: readonly Reason[]): Level =>
  worstOf(reasons.map(({ level }) => level));
