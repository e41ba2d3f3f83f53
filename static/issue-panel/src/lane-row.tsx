import { useRef, type KeyboardEvent } from 'react';
import type { IssueView, LineCell, RepositoryChanges } from '../../../src/api/contract';
import { plural, repositoryPath } from '../../shared/wording';
import { CellFacts } from './cell-facts';
import { LaneCell } from './lane-cell';

export type OpenCell = { repository: string; line: string };

type Props = {
  change: RepositoryChanges;
  view: IssueView;
  /** The cell of this row whose facts are shown. */
  open: OpenCell | null;
  onOpen: (cell: OpenCell | null) => void;
};

/** One repository: its name, its stops, and the facts of the stop that is open. */
export function LaneRow({ change, view, open, onOpen }: Props) {
  const { repository, cells } = change;
  const name = change.service ?? repositoryPath(repository);
  const trigger = useRef<HTMLElement | null>(null);
  const openCell = cells.find(({ line }) => line === open?.line);
  const factsId = `facts-${repository}`.replace(/[^\w-]/g, '-');
  const close = () => {
    onOpen(null);
    trigger.current?.focus();
  };
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (openCell && key === 'Escape') close();
  };

  return (
    <>
      <tr role="row" className="lane" onKeyDown={closeOnEscape}>
        <th scope="row" role="rowheader" className="lane-name">
          <span className="lane-service">{name}</span>
          <About change={change} />
        </th>
        {view.route.map((line) => (
          <LaneCell
            key={line}
            name={name}
            line={line}
            cell={findCell(cells, line)}
            commits={change.commits}
            now={view.evidence.now}
            factsId={factsId}
            isOpen={openCell?.line === line}
            onToggle={(button) => {
              trigger.current = button;
              onOpen(openCell?.line === line ? null : { repository, line });
            }}
          />
        ))}
      </tr>
      {openCell && (
        <tr role="row" className="lane-facts" onKeyDown={closeOnEscape}>
          <td role="cell" colSpan={view.route.length + 1} id={factsId}>
            <CellFacts
              name={name}
              cell={openCell}
              commits={change.commits}
              basis={view.lines.find((line) => line.name === openCell.line)?.basis ?? null}
              now={view.evidence.now}
              onClose={close}
            />
          </td>
        </tr>
      )}
    </>
  );
}

const findCell = (cells: LineCell[], line: string): LineCell | null =>
  cells.find((cell) => cell.line === line) ?? null;

function About({ change: { repository, service, owner, commits } }: Pick<Props, 'change'>) {
  const parts = [owner, plural(commits.length, 'commit')].filter((part) => part !== null);
  return (
    <span className="subtle lane-about">
      {service !== null && <span className="lane-path">{`${repositoryPath(repository)} · `}</span>}
      {parts.join(' · ')}
    </span>
  );
}
