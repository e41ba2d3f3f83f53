import type { CommitView, IssueView, PromotionView, Reason } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { PagedList } from '../../shared/paged-list';
import { plural, shortSha } from '../../shared/wording';
import { IssueLink } from './issue-link';
import { presenceOn, presenceWord } from './presence-words';
import { RepositoryName } from './repository-name';
import { serviceOf } from './service-of';
import { travelOrder, type Load } from './travel-order';

const SHOWN = 20;

/** What must still travel, in which order, and what blocks it. */
export function PlanSection({ view }: { view: IssueView }) {
  if (view.promotion === null) {
    return <p className="subtle">No route is set for this project, so there is nothing to plan.</p>;
  }
  return (
    <>
      <Blockers reasons={view.reasons} />
      <Issues issues={view.order.issues} issueKey={view.key} />
      <Loads view={view} promotion={view.promotion} />
    </>
  );
}

function Blockers({ reasons }: { reasons: Reason[] }) {
  const blocking = reasons.filter(({ level }) => level === 'blocked');
  if (blocking.length === 0) return null;
  return (
    <div className="plan-part">
      <h3 className="facts-heading">{`Blocked by (${blocking.length})`}</h3>
      <PagedList items={blocking} limit={SHOWN} noun="reasons">
        {(shown) => (
          <ul className="bullets">
            {shown.map(({ code, summary }) => (
              <li key={`${code} ${summary}`}>{summary}</li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function Issues({ issues, issueKey }: { issues: string[]; issueKey: string }) {
  if (issues.length < 2) return null;
  return (
    <div className="plan-part">
      <h3 className="facts-heading">Order of issues</h3>
      <PagedList items={issues} limit={SHOWN} noun="issues">
        {(shown) => (
          <ol className="chain" aria-label="Order of issues">
            {shown.map((key) => (
              <li key={key}>
                {key === issueKey ? <strong>{key}</strong> : <IssueLink issueKey={key} />}
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </div>
  );
}

type LoadsProps = { view: IssueView; promotion: PromotionView };

function Loads({ view, promotion: { from, to } }: LoadsProps) {
  const loads = travelOrder(view);
  if (loads.length === 0) {
    return <p>{`Nothing that is on ${from} must still travel to ${to}.`}</p>;
  }
  return (
    <div className="plan-part">
      <h3 className="facts-heading">{`From ${from} to ${to}, in this order`}</h3>
      <ol className="loads">
        {loads.map((load) => (
          <li key={load.repository} className="load">
            <LoadRows load={load} to={to} service={serviceOf(view, load.repository)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type LoadProps = { load: Load; to: string; service: string | null };

function LoadRows({ load: { repository, commits }, to, service }: LoadProps) {
  return (
    <>
      <p>
        <RepositoryName repository={repository} service={service} />
        <span className="subtle">{` · ${plural(commits.length, 'commit')}`}</span>
      </p>
      <PagedList items={commits} limit={SHOWN} noun="commits">
        {(shown) => (
          <ol aria-label={`Commits of ${service ?? repository}, oldest first`}>
            {shown.map(({ sha, commit }) => (
              <li key={sha} className="facts-commit">
                <ExternalLink href={commit?.url ?? null}>
                  <span className="sha">{shortSha(sha)}</span>
                </ExternalLink>{' '}
                <bdi>{commit?.title}</bdi>
                <span className="subtle">{stateWords(commit, to)}</span>
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </>
  );
}

/** ` · reverted on prod`; that an absent one is absent goes without saying. */
function stateWords(commit: CommitView | undefined, to: string): string {
  if (!commit) return '';
  const found = presenceOn(commit.presence, to);
  return found.state === 'absent' ? '' : ` · ${presenceWord(found)} on ${to}`;
}
