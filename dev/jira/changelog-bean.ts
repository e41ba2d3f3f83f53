import { findAccount, toUserDetails } from './account-bean';
import type { Records } from './records';
import type { SiteHistory, SiteIssue } from './site';

type Bean = Record<string, unknown>;

/** How many changes Jira embeds in an issue. */
const EMBEDDED = 100;

/** The whole history of an issue, oldest first. */
export function listChanges(records: Records, { changelog }: SiteIssue): Bean[] {
  return [...(changelog?.histories ?? [])]
    .sort((one, other) => Date.parse(one.created) - Date.parse(other.created))
    .map((history) => toChange(records, history));
}

/** The history as an issue embeds it: the newest changes, newest first, the rest cut off. */
export function toEmbeddedChangelog(records: Records, issue: SiteIssue): Bean {
  const newestFirst = listChanges(records, issue).reverse();
  return {
    startAt: 0,
    maxResults: Math.min(newestFirst.length, EMBEDDED),
    total: newestFirst.length,
    histories: newestFirst.slice(0, EMBEDDED),
  };
}

function toChange(records: Records, { id, created, author, items }: SiteHistory): Bean {
  return {
    id,
    ...toAuthor(records, author),
    created,
    items: items.map((item) => ({
      fieldtype: 'jira',
      fieldId: item.field,
      from: null,
      to: null,
      ...item,
      fromString: item.fromString ?? null,
      toString: item.toString ?? null,
    })),
  };
}

/** Changes that nobody made (automation, import) have no author in Jira either. */
function toAuthor(records: Records, author: unknown): { author?: Bean } {
  const named = author as { accountId?: string } | undefined;
  if (named?.accountId === undefined) return {};
  const account = findAccount(records, named.accountId);
  return { author: account ? toUserDetails(records, account) : { ...named } };
}
