import Lozenge from '@atlaskit/lozenge';
import type { DeploymentView, IssueView } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { plural, shortSha } from '../../shared/wording';
import { RepositoryName } from './repository-name';
import { serviceOf } from './service-of';
import { DEPLOYMENT_STATE } from './words';

const SHOWN = 20;
const APPEARANCE = {
  success: 'success',
  failed: 'removed',
  'in-progress': 'inprogress',
  cancelled: 'moved',
  inactive: 'default',
  unknown: 'default',
} as const;

/** Deployments, and how many of the issue's changes each holds. */
export function DeploymentsSection({ view }: { view: IssueView }) {
  return (
    <PagedList items={view.deployments} limit={SHOWN} noun="deployments">
      {(shown) => (
        <ul className="rows">
          {shown.map((deployment) => (
            <DeploymentRow
              key={`${deployment.repository} ${deployment.environment} ${deployment.at} ${deployment.sha}`}
              deployment={deployment}
              view={view}
            />
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function DeploymentRow({ deployment, view }: { deployment: DeploymentView; view: IssueView }) {
  const { repository, environment, line, sha, state, at, url, holds, of } = deployment;
  return (
    <li className="row">
      <span className="row-state">
        <Lozenge appearance={APPEARANCE[state]}>{DEPLOYMENT_STATE[state]}</Lozenge>
      </span>
      <div className="row-words">
        <p>
          <strong>{environment}</strong>
          {line === null ? ' · belongs to no line' : ` · line ${line}`}
        </p>
        <p className="subtle">
          <RepositoryName repository={repository} service={serviceOf(view, repository)} />
          {' · '}
          <ExternalLink href={url}>
            <span className="sha">{shortSha(sha)}</span>
          </ExternalLink>
        </p>
      </div>
      <div className="row-aside">
        <p>{`holds ${holds} of ${plural(of, 'change')}`}</p>
        <p className="subtle">
          <Moment at={at} now={view.evidence.now} />
        </p>
      </div>
    </li>
  );
}
