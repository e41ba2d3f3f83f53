import type { Branch, Conditional, Page } from '../../ports/code-host';
import { inRoute, nextPage, pageOf, splitPath } from './address';
import type { Answer, GitHubClient } from './client';
import { toBranch } from './map';
import { aliasAt, headsQuery, toVariables } from './queries';
import type { GitHubBranch } from './schema';
import { GitHubBranches, GitHubHeads } from './schema';
import { compare, toHeaders } from '../validator';

type Heads = Conditional<Map<string, string>>;
type HeadsAsk = { branches: readonly string[]; validator: string | null };

const PER_PAGE = 100;

/**
 * Branches with their heads, 100 a page, by name.
 *
 * Source: GET /repos/{owner}/{repo}/branches, https://docs.github.com/rest/branches/branches#list-branches
 * Limits: an ETag speaks for its page alone, so only a list that one page holds for certain (under
 *         100) gets a validator. A longer list is `changed` every time, with `validator: null`.
 */
export async function listBranches(
  client: GitHubClient,
  path: string,
  { validator, cursor }: { validator: string | null; cursor: string | null },
): Promise<Conditional<Page<Branch>>> {
  const known = cursor === null ? validator : null;
  const answer = await askForBranches(client, path, { validator: known, cursor });
  if (answer === null) return { status: 'unchanged' };
  const items = answer.value.map(toBranch);
  const value = { items, next: nextPage(answer.headers) };
  return cursor === null && items.length < PER_PAGE
    ? compare(known, items, { value, headers: answer.headers })
    : { status: 'changed', validator: null, value };
}

const askForBranches = (
  client: GitHubClient,
  path: string,
  { validator, cursor }: { validator: string | null; cursor: string | null },
): Promise<Answer<GitHubBranch[]> | null> =>
  client.getUnless(304, {
    route: 'GET /repos/{owner}/{repo}/branches',
    parameters: { ...inRoute(path), ...pageOf(cursor), headers: toHeaders(validator) },
    schema: GitHubBranches,
    about: { what: 'the branches', path },
  });

/**
 * Heads of the branches named. While the repository has under 100 branches it is the conditional
 * list of them that answers; once it has more, a query for exactly these, and the validator says so.
 *
 * Source: GET /repos/{owner}/{repo}/branches, https://docs.github.com/rest/branches/branches#list-branches;
 *         GraphQL `Repository.ref`, https://docs.github.com/graphql/reference/objects#repository
 * Limits: one request; two the first time that the list turns out to be too long. A validator made
 *         for other branches does not count. No call for no branch.
 */
export async function readHeads(
  client: GitHubClient,
  path: string,
  { branches, validator }: HeadsAsk,
): Promise<Heads> {
  if (branches.length === 0) return { status: 'changed', validator: null, value: new Map() };
  const [basis, names, known] = splitValidator(validator);
  const ask = { branches, validator: names === namesOf(branches) ? known : null };
  const heads = basis === 'refs' ? null : await readListed(client, path, ask);
  return heads ?? mark('refs', branches, await readRefs(client, path, ask));
}

/** `null` when the list is too long for one page. */
async function readListed(
  client: GitHubClient,
  path: string,
  { branches, validator }: HeadsAsk,
): Promise<Heads | null> {
  const answer = await askForBranches(client, path, { validator, cursor: null });
  if (answer === null) return { status: 'unchanged' };
  if (answer.value.length >= PER_PAGE) return null;
  const listed = new Map(answer.value.map(({ name, commit }) => [name, commit.sha]));
  const heads = branches.map((branch) => [branch, listed.get(branch)] as const);
  return mark('list', branches, toHeads(validator, heads, answer.headers));
}

async function readRefs(
  client: GitHubClient,
  path: string,
  { branches, validator }: HeadsAsk,
): Promise<Heads> {
  const { repository } = await client.query({
    text: headsQuery(branches.length),
    variables: { ...splitPath(path), ...toVariables(branches.map((name) => `refs/heads/${name}`)) },
    schema: GitHubHeads,
    about: { what: 'the branches', path },
  });
  const heads = branches.map(
    (branch, index) => [branch, repository[aliasAt(index)]?.target?.oid] as const,
  );
  return toHeads(validator, heads, {});
}

function toHeads(
  validator: string | null,
  heads: readonly (readonly [string, string | undefined])[],
  headers: Answer<unknown>['headers'],
): Heads {
  const value = new Map(heads.flatMap(([name, sha]) => (sha === undefined ? [] : [[name, sha]])));
  return compare(validator, [...value].sort(), { value, headers });
}

/** Names of branches as one word of a validator; a blank cannot stand in a branch's name. */
const namesOf = (branches: readonly string[]): string =>
  [...branches].sort().map(encodeURIComponent).join(',');

/** `basis names digest etag`. */
function splitValidator(validator: string | null): [string, string, string | null] {
  const [basis = '', names = '', ...known] = validator?.split(' ') ?? [];
  return [basis, names, known.length === 0 ? null : known.join(' ')];
}

const mark = (basis: 'list' | 'refs', branches: readonly string[], heads: Heads): Heads =>
  heads.status === 'unchanged'
    ? heads
    : { ...heads, validator: `${basis} ${namesOf(branches)} ${heads.validator ?? ''}` };
