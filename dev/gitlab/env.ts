import type { Context, Hono } from 'hono';
import type { GitCommit } from '../git/git-commit';
import type { GitReader } from '../git/git-reader';
import type { Actor } from './actor';
import type { Host } from './host';
import type { HostedProject } from './hosted-project';
import { countedHeaders, pageStart, readPage } from './paging';
import { notFound } from './problem';

/** What every handler finds ready: who calls and, below `/projects/:id`, on what. */
export type Env = {
  Variables: { actor: Actor; host: Host; project: HostedProject; git: GitReader };
};
export type App = Hono<Env>;
export type Ask = Context<Env>;
export type Place = { host: Host; project: HostedProject };

export const queryOf = (ask: Ask, name: string): string | undefined => {
  const text = ask.req.query(name);
  return text === '' ? undefined : text;
};

export const placeOf = ({ var: { host, project } }: Ask): Place => ({ host, project });

/** The address that `Link` headers continue: GitLab names projects by id there. */
export function addressOf(ask: Ask): URL {
  const { apiUrl, apiPath } = ask.var.host;
  const { pathname, search } = new URL(ask.req.url);
  const project = ask.get('project') as HostedProject | undefined;
  const own = pathname.slice(apiPath.length);
  const path = project ? own.replace(/^\/projects\/[^/]+/, `/projects/${project.id}`) : own;
  return new URL(`${apiUrl}${path}${search}`);
}

export function setHeaders(ask: Ask, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) ask.header(name, value);
}

/** The page asked for of a whole list, with GitLab's headers set. */
export function pageOf<T>(ask: Ask, whole: readonly T[]): T[] {
  const page = readPage(new URL(ask.req.url));
  setHeaders(ask, countedHeaders(addressOf(ask), page, whole.length));
  return whole.slice(pageStart(page), pageStart(page) + page.perPage);
}

/** The commit that the path names by sha, branch or tag. */
export async function getCommit(ask: Ask): Promise<GitCommit> {
  const { git } = ask.var;
  const sha = await git.resolve(ask.req.param('sha') ?? '');
  const [commit] = sha === undefined ? [] : await git.commits([sha]);
  if (!commit) throw notFound('Commit');
  return commit;
}
