import { useState, type CSSProperties } from 'react';
import type { IssueView, RepositoryChanges } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { LaneRow, type OpenCell } from './lane-row';
import './lanes.css';
import { inTroubleOrder } from './trouble-order';
import { LINE_STATE } from './words';

const SHOWN = 8;

/** One row per repository, one stop per line: what has reached where. */
export function Lanes({ view }: { view: IssueView }) {
  const changes = view.changes.length > SHOWN ? inTroubleOrder(view.changes) : view.changes;
  const isAnyAbsent = changes.some(({ commits }) =>
    commits.some(({ presence }) => Object.values(presence).some(({ by }) => by === null)),
  );

  return (
    <section aria-label="Lanes">
      <PagedList items={changes} limit={SHOWN} noun="repositories">
        {(shown) => <LaneTable view={view} changes={shown} />}
      </PagedList>
      {isAnyAbsent && (
        <p className="subtle proof-note">
          Presence rests on ancestry (is the commit in the branch’s history). A cherry-pick or a
          squash counts as absent for now.
        </p>
      )}
    </section>
  );
}

type TableProps = { view: IssueView; changes: readonly RepositoryChanges[] };

function LaneTable({ view, changes }: TableProps) {
  const [open, setOpen] = useState<OpenCell | null>(null);

  return (
    <div
      className="lanes-scroll"
      role="region"
      aria-label="State per repository and line"
      tabIndex={0}
    >
      <table
        className="lanes"
        role="table"
        style={{ '--lines': view.route.length } as CSSProperties}
      >
        <caption className="sr-only">
          How many changes of {view.key} each line holds, by repository
        </caption>
        <LaneHead view={view} />
        <tbody role="rowgroup">
          {changes.map((change) => (
            <LaneRow
              key={change.repository}
              change={change}
              view={view}
              open={open?.repository === change.repository ? open : null}
              onOpen={setOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LaneHead({ view: { route, lines } }: { view: IssueView }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader" className="lane-name">
          Repository
        </th>
        {route.map((name) => {
          const line = lines.find((candidate) => candidate.name === name);
          return (
            <th key={name} scope="col" role="columnheader">
              {name}
              {line && <span className="lane-total">{LINE_STATE[line.state]}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
