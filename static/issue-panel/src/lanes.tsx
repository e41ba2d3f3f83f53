import { useState, type CSSProperties } from 'react';
import type { IssueLineView, IssueView, RepositoryChanges } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { LaneRow, type OpenCell } from './lane-row';
import './lanes.css';
import { inTroubleOrder } from './trouble-order';
import { STAGE } from './life-words';
import { LINE_STATE } from './words';

const SHOWN = 8;
/** With more rows than this each takes one line, so that the reasons stay on the first screen. */
const ROOMY = 3;

/** One row per repository, one stop per line: what has reached where. */
export function Lanes({ view }: { view: IssueView }) {
  const changes = view.changes.length > SHOWN ? inTroubleOrder(view.changes) : view.changes;

  return (
    <section aria-label="Lanes">
      <PagedList items={changes} limit={SHOWN} noun="repositories">
        {(shown) => <LaneTable view={view} changes={shown} />}
      </PagedList>
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
        className={changes.length > ROOMY ? 'lanes lanes-dense' : 'lanes'}
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

function LaneHead({ view: { route, lines, promotion } }: { view: IssueView }) {
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
              {line && <span className="lane-total">{totalWords(line)}</span>}
              {name === promotion?.from && <span className="lane-role">from</span>}
              {name === promotion?.to && <span className="lane-role">to</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** `part`, `all · rejected`: how much is there, and what became of it. */
function totalWords({ state, stage }: IssueLineView): string {
  const isSaid = stage === null || stage === 'in-branch' || stage === 'deployed';
  return isSaid ? LINE_STATE[state] : `${LINE_STATE[state]} · ${STAGE[stage]}`;
}
