import type { Manifest } from '../domain/manifest/manifest';
import { manifestOf } from '../usecases/release/manifest-of';
import type { ReleaseState } from '../usecases/release/read-release';

/** The manifest of a release as it is now. */
export const presentManifest = (state: ReleaseState): Manifest => manifestOf(state);
