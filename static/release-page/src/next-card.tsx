import type { FollowUpView, ReleaseView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useAddress } from './use-address';

const SHOWN = 3;
const OWNERS_SHOWN = 4;

/** The three things to do next, and for whom things wait. */
export function NextCard({ view: { followUps, counts, owners } }: { view: ReleaseView }) {
  const [, change] = useAddress();
  const others = counts.followUps - Math.min(SHOWN, followUps.length);
  return (
    <section className="release-card" aria-label="Next actions">
      <h2 className="release-heading">Next three actions</h2>
      {followUps.length === 0 && <p className="subtle">Nothing to do.</p>}
      <ol className="next">
        {followUps.slice(0, SHOWN).map((one) => (
          <Action key={`${one.priority} ${one.title} ${one.action}`} followUp={one} />
        ))}
      </ol>
      {others > 0 && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            change({ tab: 'actions', issue: undefined });
          }}
        >
          {`${plural(others, 'more action')} of ${counts.followUps}`}
        </button>
      )}
      <Owners owners={owners} />
    </section>
  );
}

function Action({ followUp: { priority, title, action, owner } }: { followUp: FollowUpView }) {
  return (
    <li>
      <p className="next-title" title={action}>
        <span className="priority">{priority}</span> {title}{' '}
        <span className="next-owner">{owner ?? 'no owner named'}</span>
      </p>
    </li>
  );
}

function Owners({ owners }: Pick<ReleaseView, 'owners'>) {
  const named = owners.filter(({ owner }) => owner !== null);
  const nameless = owners.find(({ owner }) => owner === null);
  const others = named.length - OWNERS_SHOWN;
  if (owners.length === 0) return null;
  return (
    <p className="owners">
      <span className="subtle">Must act: </span>
      {named.slice(0, OWNERS_SHOWN).map(({ owner, things }) => (
        <span key={owner} className="owner">
          {owner} <strong>{things}</strong>
        </span>
      ))}
      {others > 0 && <span className="owner">{`${others} others`}</span>}
      {nameless && (
        <span className="owner">
          nobody named <strong>{nameless.things}</strong>
        </span>
      )}
    </p>
  );
}
