import { z } from 'zod';

/** A name in JQL for what lies at `path` in a property of issues; a list counts by each of its values. */
export type SearchField = { name: string; propertyKey: string; path: string };

const EntityProperties = z
  .array(
    z.object({
      propertyKey: z.string(),
      entityType: z.enum(['issue', 'project', 'user']).default('issue'),
      values: z.array(
        z.object({
          path: z.string(),
          type: z.enum(['number', 'string', 'text', 'user', 'date']),
          searchAlias: z.string().optional(),
        }),
      ),
    }),
  )
  .default([]);

/**
 * What the app has Jira index of issue properties.
 *
 * Source: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 * Limits: only strings are searched here; another type is an error rather than a wrong answer.
 */
export function readSearchFields(modules: Record<string, unknown>): SearchField[] {
  const properties = EntityProperties.parse(modules['jira:entityProperty']);
  return properties
    .filter(({ entityType }) => entityType === 'issue')
    .flatMap(({ propertyKey, values }) =>
      values.flatMap(({ path, type, searchAlias: name }) => {
        if (name === undefined) return [];
        if (type === 'string') return [{ name, propertyKey, path }];
        throw new Error(`${name}: the local site searches strings in properties, no ${type}.`);
      }),
    );
}
