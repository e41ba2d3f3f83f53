import { ComparedStates } from './comparison';
import type { Address } from './address';
import { OpenedSnapshot } from './opened-snapshot';
import { SnapshotActs } from './snapshot-acts';
import { SnapshotList } from './snapshot-list';
import { OCCASIONS, useSnapshots, type Question } from './snapshot-queries';
import './snapshots.css';
import type { TabProps } from './tab-props';
import { LookedUp } from './looked-up';
import { useAddress } from './use-address';

/** States of the release that were kept: all, one of them, or what differs between two. */
export function SnapshotsTab({ view, choice }: TabProps) {
  const [address] = useAddress();
  const question = questionOf(address);
  const query = useSnapshots(choice);

  return (
    <LookedUp query={query} what="the snapshots">
      {(snapshots) => (
        <>
          <SnapshotActs choice={choice} snapshots={snapshots} question={question} />
          {question && <ComparedStates choice={choice} question={question} view={view} />}
          {!question && address.snapshot !== undefined && (
            <OpenedSnapshot choice={choice} id={address.snapshot} view={view} />
          )}
          {!question && address.snapshot === undefined && (
            <SnapshotList snapshots={snapshots} now={view.evidence.now} />
          )}
        </>
      )}
    </LookedUp>
  );
}

function questionOf({ before, after, since }: Address): Question | null {
  const occasion = OCCASIONS.find((one) => one === since);
  if (occasion) return { since: occasion };
  return before === undefined || after === undefined ? null : { before, after };
}
