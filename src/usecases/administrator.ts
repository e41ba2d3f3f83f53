import type { Ports } from '../ports/ports';
import { refuse, type Outcome } from './refusal';

/** Goes on only for a Jira administrator; anybody else learns nothing but that. */
export async function asAdministrator<Value>(
  { asUser }: Pick<Ports, 'asUser'>,
  run: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return (await asUser.isAdministrator())
    ? run()
    : refuse('forbidden', 'Only Jira administrators may open these settings. Ask one of them.');
}
