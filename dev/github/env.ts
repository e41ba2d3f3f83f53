import type { Context, Hono } from 'hono';
import type { GitReader } from '../git/git-reader';
import type { Actor } from './actor';
import type { Host } from './host';
import type { HostedRepository } from './hosted-repository';
import { pageStart, readPage, toLink } from './paging';
import { Problem } from './problem';

/** What every handler finds ready: who calls and, below `/repos/{owner}/{repo}`, on what. */
export type Env = {
  Variables: { actor: Actor; host: Host; repository: HostedRepository; git: GitReader };
};
export type App = Hono<Env>;
export type Ask = Context<Env>;

export const urlOf = (ask: Ask): URL => new URL(ask.req.url);
export const queryOf = (ask: Ask, name: string): string | undefined => ask.req.query(name);

/** The address that `Link` headers continue: GitHub names repositories by id there. */
export function addressOf(ask: Ask): URL {
  const { apiUrl, apiPath } = ask.var.host;
  const url = urlOf(ask);
  const own = url.pathname.slice(apiPath.length);
  const repository = ask.get('repository') as HostedRepository | undefined;
  const path = repository
    ? own.replace(/^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)/, `/repositories/${repository.id}`)
    : own;
  return new URL(`${apiUrl}${path}${url.search}`);
}

/** The page asked for of a whole list, with its `Link` header set. */
export function pageOf<T>(ask: Ask, whole: readonly T[]): T[] {
  const page = readPage(urlOf(ask));
  const link = toLink(addressOf(ask), page, whole.length);
  if (link !== undefined) ask.header('link', link);
  return whole.slice(pageStart(page), pageStart(page) + page.perPage);
}

/** `diff`, `patch` or `sha` when the caller asks for that media type instead of JSON. */
export function mediaTypeOf(ask: Ask): 'diff' | 'patch' | 'sha' | 'json' {
  const accept = ask.req.header('accept') ?? '';
  const [, type] = /application\/vnd\.github\.(?:v3\.)?(diff|patch|sha)\b/.exec(accept) ?? [];
  return type === 'diff' || type === 'patch' || type === 'sha' ? type : 'json';
}

export function sendText(
  ask: Ask,
  type: 'diff' | 'patch' | 'sha',
  text: string | Uint8Array,
): Response {
  ask.header('content-type', `application/vnd.github.${type}; charset=utf-8`);
  return ask.body(typeof text === 'string' ? text : new Uint8Array(text));
}

export const placeOf = ({
  var: { host, repository },
}: Ask): { host: Host; repository: HostedRepository } => ({
  host,
  repository,
});

/** The commit that a ref names. GitHub's answers: 409 in an empty repository, 422 for an unknown ref. */
export async function getSha(ask: Ask, ref: string): Promise<string> {
  const { git } = ask.var;
  const sha = await git.resolve(ref);
  if (sha !== undefined) return sha;
  await refuseEmpty(git);
  throw new Problem(422, `No commit found for SHA: ${ref}`);
}

export async function refuseEmpty(git: GitReader): Promise<void> {
  if ((await git.refs()).refs.length === 0) throw new Problem(409, 'Git Repository is empty.');
}
