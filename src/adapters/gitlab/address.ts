import type { Headers } from './rate-limit';

/**
 * The number of the page after this one; `null` on the last.
 *
 * Source: https://docs.gitlab.com/api/rest/#pagination-link-header
 */
export function nextPage({ link }: Headers): string | null {
  const [, address] = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '') ?? [];
  return address === undefined ? null : new URL(address).searchParams.get('page');
}

/** The parameters of the page that `cursor` names, the first without one. */
export const pageOf = (
  cursor: string | null,
  perPage = 100,
): { perPage: number; page: number } => ({
  perPage,
  page: cursor === null ? 1 : Number(cursor),
});
