import type { Records } from './records';
import type { SiteIssue } from './site';

/** Reads what issues have in a property, in the way of the search's own fields. */
export type PropertyField = { name: string; read: (issue: SiteIssue) => string[][] };

/**
 * Fields of JQL that apps give issues, for the strings that lie in their properties. Jira's own index
 * lags; this one does not.
 *
 * Source: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
export const propertyFields = ({ state, indexed = [] }: Records): PropertyField[] =>
  indexed.map(({ name, propertyKey, path }) => ({
    name: name.toLowerCase(),
    read: ({ id }) => {
      const found = valueAt(state.properties[`issue:${id}`]?.[propertyKey], path.split('.'));
      return [found].flat().flatMap((value) => (typeof value === 'string' ? [[value]] : []));
    },
  }));

function valueAt(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return valueAt((value as Record<string, unknown>)[name], rest);
}
