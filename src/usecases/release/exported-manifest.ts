import type { Manifest } from '../../domain/manifest/manifest';
import type { Ports } from '../../ports/ports';
import { unlessRefused, type Outcome } from '../refusal';
import { getSnapshot } from './find-snapshot';
import type { ReleaseQuestion } from './judge-release';
import { manifestOf } from './manifest-of';
import { maskForViewer } from './mask-for-viewer';
import { readRelease, type ReleasePorts } from './read-release';

/** The manifest that leaves: of a snapshot or as the release is now, as the viewer may see it. */
export function exportedManifest(
  ports: ReleasePorts & Pick<Ports, 'snapshots'>,
  { snapshot, ...question }: ReleaseQuestion & { snapshot?: string | undefined },
): Promise<Outcome<Manifest>> {
  if (snapshot !== undefined) {
    const found = getSnapshot(ports, { ...question, id: snapshot });
    return unlessRefused(found, ({ manifest }) => manifest);
  }
  return unlessRefused(readRelease(ports, { ...question, isWhole: true }), async (state) => {
    const manifest = manifestOf(state);
    const [masked = manifest] = await maskForViewer(ports, [manifest]);
    return masked;
  });
}
