import './dependency-status.css';
import { DEPENDENCY, type DependencyStatus } from './dependency-words';

/** A cross, a question mark, a lock, an arrow, a tick. */
export const DEPENDENCY_SHAPE: Record<DependencyStatus, string> = {
  missing: 'm4 4 8 8m0-8-8 8',
  unresolved: 'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.4M8 12v.2',
  hidden: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2',
  'in-bundle': 'M2.5 8h10M9 4.2 12.8 8 9 11.8',
  satisfied: 'm2.5 8.4 3.6 3.6 7.4-8',
};

/** How a dependency stands, as a shape and a word. */
export function DependencyStatusMark({ status }: { status: DependencyStatus }) {
  return (
    <span className={`edge-status edge-${status}`}>
      <svg className="edge-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={DEPENDENCY_SHAPE[status]} />
      </svg>
      {DEPENDENCY[status]}
    </span>
  );
}
