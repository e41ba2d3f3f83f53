import { createHash } from 'node:crypto';

/** A number that is always the same for the same name: GitLab numbers everything. */
export function toId(name: string): number {
  return createHash('sha256').update(name.toLowerCase()).digest().readUIntBE(0, 4) + 1;
}
