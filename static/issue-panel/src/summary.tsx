import type { ChangedSinceView, IssueLineView, IssueView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { plural } from '../../shared/wording';
import { SINCE } from './life-words';

/** One line of counts, and what changed since somebody rejected or approved. */
export function Summary({ view }: { view: IssueView }) {
  const parts = countWords(view);
  const line = spokenLine(view);
  if (parts.length === 0 && !line?.since) return null;
  return (
    <p className="summary">
      {parts.join(' · ')}
      {line?.since && (
        <Since
          line={line.name}
          since={line.since}
          now={view.evidence.now}
          isFirst={parts.length === 0}
        />
      )}
    </p>
  );
}

function countWords({ changes, pullRequests, mentions }: IssueView): string[] {
  return [
    { count: changes.length, one: 'repository', many: 'repositories' },
    { count: changes.flatMap(({ commits }) => commits).length, one: 'commit' },
    { count: pullRequests.length, one: 'pull request' },
    { count: mentions.flatMap(({ commits }) => commits).length, one: 'mention' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, many }) => plural(count, one, many));
}

/** The line that the promotion starts from, else the one where somebody spoke last. */
function spokenLine({ lines, promotion }: IssueView): IssueLineView | undefined {
  const spoken = lines.filter(({ since }) => since !== null);
  const latestFirst = spoken.toSorted((a, b) => atOf(b).localeCompare(atOf(a)));
  return spoken.find(({ name }) => name === promotion?.from) ?? latestFirst[0];
}

const atOf = ({ since }: IssueLineView): string => since?.event.at ?? '';

type SinceProps = { line: string; since: ChangedSinceView; now: string; isFirst: boolean };

function Since({ line, since: { event, commits }, now, isFirst }: SinceProps) {
  return (
    <span className={event.kind === 'rejected' ? 'summary-rejected' : undefined}>
      {isFirst ? '' : ' · '}
      {`${SINCE[event.kind]} on ${line}`}
      {event.by !== null && (
        <>
          {' by '}
          <bdi>{event.by}</bdi>
        </>
      )}{' '}
      <Moment at={event.at} now={now} />
      {`, ${commits.length === 0 ? 'nothing' : plural(commits.length, 'commit')} since`}
    </span>
  );
}
