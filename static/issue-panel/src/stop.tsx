import type { LineCell } from '../../../src/api/contract';

export type StopShape = LineCell['state'] | 'missing';

/** A shape per state, so that colour is never the only sign. */
export function Stop({ shape }: { shape: StopShape }) {
  return (
    <svg className={`stop stop-${shape}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle className="stop-ring" cx="10" cy="10" r="8" />
      <Inside shape={shape} />
    </svg>
  );
}

function Inside({ shape }: { shape: StopShape }) {
  switch (shape) {
    case 'part':
      return <path className="stop-fill" d="M10 2a8 8 0 0 0 0 16z" />;
    case 'deployed':
      return <path className="stop-mark" d="m6 10.2 2.8 2.8L14.2 7.4" />;
    case 'unknown':
      return (
        <path className="stop-mark" d="M7.6 8a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.4M10 14v.2" />
      );
    case 'missing':
      return <path className="stop-mark" d="m6.8 6.8 6.4 6.4m0-6.4-6.4 6.4" />;
    case 'all':
    case 'none':
      return null;
  }
}

/** The shape that a cell is drawn with. */
export const shapeOf = ({ branchState, state }: LineCell): StopShape =>
  branchState === 'missing' ? 'missing' : state;
