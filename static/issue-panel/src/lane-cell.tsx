import Tooltip from '@atlaskit/tooltip';
import type { CommitView, LineCell } from '../../../src/api/contract';
import { CellPreview } from './cell-preview';
import { shapeOf, Stop } from './stop';
import { attemptWords, branchWords, environmentWords } from './words';

type Props = {
  name: string;
  line: string;
  /** `null` when the repository does not have this line. */
  cell: LineCell | null;
  commits: CommitView[];
  now: string;
  factsId: string;
  isOpen: boolean;
  onToggle: () => void;
};

const REACHED = ['part', 'all', 'deployed'];

/** A stop on the track: shape and words at a glance, facts on hover, focus and press. */
export function LaneCell({ name, line, cell, commits, now, factsId, isOpen, onToggle }: Props) {
  if (!cell)
    return (
      <td role="cell" className="lane-cell lane-cell-unused">
        <span className="lane-line">{line}</span>
        <span className="subtle">not on its route</span>
      </td>
    );
  const isReached = REACHED.includes(cell.state);

  return (
    <td role="cell" className={`lane-cell${isReached ? ' lane-cell-reached' : ''}`}>
      <Tooltip
        position="bottom-start"
        content={<CellPreview cell={cell} commits={commits} />}
        isScreenReaderAnnouncementDisabled
      >
        {(tooltip) => (
          <button
            {...tooltip}
            type="button"
            className="lane-stop"
            aria-expanded={isOpen}
            aria-controls={isOpen ? factsId : undefined}
            onClick={(event) => {
              tooltip.onClick(event);
              onToggle();
            }}
          >
            <Stop shape={shapeOf(cell)} />
            <span className="sr-only">{`${name} on ${line}: `}</span>
            <span className="lane-line" aria-hidden="true">
              {line}
            </span>
            <LaneWords cell={cell} now={now} />
          </button>
        )}
      </Tooltip>
    </td>
  );
}

function LaneWords({ cell, now }: { cell: LineCell; now: string }) {
  const branch = branchWords(cell);
  const attempts = cell.environments.flatMap((environment) => attemptWords(environment, now) ?? []);

  return (
    <span className="lane-words">
      <span className="lane-count">
        {branch}
        {/\d$/.test(branch) && <span className="sr-only"> changes</span>}
      </span>
      {cell.environments.map((environment) => (
        <span key={environment.name} className="lane-environment">
          <span className="sr-only">, </span>
          {environmentWords(environment, cell.of, now)}
        </span>
      ))}
      {attempts.map((words) => (
        <span key={words} className="lane-attempt">
          <span className="sr-only">, </span>
          <span aria-hidden="true">▲ </span>
          {words}
        </span>
      ))}
    </span>
  );
}
