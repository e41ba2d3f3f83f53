import type { ReleaseHistory, ReleaseView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { useReleaseHistory } from './api';
import { LookedUp } from './looked-up';
import type { TabProps } from './tab-props';

/** Everything that people did with the release, the newest first. */
export function HistoryTab({ view, choice }: TabProps) {
  const query = useReleaseHistory(choice);
  return (
    <LookedUp query={query} what="the history">
      {(history) => <Entries entries={entriesOf(history, view)} now={view.evidence.now} />}
    </LookedUp>
  );
}

function Entries({ entries, now }: { entries: Entry[]; now: string }) {
  return (
    <section aria-label="History">
      {entries.length === 0 && <p className="subtle">Nobody did anything with this release yet.</p>}
      <ol className="owner-list">
        {entries.map(({ id, at, by, words }) => (
          <li key={id}>
            <p>
              <Moment at={at} now={now} /> <strong>{by}</strong> {words}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Entry = { id: string; at: string; by: string; words: string };

const noteOf = (note: string | null): string => (note === null ? '' : `: “${note}”`);

function entriesOf({ signOffs, waivers, moves }: ReleaseHistory, { gates }: ReleaseView): Entry[] {
  const nameOf = new Map<string, string>(gates.map(({ id, name }) => [id, name]));
  const entries = [
    ...signOffs.flatMap(({ id, at, by, role, decision, note, revoked }) => [
      { id, at, by, words: `${decision} as ${role}${noteOf(note)}` },
      ...(revoked
        ? [{ id: `${id} back`, ...revoked, words: `took back the word of ${role}` }]
        : []),
    ]),
    ...waivers.flatMap(({ id, at, by, gate, reason, revoked }) => [
      { id, at, by, words: `waived ${nameOf.get(gate) ?? gate}: “${reason}”` },
      ...(revoked
        ? [
            {
              id: `${id} back`,
              ...revoked,
              words: `took back the waiver of ${nameOf.get(gate) ?? gate}`,
            },
          ]
        : []),
    ]),
    ...moves.map(({ at, by, from, to, note }) => ({
      ...{ id: `${at} ${to}`, at, by },
      words: `moved the release from ${from} to ${to}${noteOf(note)}`,
    })),
  ];
  return entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
