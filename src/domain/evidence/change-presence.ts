import { createPresenceIn } from '../presence/presence';
import type { FactsNeeded, FoundPresence, PresenceFacts, Span } from '../presence/presence-facts';
import type { RefName } from './issue-evidence';

/** Where changes are, and what to ask the host for to know it better. */
export type ChangePresence = {
  /** By ref, without those that have not got the change. */
  presenceOf: (sha: string) => Partial<Record<RefName, FoundPresence>>;
  needs: FactsNeeded;
};

/** Looks for changes in every ref; refs at the same commit are asked once. */
export function findChanges(
  facts: PresenceFacts,
  refs: readonly (readonly [RefName, string])[],
  shas: readonly string[],
): ChangePresence {
  const presenceIn = createPresenceIn(facts);
  const heads = [...new Set(refs.map(([, head]) => head))];
  const answers = new Map(heads.map((head) => [head, presenceIn(head, shas)]));
  return {
    presenceOf: (sha) =>
      Object.fromEntries(
        refs.flatMap(([name, head]) => {
          const found = answers.get(head)?.found.get(sha);
          return found && isWorthKeeping(found) ? [[name, found]] : [];
        }),
      ),
    needs: joinNeeds([...answers.values()].map(({ needs }) => needs)),
  };
}

/** A ref that is not named has not got the change; what carries no change is nowhere but where it is reached. */
const isWorthKeeping = ({ state, note }: FoundPresence): boolean =>
  note === 'carries-no-change' ? false : state !== 'absent' || note !== undefined;

function joinNeeds(all: readonly FactsNeeded[]): FactsNeeded {
  const blobs = new Map<string, Set<string>>();
  for (const [sha, paths] of all.flatMap((needs) => [...needs.blobs])) {
    blobs.set(sha, new Set([...(blobs.get(sha) ?? []), ...paths]));
  }
  return {
    diffs: new Set(all.flatMap(({ diffs }) => [...diffs])),
    blobs,
    spans: new Map<string, Span>(all.flatMap(({ spans }) => [...spans])),
  };
}
