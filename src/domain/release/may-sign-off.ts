import { listed } from '../reasons/evidence-links';
import { ownCommits } from './authors';
import type { ReleaseFacts } from './gates/release-facts';
import { distinctRoles, roleKey } from './gates/sign-offs';

/** `role`: as the settings write it. */
export type MaySignOff = { kind: 'allowed'; role: string } | { kind: 'refused'; reason: string };

/**
 * Whether somebody may sign off what there is now. Incomplete evidence is no reason to refuse: the gate
 * of the evidence fails by itself.
 */
export function maySignOff(
  facts: ReleaseFacts,
  person: { displayName: string },
  role: string,
): MaySignOff {
  const roles = distinctRoles(facts);
  const known = roles.find((one) => roleKey(one) === roleKey(role));
  if (known === undefined) {
    const there = roles.length === 0 ? 'no role' : listed(roles);
    return {
      kind: 'refused',
      reason: `${role} signs off nothing here: the settings name ${there}.`,
    };
  }
  const own = [...new Set(ownCommits(facts.bundle, person.displayName).map(({ key }) => key))];
  return own.length === 0
    ? { kind: 'allowed', role: known }
    : {
        kind: 'refused',
        reason: `${person.displayName} wrote changes of ${listed(own)}: somebody else must sign off.`,
      };
}
