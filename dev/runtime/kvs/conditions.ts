import { StorageRefusal } from './refusal';
import type { Condition, Filters } from './request';

type Comparison = (stored: unknown, values: readonly unknown[]) => boolean;

const COMPARISONS: Record<Condition['condition'], Comparison> = {
  EXISTS: (stored) => stored !== undefined,
  NOT_EXISTS: (stored) => stored === undefined,
  EQUAL_TO: (stored, [value]) => stored === value,
  NOT_EQUAL_TO: (stored, [value]) => stored !== undefined && stored !== value,
  BEGINS_WITH: (stored, [value]) => typeof stored === 'string' && stored.startsWith(String(value)),
  CONTAINS: (stored, [value]) => contains(stored, value),
  NOT_CONTAINS: (stored, [value]) => stored !== undefined && !contains(stored, value),
  GREATER_THAN: (stored, [value]) => order(stored, value) > 0,
  GREATER_THAN_EQUAL_TO: (stored, [value]) => order(stored, value) >= 0,
  LESS_THAN: (stored, [value]) => order(stored, value) < 0,
  LESS_THAN_EQUAL_TO: (stored, [value]) => order(stored, value) <= 0,
  BETWEEN: (stored, [low, high]) => order(stored, low) >= 0 && order(stored, high) <= 0,
};

/** Whether `stored` is as the condition wants it; what is absent passes NOT_EXISTS only. */
export function holds(
  stored: unknown,
  { condition, values }: Omit<Condition, 'property'>,
): boolean {
  return COMPARISONS[condition](stored, values);
}

/** Whether `value` (undefined: no such item) passes; without filters everything does. */
export function passes(filters: Filters | undefined, value: unknown): boolean {
  if (filters === undefined) return true;
  checkFilters(filters);
  const passesOne = (condition: Condition): boolean =>
    holds(attributeOf(value, condition.property), condition);
  return filters.and?.every(passesOne) ?? filters.or?.some(passesOne) ?? true;
}

function checkFilters({ and, or }: Filters): void {
  if (and && or) {
    throw new StorageRefusal(
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be present at the same level.',
    );
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) {
    throw new StorageRefusal('EMPTY_FILTER_OPERATOR', 'Filter operators cannot be empty.');
  }
  if (conditions.some(({ condition, values }) => condition === 'BETWEEN' && values.length < 2)) {
    throw new StorageRefusal(
      'INSUFFICIENT_FILTER_VALUES',
      'The specified condition needs at least two values.',
    );
  }
}

export function attributeOf(value: unknown, property: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[property];
}

/** Less than, equal to or greater than zero; NaN when the two cannot be compared. */
export function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (typeof one !== 'string' || typeof other !== 'string') return NaN;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function contains(stored: unknown, value: unknown): boolean {
  if (Array.isArray(stored)) return stored.includes(value);
  return typeof stored === 'string' && stored.includes(String(value));
}
