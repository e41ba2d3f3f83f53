import { hiddenNames, keysOf, maskManifest } from '../../domain/manifest/mask-manifest';
import type { Manifest } from '../../domain/manifest/manifest';
import type { Ports } from '../../ports/ports';

/**
 * Manifests as the viewer may see them; what is hidden is called the same in all of them. Asks Jira as
 * the viewer; what Jira does not answer is thrown, never shown.
 */
export async function maskForViewer(
  ports: Pick<Ports, 'asUser'>,
  manifests: readonly Manifest[],
): Promise<Manifest[]> {
  const keys = [...new Set(manifests.flatMap(keysOf))];
  const names = hiddenNames(keys, await visibleKeys(ports, manifests, keys));
  return manifests.map((manifest) => maskManifest(manifest, names));
}

/** By version or query first, a page of keys a call; only others are asked for by key. */
async function visibleKeys(
  { asUser }: Pick<Ports, 'asUser'>,
  manifests: readonly Manifest[],
  keys: readonly string[],
): Promise<Set<string>> {
  const versionIds = [...new Set(manifests.flatMap(({ release }) => release.versionIds))];
  const queries = [...new Set(manifests.flatMap(({ release }) => release.jql ?? []))];
  const seen = await Promise.all([
    ...versionIds.map((id) => asUser.listIssuesOfVersion(id)),
    ...queries.map((jql) => asUser.searchKeys(jql)),
  ]);
  const visible = new Set(seen.flat());
  const others = keys.filter((key) => !visible.has(key));
  const found = others.length === 0 ? [] : await asUser.findIssues(others);
  for (const { key, formerKeys } of found) for (const one of [key, ...formerKeys]) visible.add(one);
  return visible;
}
