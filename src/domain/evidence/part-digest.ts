import { canonicalHash } from '../canonical';
import type { RepositoryEvidence } from './issue-evidence';

/** The same for a part as it was made and as it was stored, if nothing of it was left out. 16 hex digits. */
export const partDigest = (part: RepositoryEvidence): string => canonicalHash(part).slice(0, 16);
