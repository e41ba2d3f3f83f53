import { useId } from 'react';
import type { DependencyView, IssueView } from '../../../src/api/contract';
import { DependencyStatusMark } from './dependency-status';
import { cycleWords, HIDDEN_ISSUE, keyOfDependency, mostUrgentFirst } from './dependency-words';
import { FirstFew } from './first-few';
import { IssueLink } from './issue-link';

const SHOWN = 4;

/** What the issue needs, and what can only travel together. */
export function TravelTogether({ view: { key, dependencies, order } }: { view: IssueView }) {
  const id = useId();

  if (dependencies.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="card-title">
        Must travel together
      </h2>
      <FirstFew
        items={mostUrgentFirst(dependencies)}
        limit={SHOWN}
        moreWords={({ length }) => `${length} more`}
      >
        {(shown) => (
          <ul>
            {shown.map((dependency) => (
              <Need
                key={keyOfDependency(dependency)}
                dependency={dependency}
                needsToo={isInCycle(dependency, key, order.cycles) ? key : null}
              />
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  );
}

export function Cycles({ cycles }: { cycles: string[][] }) {
  return cycles.map((cycle) => (
    <p key={cycle.join()} className="cycle">
      {cycleWords(cycle)}
    </p>
  ));
}

/** Whether what the issue needs also needs the issue. */
const isInCycle = (
  { key }: DependencyView,
  issueKey: string,
  cycles: readonly string[][],
): boolean =>
  key !== null && cycles.some((cycle) => cycle.includes(key) && cycle.includes(issueKey));

type NeedProps = { dependency: DependencyView; needsToo: string | null };

function Need({ dependency: { key, summary, status }, needsToo }: NeedProps) {
  return (
    <li className="need">
      {key === null ? HIDDEN_ISSUE : <IssueLink issueKey={key} />}
      {status !== 'hidden' && <DependencyStatusMark status={status} />}
      {needsToo !== null && <span className="mark">{`needs ${needsToo} too`}</span>}
      {summary !== null && (
        <span className="need-summary subtle">
          <bdi>{summary}</bdi>
        </span>
      )}
    </li>
  );
}
