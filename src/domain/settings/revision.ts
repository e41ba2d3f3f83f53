import { digestOf } from '../digest';
import type { ProjectSettings } from './project-settings';

/** Which settings were read; `null` for a project that has none yet. */
export type Revision = string | null;

/** The revision of settings as they are stored: another one once somebody changed them. */
export const revisionOf = (stored: ProjectSettings | undefined): Revision =>
  stored === undefined ? null : digestOf(stored);
