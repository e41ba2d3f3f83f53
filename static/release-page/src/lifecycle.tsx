import type { LifecycleState, ReleaseView } from '../../../src/api/contract';

const STATES: readonly LifecycleState[] = [
  'planning',
  'development',
  'staging',
  'validation',
  'ship',
];

/** Where the release is on its way from planning to ship. */
export function Lifecycle({ lifecycle: { state } }: Pick<ReleaseView, 'lifecycle'>) {
  const here = STATES.indexOf(state);
  return (
    <p className="lifecycle">
      <span className="lifecycle-steps" aria-hidden="true">
        {STATES.map((one, index) => (
          <span key={one} className={index <= here ? 'lifecycle-done' : 'lifecycle-open'} />
        ))}
      </span>
      <span className="sr-only">Lifecycle: </span>
      {state}
      <span className="subtle">{` ${here + 1} of ${STATES.length}`}</span>
    </p>
  );
}
