import { plural } from '../../shared/wording';
import { IssueButton } from './issue-button';
import type { TabProps } from './tab-props';

/** Everything that waits for somebody, the most urgent first, and for whom. */
export function ActionsTab({ view: { followUps, counts, owners } }: TabProps) {
  const left = counts.followUps - followUps.length;
  return (
    <div className="columns">
      <section aria-label="Actions">
        <h2 className="release-heading">What to do, the most urgent first</h2>
        <ol className="action-list">
          {followUps.map(({ priority, title, action, owner, issueKeys }, index) => (
            <li key={index}>
              <p>
                <span className="priority">{priority}</span> <strong>{title}</strong>{' '}
                <span className="next-owner">{owner ?? 'no owner named'}</span>
              </p>
              <p className="subtle">{action}</p>
              <p className="keys">
                {issueKeys.map((key) => (
                  <IssueButton key={key} issueKey={key} />
                ))}
              </p>
            </li>
          ))}
        </ol>
        {left > 0 && <p className="subtle">{`${plural(left, 'milder action')} not shown.`}</p>}
      </section>
      <section aria-label="Who must act">
        <h2 className="release-heading">Who must act before it ships</h2>
        <ul className="owner-list">
          {owners.map(({ owner, things, first }) => (
            <li key={owner ?? ''}>
              <p>
                <strong>{owner ?? 'Nobody named'}</strong> {plural(things, 'thing')}
              </p>
              <p className="subtle">{first}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
