import type { ReleaseRow } from '../../../src/api/contract';
import { Stop } from '../../issue-panel/src/stop';
import { LINE_STATE } from '../../issue-panel/src/words';

/** One dot a line, the track coloured as far as the issue came. */
export function LaneDots({ lines }: Pick<ReleaseRow, 'lines'>) {
  if (lines.length === 0) return <span className="subtle">no line known</span>;
  return (
    <span className="dots" role="img" aria-label={wordsOf(lines)} title={wordsOf(lines)}>
      {lines.map(({ name, state }, index) => (
        <span key={name} className="dot">
          {index > 0 && (
            <span className={state === 'none' ? 'dot-track' : 'dot-track dot-track-on'} />
          )}
          <Stop shape={state} />
        </span>
      ))}
    </span>
  );
}

/** `dev all deployed, test part, prod nothing yet` */
const wordsOf = (lines: ReleaseRow['lines']): string =>
  lines.map(({ name, state }) => `${name} ${LINE_STATE[state]}`).join(', ');
