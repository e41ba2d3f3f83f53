import { listed } from '../reasons/evidence-links';
import type { ProjectSettings } from '../settings/project-settings';
import { ownCommits } from './authors';
import type { ReleaseFacts } from './gates/release-facts';
import { distinctRoles } from './gates/sign-offs';
import { roleKey } from './role-key';
import { holdingOf, type Holding, type ToldRoles } from './told-roles';

/** `role`: as the settings write it. `note`: why it is open to anybody who may see the project. */
export type MaySignOff =
  { kind: 'allowed'; role: string; note: string | null } | { kind: 'refused'; reason: string };

/** Somebody who would sign, with what Jira told of each project whose settings name a role. */
export type Signer = { displayName: string; accountId: string; told: readonly ToldRoles[] };

type Asked = {
  facts: ReleaseFacts;
  /** Of the projects that the release is of. */
  settings: readonly Pick<ProjectSettings, 'projectKey' | 'signOffs'>[];
};

/**
 * Whether somebody may sign off what there is now. Incomplete evidence is no reason to refuse: the gate
 * of the evidence fails by itself.
 */
export function maySignOff({ facts, settings }: Asked, person: Signer, role: string): MaySignOff {
  const roles = distinctRoles(facts);
  const known = roles.find((one) => roleKey(one) === roleKey(role));
  if (known === undefined) {
    const there = roles.length === 0 ? 'no role' : listed(roles);
    return refused(`${role} signs off nothing here: the settings name ${there}.`);
  }
  const own = [...new Set(ownCommits(facts.bundle, person.displayName).map(({ key }) => key))];
  return own.length === 0
    ? withRole(known, person, settings)
    : refused(
        `${person.displayName} wrote changes of ${listed(own)}: somebody else must sign off.`,
      );
}

const refused = (reason: string): MaySignOff => ({ kind: 'refused', reason });

/** One sign-off is of the whole release, so the role is needed in each project that asks for it. */
function withRole(role: string, person: Signer, settings: Asked['settings']): MaySignOff {
  const asking = settings.flatMap(({ projectKey, signOffs }) => {
    const own = signOffs.filter((one) => roleKey(one.role) === roleKey(role));
    const accountIds = own.flatMap((one) => one.accountIds ?? []);
    return own.length > 0 ? [{ projectKey, accountIds }] : [];
  });
  const answers = asking.map((one) => ({ ...one, holding: holdingIn(one, role, person) }));
  const keysOf = (wanted: Holding): string[] =>
    answers.filter((one) => one.holding === wanted).map((one) => one.projectKey);
  const [unknown, missing, open] = [keysOf('unknown'), keysOf('not-held'), keysOf('no-such-role')];
  if (unknown.length > 0) return refused(untold(role, unknown, person.told));
  if (missing.length > 0) return refused(notHeld(role, missing, asking.length));
  const note = `Jira has no project role ${role} in ${listed(open)}: anybody who may see the project may sign.`;
  return { kind: 'allowed', role, note: open.length > 0 ? note : null };
}

/** Where somebody is named, a role that Jira does not have opens it to nobody else. */
function holdingIn(
  { projectKey, accountIds }: { projectKey: string; accountIds: readonly string[] },
  role: string,
  { accountId, told }: Signer,
): Holding {
  if (accountIds.includes(accountId)) return 'held';
  const roles = told.find((one) => one.projectKey === projectKey);
  const holding = roles ? holdingOf(role, roles) : 'unknown';
  return holding === 'no-such-role' && accountIds.length > 0 ? 'not-held' : holding;
}

function untold(role: string, projects: string[], told: readonly ToldRoles[]): string {
  const why = told.find(({ projectKey }) => projects.includes(projectKey))?.why ?? '';
  return `Jira did not tell whether you have the project role ${role} in ${listed(projects)}, so you may not sign. ${why}`.trim();
}

const notHeld = (role: string, projects: string[], of: number): string =>
  `You do not have the project role ${role} in ${listed(projects)}, so you may not sign.${
    of > 1 ? ' One sign-off is of all projects of the release.' : ''
  } Who administers the project gives it in Jira.`;
