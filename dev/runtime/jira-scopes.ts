import scopesByOperation from './jira-scopes.json';

type Template = { method: string; pattern: RegExp; placeholders: number; alternatives: string[][] };

const PLACEHOLDER = /\{[^}]+\}/g;

/** More fixed parts first: `/issue/bulkfetch` before `/issue/{issueIdOrKey}`. */
const TEMPLATES: readonly Template[] = Object.entries(scopesByOperation.operations)
  .map(([operation, alternatives]) => toTemplate(operation, alternatives))
  .sort((one, other) => one.placeholders - other.placeholders);

/**
 * Whether the scopes allow the operation: one of its lists, classic or granular, is held whole.
 * `path` may have a query. An operation that Jira's REST API v3 does not have is never allowed.
 *
 * Source: jira-scopes.json, made from Atlassian's OpenAPI file by make-jira-scopes.mjs
 */
export function isScopeGranted(
  scopes: ReadonlySet<string>,
  { method, path }: { method: string; path: string },
): boolean {
  const [pathname = ''] = path.split('?');
  const version3 = pathname.replace(/^\/rest\/api\/(?:2|latest)\//, '/rest/api/3/');
  const operation = TEMPLATES.find(
    (template) => template.method === method && template.pattern.test(version3),
  );
  return operation?.alternatives.some((list) => list.every((scope) => scopes.has(scope))) ?? false;
}

function toTemplate(operation: string, alternatives: string[][]): Template {
  const [method = '', path = ''] = operation.split(' ');
  const pattern = path.replace(/[.]/g, '\\.').replace(PLACEHOLDER, '[^/]+');
  return {
    method,
    pattern: new RegExp(`^${pattern}/?$`),
    placeholders: path.match(PLACEHOLDER)?.length ?? 0,
    alternatives,
  };
}
