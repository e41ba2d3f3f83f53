import type { LifeEventView } from '../../../src/api/contract';

/** A branch, up and down arrows, a cross, dots, a thumb's tick: one shape for each kind of event. */
const SHAPE: Record<LifeEventView['kind'], string> = {
  'in-branch': 'M5 3v10M11 4v2a3 3 0 0 1-3 3H5',
  deployed: 'M8 13V3.5M4 7l4-4 4 4',
  redeployed: 'M8 13V3.5M4 7l4-4 4 4M4.5 13h7',
  'rolled-back': 'M8 3v9.5M4 9l4 4 4-4',
  'deployment-failed': 'm4 4 8 8m0-8-8 8',
  deploying: 'M3.5 8h.2M8 8h.2M12.5 8h.2',
  rejected: 'M5.2 2.5h5.6l2.7 2.7v5.6l-2.7 2.7H5.2l-2.7-2.7V5.2zM5.5 8h5',
  approved: 'm2.5 8.4 3.6 3.6 7.4-8',
  promoted: 'M2.5 8h10M9 4.2 12.8 8 9 11.8',
};

export function LifeShape({ kind }: { kind: LifeEventView['kind'] }) {
  return (
    <svg className="life-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPE[kind]} />
    </svg>
  );
}
