import type { HiddenIssues } from '../../domain/release/hidden-issues';
import type { ReleaseScope } from '../../domain/release/release-scope';
import type { Ports } from '../../ports/ports';

type Scope = Pick<ReleaseScope, 'versionIds' | 'jql'>;

/** Issues that are named, and those among them that releases hold. */
export type NamedIssues = { named: readonly string[]; held: readonly string[] };

/**
 * Which of the issues that are named exist and are hidden from the viewer, who may browse `listed`. A key that nobody finds is no
 * issue, and stays as it was written; one that a release holds is an issue all the same. What Jira
 * does not answer is thrown, never shown.
 */
export async function findHidden(
  ports: Pick<Ports, 'asUser' | 'asApp'>,
  listed: ReadonlySet<string>,
  { named, held }: NamedIssues,
): Promise<HiddenIssues> {
  const visible = await withOthers(ports, listed, named);
  const unseen = named.filter((key) => !visible.has(key));
  const found = unseen.length === 0 ? [] : await ports.asApp.findIssues(unseen);
  const hidden = found.filter(({ key }) => !visible.has(key));
  return {
    keys: new Set([
      ...hidden.flatMap(({ key, formerKeys }) => [key, ...formerKeys]),
      ...held.filter((key) => !visible.has(key)),
    ]),
    titles: new Set(hidden.map(({ summary }) => summary)),
  };
}

/** What the viewer may browse of releases, by version or query: that gives keys by the page. */
export async function listVisible(
  { asUser }: Pick<Ports, 'asUser'>,
  scopes: readonly Scope[],
): Promise<Set<string>> {
  const versionIds = [...new Set(scopes.flatMap((scope) => scope.versionIds))];
  const queries = [...new Set(scopes.flatMap(({ jql }) => jql ?? []))];
  const listed = await Promise.all([
    ...versionIds.map((id) => asUser.listIssuesOfVersion(id)),
    ...queries.map((jql) => asUser.searchKeys(jql)),
  ]);
  return new Set(listed.flat());
}

/** Only what is not listed is asked for by key. */
async function withOthers(
  { asUser }: Pick<Ports, 'asUser'>,
  listed: ReadonlySet<string>,
  named: readonly string[],
): Promise<Set<string>> {
  const visible = new Set(listed);
  const others = named.filter((key) => !visible.has(key));
  const found = others.length === 0 ? [] : await asUser.findIssues(others);
  for (const { key, formerKeys } of found) for (const one of [key, ...formerKeys]) visible.add(one);
  return visible;
}
