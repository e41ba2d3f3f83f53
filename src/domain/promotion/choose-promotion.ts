import type { LineSummary } from '../lines/line-summary';
import type { Promotion } from './promotion';

type Step = Pick<Promotion, 'from' | 'to'>;

/** Each line of a route and the next one. A route of one line has the step from it to itself. */
export function promotionSteps(route: readonly string[]): Step[] {
  const [only] = route;
  if (only !== undefined && route.length === 1) return [{ from: only, to: only }];
  return route.slice(1).map((to, position) => ({ from: route[position] ?? to, to }));
}

/**
 * What is asked of an issue when nobody says it: from the furthest line that has any of its changes to the
 * next one; at the end of the route, into its last line. `null` without a route.
 */
export function usualPromotion(
  route: readonly string[],
  lines: readonly Pick<LineSummary, 'name' | 'present'>[],
): Step | null {
  const steps = promotionSteps(route);
  const furthest = lines.findLast(({ present }) => present > 0)?.name;
  return steps.find(({ from }) => from === furthest) ?? usualEnd(steps, furthest);
}

const usualEnd = (steps: readonly Step[], furthest: string | undefined): Step | null =>
  (furthest === undefined ? steps[0] : steps.at(-1)) ?? null;

/** A promotion along a route; `null` when a line is not on it or `to` does not come after `from`. */
export function toPromotion(route: readonly string[], { from, to }: Step): Promotion | null {
  const [start, end] = [route.indexOf(from), route.indexOf(to)];
  const isForward = start !== -1 && (end > start || (end === start && route.length === 1));
  if (!isForward) return null;
  return { from, to, before: route.slice(0, start), isToLast: end === route.length - 1 };
}
