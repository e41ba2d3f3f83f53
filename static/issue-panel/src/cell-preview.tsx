import type { CommitView, LineCell } from '../../../src/api/contract';
import { plural, shortSha } from '../../shared/wording';
import { partition } from './partition';

const SHOWN = 4;

/** The gist of a cell for a passing look; a press shows all of it. */
export function CellPreview({ cell, commits }: { cell: LineCell; commits: CommitView[] }) {
  const { arrived, missing, unknown } = partition(commits, cell.line);
  const open = [...missing, ...unknown];

  return (
    <span className="preview">
      <span>{`Branch ${cell.branch}`}</span>
      {open.length === 0 && arrived.length > 0 && (
        <span>{`All ${plural(arrived.length, 'change')} in`}</span>
      )}
      {missing.length > 0 && <span>{`${missing.length} missing`}</span>}
      {unknown.length > 0 && <span>{`${unknown.length} unknown`}</span>}
      {open.slice(0, SHOWN).map(({ sha, title }) => (
        <span key={sha} className="preview-commit">{`${shortSha(sha)} ${title}`}</span>
      ))}
      {open.length > SHOWN && <span>{`and ${open.length - SHOWN} more`}</span>}
      <span>Press for all facts</span>
    </span>
  );
}
