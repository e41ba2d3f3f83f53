import { namedKeys, type HiddenIssues } from '../../domain/release/hidden-issues';
import type { JudgedBundle } from '../../domain/release/judged-issue';
import type { ReleaseScope } from '../../domain/release/release-scope';
import type { Ports } from '../../ports/ports';

/**
 * Which issues that a bundle names exist and are hidden from the viewer. A key that nobody finds is no
 * issue, and stays as it was written; one that the release holds is an issue all the same. What Jira
 * does not answer is thrown, never shown.
 */
export async function findHidden(
  ports: Pick<Ports, 'asUser' | 'asApp'>,
  { versionIds, jql }: Pick<ReleaseScope, 'versionIds' | 'jql'>,
  bundle: JudgedBundle,
): Promise<HiddenIssues> {
  const named = namedKeys(bundle);
  const visible = await visibleKeys(ports, { versionIds, jql }, named);
  const unseen = named.filter((key) => !visible.has(key));
  const found = unseen.length === 0 ? [] : await ports.asApp.findIssues(unseen);
  const hidden = found.filter(({ key }) => !visible.has(key));
  const unreadable = bundle.unreadable.map(({ key }) => key).filter((key) => !visible.has(key));
  return {
    keys: new Set([
      ...hidden.flatMap(({ key, formerKeys }) => [key, ...formerKeys]),
      ...unreadable,
    ]),
    titles: new Set(hidden.map(({ summary }) => summary)),
  };
}

/** By version or query first, which gives keys by the page; only others are asked for by key. */
async function visibleKeys(
  { asUser }: Pick<Ports, 'asUser'>,
  { versionIds, jql }: Pick<ReleaseScope, 'versionIds' | 'jql'>,
  named: readonly string[],
): Promise<Set<string>> {
  const listed = await Promise.all([
    ...versionIds.map((id) => asUser.listIssuesOfVersion(id)),
    ...(jql === null ? [] : [asUser.searchKeys(jql)]),
  ]);
  const visible = new Set(listed.flat());
  const others = named.filter((key) => !visible.has(key));
  const found = others.length === 0 ? [] : await asUser.findIssues(others);
  for (const { key, formerKeys } of found) for (const one of [key, ...formerKeys]) visible.add(one);
  return visible;
}
