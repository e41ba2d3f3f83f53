import type { IssueView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { shortSha } from '../../shared/wording';
import { RepositoryName } from './repository-name';
import { serviceOf } from './service-of';

/** Commits that a person took away from the issue, with who and why. */
export function UnlinkedSection({ view }: { view: IssueView }) {
  return (
    <ul className="rows">
      {view.unlinked.map(({ repository, sha, title, by, at, reason }) => (
        <li key={`${repository} ${sha}`} className="row row-plain">
          <div className="row-words">
            <p>
              <span className="sha">{shortSha(sha)}</span> <bdi>{title}</bdi>
            </p>
            <p className="subtle">
              <RepositoryName repository={repository} service={serviceOf(view, repository)} />
            </p>
          </div>
          <div className="row-aside">
            <p>
              “<bdi>{reason}</bdi>”
            </p>
            <p className="subtle">
              <bdi>{by}</bdi>, <Moment at={at} now={view.evidence.now} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
