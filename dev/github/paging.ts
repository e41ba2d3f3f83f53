export type PageAsk = { page: number; perPage: number };

const DEFAULT_PER_PAGE = 30;
const MOST_PER_PAGE = 100;

function toWhole(text: string | null, fallback: number): number {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : fallback;
}

/** `page` and `per_page` as GitHub reads them: nonsense is the default, more than 100 is 100. */
export function readPage(url: URL): PageAsk {
  const perPage = toWhole(url.searchParams.get('per_page'), DEFAULT_PER_PAGE);
  return {
    page: toWhole(url.searchParams.get('page'), 1),
    perPage: Math.min(perPage, MOST_PER_PAGE),
  };
}

/** Where the page starts in the whole list. */
export const pageStart = ({ page, perPage }: PageAsk): number => (page - 1) * perPage;

/** The `Link` header of a page; `undefined` when everything is on one. */
export function toLink(address: URL, ask: PageAsk, total: number): string | undefined {
  const last = Math.ceil(total / ask.perPage);
  if (last <= 1 && ask.page === 1) return undefined;
  const link = (rel: string, page: number): string => {
    const url = new URL(address);
    url.searchParams.set('page', String(page));
    return `<${url.toString()}>; rel="${rel}"`;
  };
  const before = ask.page > 1 ? [link('prev', Math.min(ask.page - 1, Math.max(last, 1)))] : [];
  const after = ask.page < last ? [link('next', ask.page + 1), link('last', last)] : [];
  const first = ask.page > 1 ? [link('first', 1)] : [];
  return [...before, ...after, ...first].join(', ');
}
