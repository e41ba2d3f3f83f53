import type { ReleaseChoice, Snapshot } from '../../../src/api/contract';
import { OF_ONE_TAB } from './address';
import { CompareForm } from './compare-form';
import { OCCASIONS, type Question } from './snapshot-queries';
import { TakeSnapshot } from './take-snapshot';
import { useAddress } from './use-address';

type Props = { choice: ReleaseChoice; snapshots: Snapshot[]; question: Question | null };

/** What can be done with snapshots: take one, ask what changed since, compare any two. */
export function SnapshotActs({ choice, snapshots, question }: Props) {
  return (
    <div className="snapshot-acts">
      <TakeSnapshot choice={choice} />
      <SinceChoice question={question} />
      {snapshots.length > 0 && <CompareForm snapshots={snapshots} />}
    </div>
  );
}

function SinceChoice({ question }: Pick<Props, 'question'>) {
  const [, change] = useAddress();
  const chosen = question && 'since' in question ? question.since : null;
  return (
    <div className="since" role="group" aria-label="What changed since the last">
      <span aria-hidden="true">What changed since the last</span>
      {OCCASIONS.map((since) => (
        <button
          key={since}
          type="button"
          className="since-choice"
          aria-pressed={chosen === since}
          onClick={() => {
            change({ ...OF_ONE_TAB, since: chosen === since ? undefined : since });
          }}
        >
          <span className="sr-only">What changed since the last </span>
          {since}
        </button>
      ))}
    </div>
  );
}
