import { roleKey } from './role-key';

/** What Jira told of a person and the roles of a project; `null` where it did not. */
export type ToldRoles = {
  projectKey: string;
  /** Names of the project roles that the person has. */
  held: string[] | null;
  /** Names of all roles of the project. */
  all: string[] | null;
  /** What it said where it did not tell. */
  why: string;
};

/** `no-such-role`: the project has no role of that name, so nobody can have it. */
export type Holding = 'held' | 'not-held' | 'no-such-role' | 'unknown';

/** Whether a person has a role of a project. What Jira does not tell is unknown, and never a yes. */
export function holdingOf(role: string, { held, all }: Pick<ToldRoles, 'held' | 'all'>): Holding {
  const isIn = (names: readonly string[]): boolean =>
    names.some((name) => roleKey(name) === roleKey(role));
  if (held && isIn(held)) return 'held';
  if (all && !isIn(all)) return 'no-such-role';
  return held && all ? 'not-held' : 'unknown';
}
