import type { Snapshot } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { LevelBadge } from '../../issue-panel/src/level';
import { Moment } from '../../shared/moment';
import { exactTime, plural } from '../../shared/wording';
import { OF_ONE_TAB } from './address';
import { AddressLink } from './address-link';
import { HASH_SHOWN, OCCASION } from './snapshot-words';

const SHOWN = 50;

type Props = { snapshots: Snapshot[]; now: string };

/** All that were kept, the newest first. */
export function SnapshotList({ snapshots, now }: Props) {
  if (snapshots.length === 0) {
    return (
      <p>
        No snapshot was taken yet. A snapshot keeps the release as it is, and nothing of it ever
        changes. One is taken by itself when somebody signs the release off, and when it is shipped.
      </p>
    );
  }
  return (
    <PagedList items={snapshots} limit={SHOWN} noun="snapshots">
      {(shown) => (
        <div className="table-scroll" role="region" aria-label="Snapshots" tabIndex={0}>
          <table className="plain-table">
            <caption>{`${plural(snapshots.length, 'snapshot')}, the newest first`}</caption>
            <thead>
              <tr>
                <th scope="col">Taken</th>
                <th scope="col">By</th>
                <th scope="col">Occasion</th>
                <th scope="col">Note</th>
                <th scope="col">Decision</th>
                <th scope="col">Promotion</th>
                <th scope="col">Issues</th>
                <th scope="col">Hash</th>
                <th scope="col">Compare</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row key={one.id} snapshot={one} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagedList>
  );
}

function Row({ snapshot, now }: { snapshot: Snapshot; now: string }) {
  const { id, at, by, why, note, decision, verdict, promotion, mode, issues, hash } = snapshot;
  return (
    <tr>
      <th scope="row" className="short">
        <AddressLink
          change={{ ...OF_ONE_TAB, snapshot: id }}
          label={`Open the snapshot of ${exactTime(at)}`}
        >
          {exactTime(at)}
        </AddressLink>
        <span className="subtle block">
          <Moment at={at} now={now} hasTitle={false} />
        </span>
      </th>
      <td>{by}</td>
      <td className="short">{OCCASION[why]}</td>
      <td>{note === null ? '–' : <bdi>{note}</bdi>}</td>
      <td className="short">
        <strong>{decision}</strong> <LevelBadge level={verdict} />
      </td>
      <td className="short">
        {`${promotion.from} → ${promotion.to}`}
        {mode === 'audit' && ', audit'}
      </td>
      <td className="number">{issues}</td>
      <td className="short">
        <code title={hash}>{`#${hash.slice(0, HASH_SHOWN)}`}</code>
      </td>
      <td className="short">
        <AddressLink change={{ ...OF_ONE_TAB, before: id, after: 'now' }}>
          with now<span className="sr-only">{`: the snapshot of ${exactTime(at)}`}</span>
        </AddressLink>
      </td>
    </tr>
  );
}
