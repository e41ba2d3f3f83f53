import { z } from 'zod';

/** The bodies that @forge/kvs 1.6 sends (out/interfaces/kvs-api.d.ts). */
export const Condition = z.object({
  property: z.string(),
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'CONTAINS',
    'EQUAL_TO',
    'EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'NOT_CONTAINS',
    'NOT_EQUAL_TO',
    'NOT_EXISTS',
  ]),
  values: z.array(z.unknown()),
});
export type Condition = z.infer<typeof Condition>;

export const Filters = z.object({
  and: z.array(Condition).optional(),
  or: z.array(Condition).optional(),
});
export type Filters = z.infer<typeof Filters>;

const SetOptions = z.object({
  ttl: z
    .object({
      value: z.number().positive(),
      unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
    })
    .optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
});
export type SetOptions = z.infer<typeof SetOptions>;

export const Item = z.object({
  key: z.unknown().optional(),
  entityName: z.string().optional(),
  value: z.unknown().optional(),
  options: SetOptions.optional(),
  conditions: Filters.optional(),
});
export type Item = z.infer<typeof Item>;

export const Batch = z.array(Item);

export const Transaction = z.object({
  set: z.array(Item).default([]),
  delete: z.array(Item).default([]),
  check: z.array(Item).default([]),
});
export type Transaction = z.infer<typeof Transaction>;

export const KeyQuery = z.object({
  limit: z.number().int().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.object({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .optional(),
});
export type KeyQuery = z.infer<typeof KeyQuery>;

export const EntityQuery = z.object({
  entityName: z.string(),
  indexName: z.string(),
  limit: z.number().int().optional(),
  cursor: z.string().optional(),
  partition: z.array(z.unknown()).optional(),
  range: Condition.omit({ property: true }).optional(),
  filters: Filters.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
});
export type EntityQuery = z.infer<typeof EntityQuery>;
