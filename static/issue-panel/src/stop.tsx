import type { LineCell, PresenceState } from '../../../src/api/contract';
import './stop.css';

export type StopShape = LineCell['state'] | 'missing' | 'adapted' | 'reverted';

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
  if (shape === 'part') return <path className="stop-fill" d="M10 2a8 8 0 0 0 0 16z" />;
  if (shape === 'all' || shape === 'none') return null;
  return <path className="stop-mark" d={MARK[shape]} />;
}

/** A tick, a question mark, a cross, a wave, an arrow that turns back. */
const MARK: Record<Exclude<StopShape, 'part' | 'all' | 'none'>, string> = {
  deployed: 'm6 10.2 2.8 2.8L14.2 7.4',
  unknown: 'M7.6 8a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.4M10 14v.2',
  missing: 'm6.8 6.8 6.4 6.4m0-6.4-6.4 6.4',
  adapted: 'M5.6 10.8c1.6-2.8 2.9-2.8 4.4-.8s2.8 2 4.4-.8',
  reverted: 'M6 9h5.2a2.4 2.4 0 0 1 0 4.8H8.6M8.4 6.4 5.8 9l2.6 2.6',
};

/** The shape that a cell is drawn with: what a person should look at wins. */
export function shapeOf({ branchState, state, adapted, reverted }: LineCell): StopShape {
  if (branchState === 'missing') return 'missing';
  if (reverted > 0) return 'reverted';
  const isWhole = state === 'all' || state === 'deployed';
  return isWhole && adapted > 0 ? 'adapted' : state;
}

/** The shape that one commit on one line is drawn with. */
export const PRESENCE_SHAPE: Record<PresenceState, StopShape> = {
  present: 'all',
  adapted: 'adapted',
  absent: 'none',
  reverted: 'reverted',
  unknown: 'unknown',
};
