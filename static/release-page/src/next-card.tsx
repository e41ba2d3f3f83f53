import type { FollowUpView, ReleaseView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useAddress } from './use-address';

const SHOWN = 3;

/** The three things to do next, and by whom. */
export function NextCard({ view: { followUps, counts } }: { view: ReleaseView }) {
  const [, change] = useAddress();
  const others = counts.followUps - Math.min(SHOWN, followUps.length);
  return (
    <section className="release-card" aria-label="Next actions">
      <h2 className="release-heading">Next three actions</h2>
      {followUps.length === 0 && <p className="subtle">Nothing to do.</p>}
      <ol className="next">
        {followUps.slice(0, SHOWN).map((one, index) => (
          <Action key={index} followUp={one} />
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
