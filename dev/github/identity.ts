import { createHash } from 'node:crypto';

/** A number that is always the same for the same name: GitHub numbers everything. */
export function toId(name: string): number {
  return createHash('sha256').update(name.toLowerCase()).digest().readUIntBE(0, 4) + 1;
}

/** GitHub's opaque global id. */
export function toNodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** The user behind an address, when the address tells: `12+ana@users.noreply.github.com` is `ana`. */
export function findLogin(email: string): string | null {
  return /^(?:\d+\+)?([^@]+)@users\.noreply\./.exec(email)?.[1] ?? null;
}
