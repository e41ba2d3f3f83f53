import { parseRepositoryId, type Provider, type RepositoryId } from '../repository';
import { hostOf } from './host-address';

/** What tells whether a connection covers a repository. */
export type ConnectionScope = {
  provider: Provider;
  /** Of the host's API: `https://api.github.com`. */
  baseUrl: string;
  /** An owner, organization or group; `null` for all that no other connection names. */
  owner: string | null;
};

/** The connection that a repository is read through: the nearest owner's, else the host's; `undefined` for none. */
export function connectionFor<Scope extends ConnectionScope>(
  id: RepositoryId,
  connections: readonly Scope[],
): Scope | undefined {
  const address = parseRepositoryId(id);
  if (address === null) return undefined;
  const host = address.host.toLowerCase();
  const [nearest] = connections
    .filter((each) => each.provider === address.provider && hostOf(each) === host)
    .filter(({ owner }) => isOwnedBy(address.path, owner))
    .sort((a, b) => depth(b.owner) - depth(a.owner));
  return nearest;
}

/** Whether a path on a host lies under an owner; every path lies under `null`. */
export function isOwnedBy(path: string, owner: string | null): boolean {
  return owner === null || path.toLowerCase().startsWith(`${owner.toLowerCase()}/`);
}

function depth(owner: string | null): number {
  return owner === null ? 0 : owner.split('/').length;
}
