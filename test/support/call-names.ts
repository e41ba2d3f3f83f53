import type { AppCall } from '../../dev/local-site/open-site';

/** `GET /repos/acme/api/commits/…`, `query PullRequests`; said are a page behind the first, and one of a single item. */
export function nameOf({ method, url, body }: AppCall): string {
  const { pathname, searchParams } = new URL(url);
  const isGraphQL = pathname.endsWith('/graphql');
  const name = isGraphQL ? queryNameIn(body) : `${method} ${shortened(pathname)}`;
  const isFurther = isGraphQL ? body.includes('"after":"') : isFurtherPage(searchParams);
  if (isFurther) return `${name} further`;
  return searchParams.get('per_page') === '1' ? `${name} newest` : name;
}

const shortened = (path: string): string => path.replaceAll(/[0-9a-f]{40}/g, '…');

const isFurtherPage = (query: URLSearchParams): boolean =>
  Number(query.get('page') ?? 1) > 1 ||
  Number(query.get('startAt') ?? 0) > 0 ||
  query.has('nextPageToken');

/** The name of the operation, and of each thing that is asked for under a name of ours. */
function queryNameIn(body: string): string {
  const { query } = JSON.parse(body) as { query: string };
  const [, operation = ''] = /query (\w+)/.exec(query) ?? [];
  const [, what = ''] = /\b(statusCheckRollup|diffs|blobs)\b/.exec(query) ?? [];
  return operation === 'Aliased' ? `query of ${what}` : `query ${operation}`;
}
