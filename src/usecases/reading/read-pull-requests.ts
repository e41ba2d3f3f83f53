import type { PullRequest } from '../../domain/pull-request';
import { ask, contradiction, withReading, done, type Phase, type ReadingHeader } from './slice';

/** Pull requests that changed since the last reading, the newest change first; all of them the first time. */
export const readPullRequests: Phase = async (slice, header) => {
  if (header.reading.cursor === null) {
    const probe = await ask(slice, (host) =>
      host.probePullRequests(header.path, header.validators.pullRequests),
    );
    if (probe.status === 'unchanged') return done(header);
    if (probe.value.newestUpdatedAt === null && header.pullRequestsThrough !== null) {
      throw contradiction(header, 'the host names no pull request, though it named some before');
    }
    const validators = { ...header.reading.validators, pullRequests: probe.validator };
    const started = withReading(header, {
      validators,
      pullRequestsThrough: probe.value.newestUpdatedAt,
    });
    return probe.value.newestUpdatedAt === null ? done(started) : readPage(slice, started);
  }
  return readPage(slice, header);
};

const readPage: Phase = async (slice, header) => {
  const through = header.pullRequestsThrough;
  const page = await ask(slice, (host) =>
    host.listPullRequests(header.path, header.reading.cursor, through),
  );
  if (page.items.length === 0 && isDue(header)) {
    throw contradiction(header, 'the host lists no pull requests where some must be');
  }
  const changed = page.items.filter(
    ({ updatedAt }) => through === null || Date.parse(updatedAt) >= Date.parse(through),
  );
  const buckets = await slice.ports.evidence.savePullRequests(
    header.repository,
    header.pullRequestBuckets,
    changed.map(forStorage),
  );
  const saved: ReadingHeader = {
    ...header,
    pullRequestBuckets: merge(header.pullRequestBuckets, buckets),
    indexedFrom: changed.length > 0 ? null : header.indexedFrom,
  };
  const isLast = page.next === null || changed.length < page.items.length;
  if (isLast) {
    const newest = header.reading.pullRequestsThrough;
    return done(withReading({ ...saved, pullRequestsThrough: newest }, { cursor: null }));
  }
  const next = withReading(saved, {
    cursor: page.next,
    done: header.reading.done + page.items.length,
  });
  return { header: next, isDone: false, isCheckpoint: true };
};

/** Whether the next page must hold something: a further page, or the first when something is new. */
function isDue({ reading, pullRequestsThrough: through }: ReadingHeader): boolean {
  const { cursor, pullRequestsThrough: newest } = reading;
  if (cursor !== null || through === null) return true;
  return newest !== null && Date.parse(newest) > Date.parse(through);
}

/** The commits of a closed pull request are on its base branch, or nowhere: their messages are enough. */
function forStorage(pullRequest: PullRequest): PullRequest {
  return pullRequest.state === 'closed' ? { ...pullRequest, commits: [] } : pullRequest;
}

const merge = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);
