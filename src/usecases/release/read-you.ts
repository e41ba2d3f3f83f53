import type { Ports } from '../../ports/ports';
import { distinctRoles } from '../../domain/release/gates/sign-offs';
import { mayUseRole } from './may-use-role';
import type { ReleaseState } from './read-release';
import { isReleaseManager } from './release-manager';

/** What the viewer may do with a release. `refusal` says why a role is not for them; `null`: it is. */
export type You = {
  name: string;
  /** Give and revoke waivers, and move the release on. */
  mayWaive: boolean;
  roles: { role: string; refusal: string | null }[];
};

export async function readYou(
  ports: Pick<Ports, 'asUser'>,
  state: Pick<ReleaseState, 'facts' | 'scope'>,
): Promise<You> {
  const [viewer, mayWaive] = await Promise.all([
    ports.asUser.getViewer(),
    isReleaseManager(ports, state.scope.projectKeys),
  ]);
  const roles = await Promise.all(
    distinctRoles(state.facts).map(async (role) => {
      const answer = await mayUseRole(ports, state, { viewer, role });
      return { role, refusal: answer.kind === 'refused' ? answer.reason : null };
    }),
  );
  return { name: viewer.displayName, mayWaive, roles };
}
