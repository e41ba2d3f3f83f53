import { Branches } from '@gitbeaker/rest';

import type { Branch, Conditional, Page } from '../../ports/code-host';
import { compare, toHeaders } from '../validator';
import { nextPage, pageOf } from './address';
import type { Answer, GitLabClient } from './client';
import { toBranch } from './map';
import type { GitLabBranch } from './schema';
import { GitLabBranches } from './schema';

type Heads = Conditional<Map<string, string>>;
type HeadsAsk = { branches: readonly string[]; validator: string | null };

/**
 * Branches with their heads, 100 a page, by name.
 *
 * Source: GET /projects/:id/repository/branches, https://docs.gitlab.com/api/branches/#list-repository-branches
 * Limits: an ETag speaks for its page alone, so only a list that one page holds gets a validator. A
 *         longer list is `changed` every time, with `validator: null`. A 304 counts as a call.
 */
export async function listBranches(
  client: GitLabClient,
  path: string,
  { validator, cursor }: { validator: string | null; cursor: string | null },
): Promise<Conditional<Page<Branch>>> {
  const known = cursor === null ? validator : null;
  const answer = await askForBranches(client, path, { ...pageOf(cursor), validator: known });
  if (answer === null) return { status: 'unchanged' };
  const items = answer.value.map(toBranch);
  const next = nextPage(answer.headers);
  const value = { items, next };
  return cursor === null && next === null
    ? compare(known, items, { value, headers: answer.headers })
    : { status: 'changed', validator: null, value };
}

type BranchesAsk = { page: number; perPage: number; regex?: string; validator: string | null };

const askForBranches = (
  client: GitLabClient,
  path: string,
  { validator, ...ask }: BranchesAsk,
): Promise<Answer<GitLabBranch[]> | null> =>
  client.getUnless(304, {
    call: (settings) => new Branches(settings).all(path, ask),
    schema: GitLabBranches,
    about: { what: 'the branches', path },
    headers: toHeaders(validator),
  });

/**
 * Heads of the branches named, by an expression that matches exactly these.
 *
 * Source: GET /projects/:id/repository/branches with `regex`, https://docs.gitlab.com/api/branches/#list-repository-branches
 * Limits: one call for up to 100 branches; a GitLab that does not know `regex` lists all of its
 *         branches, 100 a call. A validator made for other branches does not count. No call for no branch.
 */
export async function readHeads(
  client: GitLabClient,
  path: string,
  { branches, validator }: HeadsAsk,
): Promise<Heads> {
  if (branches.length === 0) return { status: 'changed', validator: null, value: new Map() };
  const [names, known] = splitValidator(validator);
  const ask = { branches, validator: names === namesOf(branches) ? known : null };
  const answer = await readNamed(client, path, ask);
  if (answer === null) return { status: 'unchanged' };
  const listed = new Map(answer.value.map(({ name, commit }) => [name, commit.id]));
  const value = new Map(
    branches.flatMap((name): [string, string][] => {
      const sha = listed.get(name);
      return sha === undefined ? [] : [[name, sha]];
    }),
  );
  const { headers } = answer;
  return mark(branches, compare(ask.validator, [...value].sort(), { value, headers }));
}

/** Every page of the answer; only one that came alone keeps its ETag. */
async function readNamed(
  client: GitLabClient,
  path: string,
  { branches, validator }: HeadsAsk,
): Promise<Answer<GitLabBranch[]> | null> {
  const regex = `^(${branches.map(escape).join('|')})$`;
  const first = await askForBranches(client, path, { ...pageOf(null), regex, validator });
  if (first === null) return null;
  const listed = [...first.value];
  let next = nextPage(first.headers);
  if (next === null) return first;
  while (next !== null) {
    const ask: BranchesAsk = { ...pageOf(next), regex, validator: null };
    const page = await askForBranches(client, path, ask);
    listed.push(...(page?.value ?? []));
    next = page === null ? null : nextPage(page.headers);
  }
  return { value: listed, headers: {} };
}

/** RE2's special characters are JavaScript's. */
const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of branches as one word of a validator; a blank cannot stand in a branch's name. */
const namesOf = (branches: readonly string[]): string =>
  [...branches].sort().map(encodeURIComponent).join(',');

/** `names digest etag`. */
function splitValidator(validator: string | null): [string, string | null] {
  const [names = '', ...known] = validator?.split(' ') ?? [];
  return [names, known.length === 0 ? null : known.join(' ')];
}

const mark = (branches: readonly string[], heads: Heads): Heads =>
  heads.status === 'unchanged'
    ? heads
    : { ...heads, validator: `${namesOf(branches)} ${heads.validator ?? ''}` };
