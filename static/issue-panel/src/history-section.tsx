import type { CSSProperties } from 'react';
import type { ChangedSinceView, IssueView, LifeEventView } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { plural, repositoryPath, shortSha } from '../../shared/wording';
import './history.css';
import { LifeShape } from './life-shape';
import { LIFE, SINCE } from './life-words';
import { serviceOf } from './service-of';

const SHOWN = 30;

/** What happened to the issue on each line, the latest first; above it, what changed since somebody spoke. */
export function HistorySection({ view }: { view: IssueView }) {
  const latestFirst = view.life.toReversed();

  return (
    <>
      {view.lines.map(
        ({ name, since }) => since && <Since key={name} line={name} since={since} view={view} />,
      )}
      {latestFirst.length === 0 && (
        <p className="subtle">Nothing is known to have happened on any line yet.</p>
      )}
      <PagedList items={latestFirst} limit={SHOWN} noun="events">
        {(shown) => (
          <ol
            className="life"
            aria-label="What happened, the latest first"
            style={{ '--lines': view.route.length } as CSSProperties}
          >
            {shown.map((event) => (
              <LifeRow key={keyOfEvent(event)} event={event} view={view} />
            ))}
          </ol>
        )}
      </PagedList>
    </>
  );
}

const keyOfEvent = ({ kind, at, line, repository, place, shas }: LifeEventView): string =>
  [kind, at, line, repository, place, ...shas].join(' ');

type RowProps = { event: LifeEventView; view: IssueView };

function LifeRow({ event, view }: RowProps) {
  const { kind, at, line } = event;
  const column = Math.max(0, view.route.indexOf(line));
  return (
    <li className="life-row" style={{ '--line': column } as CSSProperties}>
      <span className="life-at subtle">
        <Moment at={at} now={view.evidence.now} />
      </span>
      <span className={`life-event life-${kind}`}>
        <LifeShape kind={kind} />
        <span className="life-words">
          <strong>{`${LIFE[kind]} on ${line}`}</strong>
          <EventDetail event={event} view={view} />
        </span>
      </span>
    </li>
  );
}

/** `qa · Payments API · 2 commits`, `by Quinn · status QA Failed`. */
function EventDetail({ event, view }: RowProps) {
  const { place, url } = event;
  const words = detailWords(event, view).join(' · ');
  return (
    <span className="subtle">
      {place !== null && <ExternalLink href={url}>{place}</ExternalLink>}
      {place !== null && words !== '' && ' · '}
      <bdi>{words}</bdi>
    </span>
  );
}

function detailWords(
  { by, status, note, repository, shas }: LifeEventView,
  view: IssueView,
): string[] {
  const words = [
    by === null ? null : `by ${by}`,
    statusWords(status, note),
    repository === null ? null : (serviceOf(view, repository) ?? repositoryPath(repository)),
    shas.length === 0 ? null : plural(shas.length, 'commit'),
  ];
  return words.filter((word) => word !== null);
}

/** A status of Jira, or what failed in Convoy and why. */
function statusWords(status: string | null, note: string | null): string | null {
  if (status === null) return null;
  return note === null ? `status ${status}` : `${status}: “${note}”`;
}

type SinceProps = { line: string; since: ChangedSinceView; view: IssueView };

function Since({ line, since: { event, commits }, view }: SinceProps) {
  const { now } = view.evidence;
  return (
    <div className="since">
      <h3 className="facts-heading">
        {`Since ${line} was ${SINCE[event.kind]}`}
        {event.by !== null && ` by ${event.by}`} <Moment at={event.at} now={now} />
      </h3>
      {commits.length === 0 && <p className="subtle">{`No commit reached ${line} since.`}</p>}
      <PagedList items={commits} limit={SHOWN} noun="commits">
        {(shown) => (
          <ul aria-label={`Commits that reached ${line} since`}>
            {shown.map(({ repository, sha, title, url, reachedAt, deployedSince }) => (
              <li key={`${repository} ${sha}`} className="facts-commit">
                <ExternalLink href={url}>
                  <span className="sha">{shortSha(sha)}</span>
                </ExternalLink>{' '}
                <bdi>{title}</bdi>{' '}
                <span className="subtle">
                  {serviceOf(view, repository) ?? repositoryPath(repository)}
                  {' · reached it '}
                  {reachedAt === null ? 'nobody knows when' : <Moment at={reachedAt} now={now} />}
                  {` · ${deployedWords(deployedSince)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function deployedWords(deployedSince: boolean | null): string {
  if (deployedSince === null) return 'nobody knows whether it was deployed since';
  return deployedSince ? 'deployed since' : 'not deployed since';
}
