import type { IssueView, RepositoryFreshness } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { exactTime, repositoryPath } from '../../shared/wording';
import { progressWords } from '../../shared/repository-words';
import { openSettings } from './api';
import { RepositoryName } from './repository-name';

const SHOWN = 20;

type Props = { view: IssueView; repositories: RepositoryFreshness[] };

/** How fresh each repository's evidence is, and what is missing from it. */
export function FreshnessSection({ view, repositories }: Props) {
  return (
    <>
      <Gaps view={view} />
      <PagedList items={repositories} limit={SHOWN} noun="repositories">
        {(shown) => (
          <ul className="rows">
            {shown.map((repository) => (
              <FreshnessRow key={repository.repository} {...repository} now={view.evidence.now} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function FreshnessRow(props: RepositoryFreshness & { now: string }) {
  const { repository, service, asOf, progress, renamedTo, now } = props;
  return (
    <li className="row row-plain">
      <div className="row-words">
        <p>
          <RepositoryName repository={repository} service={service} />
        </p>
        {renamedTo !== null && (
          <p className="subtle">
            {`The host now calls it ${repositoryPath(renamedTo)}: change the path in the settings.`}
          </p>
        )}
      </div>
      <div className="row-aside">
        <p>
          {asOf === null ? (
            'not read yet'
          ) : (
            <>
              read <Moment at={asOf} now={now} />
            </>
          )}
        </p>
        {asOf !== null && <p className="subtle">{exactTime(asOf)}</p>}
        {progress !== null && <p className="subtle">{progressWords(progress)}</p>}
      </div>
    </li>
  );
}

function Gaps({ view: { evidence, mayConfigure } }: { view: IssueView }) {
  const isAllRead = evidence.repositories.every(({ asOf }) => asOf !== null);
  if (evidence.gaps.length === 0 && !isAllRead) return null;
  if (evidence.gaps.length === 0) {
    return <p className="subtle">Nothing is known to be missing from this evidence.</p>;
  }
  return (
    <div className="gap-list">
      <h3 className="group-heading">
        <strong>Could not be read</strong>
      </h3>
      <PagedList items={evidence.gaps} limit={SHOWN} noun="gaps">
        {(shown) => (
          <ul className="rows">
            {shown.map(({ repository, what, why }) => (
              <li key={`${repository} ${what} ${why}`} className="row row-plain">
                <p className="row-words">
                  <strong>{repositoryPath(repository)}</strong>
                  {`: ${what}`}
                </p>
                <p className="row-aside subtle">{why}</p>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <p className="subtle">
        {'What to do: refresh. If a gap stays, '}
        {mayConfigure ? (
          <>
            {'test the connection in the '}
            <button type="button" className="text-button" onClick={openSettings}>
              Convoy settings
            </button>
            .
          </>
        ) : (
          'ask a Jira administrator to test the connection in the Convoy settings.'
        )}
      </p>
    </div>
  );
}
