import { hiddenNames, keysOf, maskManifest } from '../../domain/manifest/mask-manifest';
import type { Manifest } from '../../domain/manifest/manifest';
import { withKeysInTexts, type HiddenIssues } from '../../domain/release/hidden-issues';
import { withoutNames } from '../../domain/release/without-names';
import type { Ports } from '../../ports/ports';
import { findHidden, listVisible } from './find-hidden';

/**
 * Manifests as the viewer may see them; what is hidden is called the same in all of them. Asks Jira as
 * the viewer; what Jira does not answer is thrown, never shown.
 */
export async function maskForViewer(
  ports: Pick<Ports, 'asUser' | 'asApp'>,
  manifests: readonly Manifest[],
): Promise<Manifest[]> {
  const issues = manifests.flatMap((manifest) => manifest.issues);
  const listed = await listVisible(
    ports,
    manifests.map(({ release }) => release),
  );
  const found = await findHidden(ports, listed, {
    named: [...new Set(manifests.flatMap((one) => withKeysInTexts(keysOf(one), one)))],
    held: [
      ...issues.map(({ key }) => key),
      ...manifests.flatMap(({ evidence }) => evidence.unreadable.map(({ key }) => key)),
    ],
  });
  const hidden = withTitlesOf(issues, found);
  const names = hiddenNames(hidden.keys);
  return manifests.map((manifest) => ({
    ...withoutNames(maskManifest(manifest, names), hidden),
    release: manifest.release,
  }));
}

/** A title may have been another one when a snapshot was taken. */
function withTitlesOf(issues: Manifest['issues'], { keys, titles }: HiddenIssues): HiddenIssues {
  const then = issues.filter(({ key }) => keys.has(key)).map(({ summary }) => summary);
  return { keys, titles: new Set([...titles, ...then]) };
}
