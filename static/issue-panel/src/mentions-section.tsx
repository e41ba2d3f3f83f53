import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { CommitWords } from './commit-row';
import { RepositoryName } from './repository-name';
import { serviceOf } from './service-of';

const SHOWN = 20;

/** Commits that only speak of the issue. */
export function MentionsSection({ view }: { view: IssueView }) {
  const rows = view.mentions.flatMap(({ repository, url, commits }) =>
    commits.map((commit) => ({ repository, url, commit })),
  );

  return (
    <>
      <p className="subtle">
        {`These commits only speak of ${view.key}: they are shown, never counted as its changes.`}
      </p>
      <PagedList items={rows} limit={SHOWN} noun="mentions">
        {(shown) => (
          <ul className="rows">
            {shown.map(({ repository, url, commit }) => (
              <li key={`${repository} ${commit.sha}`} className="row row-plain">
                <CommitWords commit={commit} now={view.evidence.now} />
                <p className="row-aside">
                  <RepositoryName
                    repository={repository}
                    service={serviceOf(view, repository)}
                    url={url}
                  />
                </p>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
