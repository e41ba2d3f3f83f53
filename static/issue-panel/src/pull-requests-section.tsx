import Lozenge from '@atlaskit/lozenge';
import type { IssueView, PullRequestView, Review } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { pullRequestNumber } from '../../shared/repository-words';
import { RepositoryName } from './repository-name';
import { serviceOf } from './service-of';
import { checksWords, REVIEW } from './words';

const SHOWN = 20;
const STATE = {
  open: { appearance: 'inprogress', label: 'Open' },
  merged: { appearance: 'success', label: 'Merged' },
  closed: { appearance: 'default', label: 'Closed' },
} as const;
const REVIEWED: Record<Review['state'], string> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'commented',
  dismissed: 'review dismissed',
  unknown: 'reviewed',
};

/** Pull requests with their branches, reviews and checks. */
export function PullRequestsSection({ view }: { view: IssueView }) {
  return (
    <PagedList items={view.pullRequests} limit={SHOWN} noun="pull requests">
      {(shown) => (
        <ul className="rows">
          {shown.map((pullRequest) => (
            <PullRequestRow
              key={`${pullRequest.repository} ${pullRequest.number}`}
              pullRequest={pullRequest}
              view={view}
            />
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function PullRequestRow({ pullRequest, view }: { pullRequest: PullRequestView; view: IssueView }) {
  const { repository, number, title, url, state, isDraft, headBranch, baseBranch } = pullRequest;
  const { appearance, label } = STATE[state];
  return (
    <li className="row">
      <span className="row-state">
        <Lozenge appearance={appearance}>{isDraft && state === 'open' ? 'Draft' : label}</Lozenge>
      </span>
      <div className="row-words">
        <p>
          <ExternalLink href={url}>{pullRequestNumber(repository, number)}</ExternalLink>{' '}
          <bdi>{title}</bdi>
        </p>
        <p className="subtle">
          <RepositoryName repository={repository} service={serviceOf(view, repository)} />
          {' · '}
          <code>{headBranch}</code>
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> into </span>
          <code>{baseBranch}</code>
          <Author pullRequest={pullRequest} now={view.evidence.now} />
        </p>
      </div>
      <Reviewed pullRequest={pullRequest} />
    </li>
  );
}

type AuthorProps = { pullRequest: PullRequestView; now: string };

function Author({ pullRequest: { author, mergedAt, updatedAt }, now }: AuthorProps) {
  return (
    <>
      {author !== null && (
        <>
          {' · by '}
          <bdi>{author}</bdi>
        </>
      )}
      {mergedAt === null ? ' · updated ' : ' · merged '}
      <Moment at={mergedAt ?? updatedAt} now={now} />
    </>
  );
}

function Reviewed({ pullRequest: { review, reviews, checks } }: { pullRequest: PullRequestView }) {
  return (
    <div className="row-aside">
      <p className={review === 'changes-requested' ? 'problem' : undefined}>{REVIEW[review]}</p>
      {reviews.length > 0 && (
        <p className="subtle">
          {reviews.map(({ by, state }) => `${by} ${REVIEWED[state]}`).join(', ')}
        </p>
      )}
      <p className="subtle">{checksWords(checks)}</p>
    </div>
  );
}
