import type { Verdict } from '../../../src/api/contract';
import './level.css';

/** From the worst to the mildest. */
export const LEVELS: readonly Verdict[] = ['blocked', 'manual-review', 'warning', 'safe'];

export const LEVEL: Record<Verdict, string> = {
  blocked: 'Blocked',
  'manual-review': 'Manual review',
  warning: 'Warning',
  safe: 'Safe',
};

type Props = { level: Verdict; isBig?: boolean };

/** A level as a shape and a word; the colour only repeats them. */
export function LevelBadge({ level, isBig = false }: Props) {
  return (
    <span className={`level level-${level}${isBig ? ' level-big' : ''}`}>
      <svg className="level-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPE[level]} />
      </svg>
      <span>{LEVEL[level]}</span>
    </span>
  );
}

/** A barred octagon, an eye, a triangle with its mark, a tick. */
const SHAPE: Record<Verdict, string> = {
  blocked: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM4.8 8h6.4',
  'manual-review':
    'M1 8s2.6-4.6 7-4.6S15 8 15 8s-2.6 4.6-7 4.6S1 8 1 8zm5 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  warning: 'M8 1.8 15 14H1zM8 6v3.8M8 11.9v.2',
  safe: 'm2 8.6 4 4 8-9',
};
