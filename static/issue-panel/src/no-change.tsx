import SectionMessage from '@atlaskit/section-message';
import type { IssueView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { RepositoryName } from './repository-name';

const SHOWN = 8;

/** No commit of the issue was found: where that was looked for, and how to make one count. */
export function NoChange({ view: { key, evidence } }: { view: IssueView }) {
  const isAllRead =
    evidence.gaps.length === 0 && evidence.repositories.every(({ asOf }) => asOf !== null);

  return (
    <SectionMessage
      title={`No change of ${key} was found${isAllRead ? '' : ' so far'}`}
      headingLevel="h2"
    >
      <p>
        {'A commit counts when '}
        <strong>{key}</strong>
        {' starts its title, stands in a trailer such as '}
        <code>{`Issue: ${key}`}</code>
        {
          ', or is in the title or the branch name of its pull request. You may also link a commit by hand, below.'
        }
      </p>
      <h3 className="message-heading">Looked at</h3>
      <PagedList items={evidence.repositories} limit={SHOWN} noun="repositories">
        {(shown) => (
          <ul className="looked-at">
            {shown.map(({ repository, service, asOf }) => (
              <li key={repository}>
                <RepositoryName repository={repository} service={service} />{' '}
                <span className="subtle">
                  {asOf === null ? (
                    'not read yet'
                  ) : (
                    <>
                      read <Moment at={asOf} now={evidence.now} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </SectionMessage>
  );
}
