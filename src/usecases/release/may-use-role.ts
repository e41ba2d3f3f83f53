import { maySignOff, type MaySignOff } from '../../domain/release/may-sign-off';
import type { Ports } from '../../ports/ports';
import type { ReleaseState } from './read-release';

/** Whether the viewer may sign off as a role. */
export function mayUseRole(
  _ports: Pick<Ports, 'asUser'>,
  { facts }: Pick<ReleaseState, 'facts' | 'scope'>,
  { viewer, role }: { viewer: { displayName: string }; role: string },
): Promise<MaySignOff> {
  return Promise.resolve(maySignOff(facts, viewer, role));
}
