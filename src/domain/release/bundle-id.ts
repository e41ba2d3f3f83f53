import { digestOf } from '../digest';
import type { ReleaseScope } from './release-scope';

/**
 * Names a bundle for storage, whatever promotion is looked at: by its versions, in any order, or by its
 * query. Letters, digits, `.` and `-`.
 */
export const bundleId = ({ versionIds, jql }: Pick<ReleaseScope, 'versionIds' | 'jql'>): string =>
  jql === null ? `v-${versionIds.toSorted().join('.')}` : `q-${digestOf(jql)}`;
