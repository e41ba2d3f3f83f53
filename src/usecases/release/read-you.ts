import { distinctRoles } from '../../domain/release/gates/sign-offs';
import { maySignOff, type Signer } from '../../domain/release/may-sign-off';
import type { Ports } from '../../ports/ports';
import type { ReleaseState } from './read-release';
import { readManager, type ManagerPorts } from './release-manager';
import { askRoles } from './ask-roles';

/** What the viewer may do with a release. */
export type You = {
  name: string;
  /** Give and revoke waivers, and move the release on. */
  mayWaive: boolean;
  /** Who may, in words that a verb follows. */
  whoDecides: string;
  /** `refusal` says why a role is not for them; `null`: it is. `note`: why anybody may sign. */
  roles: { role: string; refusal: string | null; note: string | null }[];
};

type Signed = Pick<ReleaseState, 'facts' | 'settings' | 'scope'>;

export async function readYou(ports: ManagerPorts, state: Signed): Promise<You> {
  const [signer, { isManager, who }] = await Promise.all([
    readSigner(ports, state),
    readManager(ports, state.scope.projectKeys),
  ]);
  const roles = distinctRoles(state.facts).map((role) => {
    const answer = maySignOff(state, signer, role);
    return answer.kind === 'refused'
      ? { role, refusal: answer.reason, note: null }
      : { role, refusal: null, note: answer.note };
  });
  return { name: signer.displayName, mayWaive: isManager, whoDecides: who, roles };
}

/** The viewer, with what Jira tells of their roles in projects that ask for one. */
export async function readSigner(
  ports: Pick<Ports, 'asUser' | 'asApp'>,
  { settings }: Pick<ReleaseState, 'settings'>,
): Promise<Signer> {
  const asking = settings.filter(({ signOffs }) => signOffs.length > 0);
  const [viewer, told] = await Promise.all([
    ports.asUser.getViewer(),
    askRoles(
      ports,
      asking.map(({ projectKey }) => projectKey),
    ),
  ]);
  return { ...viewer, told };
}
