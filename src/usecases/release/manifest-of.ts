import { buildManifest } from '../../domain/manifest/build-manifest';
import type { Manifest } from '../../domain/manifest/manifest';
import { lifecycleOf } from '../../domain/release/lifecycle';
import type { ReleaseState } from './read-release';

/** The manifest of a release as it is now, as the app sees it. */
export function manifestOf(state: ReleaseState): Manifest {
  const { scope, bundle, decision, followUps, record, words } = state;
  return buildManifest({
    ...{ scope, bundle, decision, followUps, words },
    lifecycle: lifecycleOf(record.acts),
    signOffs: record.acts.signOffs,
  });
}
