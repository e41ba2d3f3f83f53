import type { Headers } from './rate-limit';

/** The number of the page after this one, from the `Link` header; `null` on the last. */
export function nextPage({ link }: Headers): string | null {
  const [, address] = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '') ?? [];
  return address === undefined ? null : new URL(address).searchParams.get('page');
}

/** The parameters of the page that `cursor` names, the first without one. */
export const pageOf = (cursor: string | null): { per_page: number; page?: string } => ({
  per_page: 100,
  ...(cursor === null ? {} : { page: cursor }),
});

/** `owner/name` as GraphQL wants it. */
export const splitPath = (path: string): { owner: string; name: string } => {
  const slash = path.indexOf('/');
  return { owner: path.slice(0, slash), name: path.slice(slash + 1) };
};

/** What fills `/repos/{owner}/{repo}`. */
export const inRoute = (path: string): { owner: string; repo: string } => {
  const { owner, name } = splitPath(path);
  return { owner, repo: name };
};
