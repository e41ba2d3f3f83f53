import type { Person } from '../ports/issue-tracker';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';

type PeoplePorts = Pick<Ports, 'asUser'>;

/** People to be named in settings, as the viewer may find them. */
export const findPeople = (
  ports: PeoplePorts,
  { words }: { words: string },
): Promise<Outcome<Person[]>> => asAdministrator(ports, () => ports.asUser.findPeople(words));

/** Who the accounts are that settings name. */
export const namePeople = (
  ports: PeoplePorts,
  { accountIds }: { accountIds: readonly string[] },
): Promise<Outcome<Person[]>> =>
  asAdministrator(ports, () => ports.asUser.namePeople([...new Set(accountIds)]));
