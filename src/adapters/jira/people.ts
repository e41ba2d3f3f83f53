import type { Person } from '../../ports/issue-tracker';
import { ask, type JiraFetch } from './request';
import { JiraUserPage, JiraUsers, type JiraUser } from './schema';

const MOST_FOUND = 20;
/** What one call names; a list of more goes in several. */
const NAMED_AT_ONCE = 50;

/**
 * People whose name or mail address begins so, in Jira's order; the first twenty, without accounts of apps
 * and those that were closed.
 *
 * Source: GET /rest/api/3/user/search, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/
 * Limits: one call. Who may not browse users and groups is given nobody, without a word.
 * Errors: as `ask`.
 */
export async function findPeople(fetch: JiraFetch, words: string): Promise<Person[]> {
  const query = new URLSearchParams({ query: words, maxResults: String(MOST_FOUND) });
  const users = await ask(fetch, {
    path: `/rest/api/3/user/search?${query.toString()}`,
    what: 'the people of the site',
    schema: JiraUsers,
  });
  return users.filter(isPerson).map(toPerson);
}

/**
 * The names of accounts; those that Jira does not know are left out.
 *
 * Source: GET /rest/api/3/user/bulk, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
 * Limits: one call for fifty accounts.
 * Errors: as `ask`.
 */
export async function namePeople(
  fetch: JiraFetch,
  accountIds: readonly string[],
): Promise<Person[]> {
  const people: Person[] = [];
  for (let start = 0; start < accountIds.length; start += NAMED_AT_ONCE) {
    const some = accountIds.slice(start, start + NAMED_AT_ONCE);
    const query = new URLSearchParams({ maxResults: String(NAMED_AT_ONCE) });
    for (const id of some) query.append('accountId', id);
    const { values } = await ask(fetch, {
      path: `/rest/api/3/user/bulk?${query.toString()}`,
      what: 'the names of accounts',
      schema: JiraUserPage,
    });
    people.push(...values.map(toPerson));
  }
  return people;
}

const isPerson = ({ accountType, active }: JiraUser): boolean =>
  accountType === 'atlassian' && active;

const toPerson = ({ accountId, displayName }: JiraUser): Person => ({ accountId, displayName });
