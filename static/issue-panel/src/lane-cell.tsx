import Tooltip from '@atlaskit/tooltip';
import type { CommitView, LineCell } from '../../../src/api/contract';
import { CellPreview } from './cell-preview';
import { attemptWords, environmentWords } from './environment-words';
import { shapeOf, Stop } from './stop';
import { branchWords, shadeWords } from './words';

type Props = {
  name: string;
  line: string;
  /** `null` when the repository does not have this line. */
  cell: LineCell | null;
  commits: CommitView[];
  now: string;
  factsId: string;
  isOpen: boolean;
  onToggle: (button: HTMLElement) => void;
};

const REACHED = ['part', 'all', 'deployed'];

/** A stop on the track: shape and words at a glance, facts on hover, focus and press. */
export function LaneCell({ name, line, cell, commits, now, factsId, isOpen, onToggle }: Props) {
  if (!cell) {
    return (
      <td role="cell" className="lane-cell lane-cell-unused">
        <span className="lane-line">{line}</span>
        <span className="subtle">not on its route</span>
      </td>
    );
  }
  const isReached = REACHED.includes(cell.state);

  return (
    <td role="cell" className={`lane-cell${isReached ? ' lane-cell-reached' : ''}`}>
      <Tooltip
        position="bottom-start"
        strategy="fixed"
        shouldRenderToParent
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
              onToggle(event.currentTarget);
            }}
          >
            <Stop shape={shapeOf(cell)} />
            <span className="sr-only">{`${name} on ${line}: ${cellSentence(cell, now)}`}</span>
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

/** `3 of 5 changes, deployed 2 of 5 · qa Tue`: the words of a cell as one sentence. */
function cellSentence(cell: LineCell, now: string): string {
  const branch = branchWords(cell);
  return [
    /\d$/.test(branch) ? `${branch} ${cell.of === 1 ? 'change' : 'changes'}` : branch,
    ...shadeWords(cell),
    ...environmentWords(cell, now),
    ...attemptWords(cell, now).map(({ words }) => words),
  ].join(', ');
}

function LaneWords({ cell, now }: { cell: LineCell; now: string }) {
  return (
    <span className="lane-words" aria-hidden="true">
      <span className="lane-count">{branchWords(cell)}</span>
      {shadeWords(cell).map((words) => (
        <span key={words} className="lane-shade">
          {words}
        </span>
      ))}
      {environmentWords(cell, now).map((words) => (
        <span key={words}>{words}</span>
      ))}
      {attemptWords(cell, now).map(({ state, words }) => (
        <span key={words} className={`lane-attempt lane-attempt-${state}`}>
          {words}
        </span>
      ))}
    </span>
  );
}
