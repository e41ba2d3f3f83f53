import { invalid } from './problem';

export type PageAsk = { page: number; perPage: number };

const DEFAULT_PER_PAGE = 20;
const MOST_PER_PAGE = 100;
/** "if a query returns more than 10,000 records", https://docs.gitlab.com/api/rest/#pagination-response-headers */
const MOST_COUNTED = 10_000;

function readNumber(url: URL, name: string, fallback: number): number {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return fallback;
  if (!/^-?\d+$/.test(text)) throw invalid(`${name} is invalid`);
  if (Number(text) < 1) throw invalid(`${name} does not have a valid value`);
  return Number(text);
}

/** `page` and `per_page` as GitLab reads them: nonsense is a 400, more than 100 is 100. */
export function readPage(url: URL): PageAsk {
  const perPage = readNumber(url, 'per_page', DEFAULT_PER_PAGE);
  return { page: readNumber(url, 'page', 1), perPage: Math.min(perPage, MOST_PER_PAGE) };
}

export const pageStart = ({ page, perPage }: PageAsk): number => (page - 1) * perPage;

/** `next` is `null` on the last page; `total` when GitLab does not count. */
type Turn = { next: number | null; total: number | null };

/** The headers of a page of a list that is counted. */
export function countedHeaders(address: URL, ask: PageAsk, total: number): Record<string, string> {
  const next = pageStart(ask) + ask.perPage < total ? ask.page + 1 : null;
  return toHeaders(address, ask, { next, total: total > MOST_COUNTED ? null : total });
}

/**
 * The headers of a page of a list that is not counted: a page that is full has a next one, even
 * when nothing is on it.
 */
export function uncountedHeaders(address: URL, ask: PageAsk, held: number): Record<string, string> {
  return toHeaders(address, ask, { next: held === ask.perPage ? ask.page + 1 : null, total: null });
}

function toHeaders(address: URL, ask: PageAsk, { next, total }: Turn): Record<string, string> {
  const last = total === null ? null : Math.max(1, Math.ceil(total / ask.perPage));
  const prev = ask.page > 1 ? ask.page - 1 : null;
  const rels = { prev, next, first: 1, last };
  const links = Object.entries(rels).flatMap(([rel, page]) =>
    page === null ? [] : [`<${addressOf(address, ask, page)}>; rel="${rel}"`],
  );
  return {
    'x-page': String(ask.page),
    'x-per-page': String(ask.perPage),
    'x-prev-page': String(prev ?? ''),
    'x-next-page': String(next ?? ''),
    ...(last === null ? {} : { 'x-total': String(total), 'x-total-pages': String(last) }),
    link: links.join(', '),
  };
}

function addressOf(address: URL, { perPage }: PageAsk, page: number): string {
  const url = new URL(address);
  url.searchParams.set('page', String(page));
  url.searchParams.set('per_page', String(perPage));
  return url.toString();
}
