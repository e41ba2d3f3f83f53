import type { Commit } from '../../domain/commit';
import { digestOf } from '../../domain/digest';
import { headerRefs, type RepositoryHeader } from '../../domain/evidence/repository-header';
import type { PullRequest } from '../../domain/pull-request';
import type { Page } from '../../ports/code-host';
import { ProviderError } from '../../ports/provider-error';
import {
  ask,
  commitLog,
  done,
  gap,
  withReading,
  type Phase,
  type PhaseStep,
  type ReadingHeader,
  type Slice,
} from './slice';

/** Commits that are gathered before they are stored: ten pages. */
const STORE_FROM = 1000;
/** A page that brings fewer new commits than this is a sign to list from a missing parent instead. */
const WORTHWHILE = 20;

/**
 * Adds every commit to the log that a ref reaches and the log lacks. Heads are listed first, page
 * by page, until no parent is missing; then from each missing parent. What is known is not asked again.
 */
export const readCommits: Phase = async (slice, header) => {
  const roots = digestOf(headerRefs(header));
  const isSame = header.rootsRead === roots && header.indexedFrom !== null;
  if (isSame && header.reading.wanted === null) return done(header);
  const history = await openHistory(slice, header);
  let current = withReading(header, { wanted: header.reading.wanted ?? history.roots });
  while (history.added.length < STORE_FROM && slice.calls < history.callLimit) {
    const sha = nextWanted(current, history);
    if (sha === undefined) return store(slice, finish(current, roots), history, true);
    current = await listPage(slice, current, history, sha);
  }
  return store(slice, current, history, false);
};

/** The log as it grows, and which parents it lacks. */
type History = {
  roots: string[];
  known: Set<string>;
  missing: Set<string>;
  added: Commit[];
  callLimit: number;
};

async function openHistory(slice: Slice, header: ReadingHeader): Promise<History> {
  const log = await commitLog(slice, header);
  const { evidence } = slice.ports;
  const pullRequests = await evidence.readPullRequests(
    header.repository,
    header.pullRequestBuckets,
  );
  const open = pullRequests.filter(({ state }) => state === 'open');
  const history: History = {
    roots: rootsOf(header, open),
    known: new Set(),
    missing: new Set(),
    added: [],
    callLimit: slice.calls + 10,
  };
  log.forEach((commit) => {
    note(history, commit);
  });
  open
    .flatMap(({ commits }) => commits)
    .forEach((commit) => {
      add(history, commit);
    });
  return history;
}

const rootsOf = (header: RepositoryHeader, open: readonly PullRequest[]): string[] => [
  ...new Set([
    ...headerRefs(header).map(([, sha]) => sha),
    ...open
      .filter(({ commits, commitCount }) => commits.length < commitCount)
      .map(({ headSha }) => headSha),
  ]),
];

function note(history: History, commit: Commit): void {
  history.known.add(commit.sha);
  history.missing.delete(commit.sha);
  for (const parent of commit.parents) {
    if (!history.known.has(parent)) history.missing.add(parent);
  }
}

function add(history: History, commit: Commit): void {
  if (history.known.has(commit.sha)) return;
  note(history, commit);
  history.added.push(commit);
}

function nextWanted({ reading }: ReadingHeader, history: History): string | undefined {
  if (reading.cursor !== null) return reading.wanted?.[0];
  const isOpen = (sha: string) => !reading.lost.includes(sha) && !history.known.has(sha);
  return reading.wanted?.find(isOpen) ?? [...history.missing].find(isOpen);
}

async function listPage(
  slice: Slice,
  header: ReadingHeader,
  history: History,
  sha: string,
): Promise<ReadingHeader> {
  const page = await ask(slice, (host) =>
    host.listCommits(header.path, { sha, cursor: header.reading.cursor }),
  ).catch(unlessLost);
  if (page === 'lost' || lacks(page, header, sha)) {
    return withReading(header, { lost: [...header.reading.lost, sha], cursor: null });
  }
  const before = history.added.length;
  page.items.forEach((commit) => {
    add(history, commit);
  });
  const brought = history.added.length - before;
  const isWorthGoingOn = history.missing.size > 0 && brought >= WORTHWHILE;
  const cursor = isWorthGoingOn ? page.next : null;
  const others = (header.reading.wanted ?? []).filter((one) => one !== sha);
  return withReading(header, {
    cursor,
    wanted: cursor === null ? others : [sha, ...others],
    done: header.reading.done + brought,
  });
}

/** From a sha the host lists that sha first, whatever else it leaves out. */
const lacks = ({ items }: Page<Commit>, { reading }: ReadingHeader, sha: string): boolean =>
  reading.cursor === null && items.every((commit) => commit.sha !== sha);

/** A sha that the host does not know, or does not give, is a finding, not a failure. */
function unlessLost(error: unknown): 'lost' {
  if (error instanceof ProviderError && error.failure.kind === 'not-found') return 'lost';
  throw error;
}

function finish(header: ReadingHeader, roots: string): ReadingHeader {
  const { lost } = header.reading;
  const gaps = lost.map((sha) =>
    gap(
      header,
      `the history of ${refsAt(header, sha)}`,
      `${header.path} does not give the commit ${sha.slice(0, 10)} (a branch was deleted or forced, or the answer was not whole)`,
    ),
  );
  return {
    ...header,
    rootsRead: lost.length === 0 ? roots : null,
    gaps: { ...header.gaps, commits: gaps },
    indexedFrom: null,
  };
}

function refsAt(header: RepositoryHeader, sha: string): string {
  const names = headerRefs(header).flatMap(([name, at]) => (at === sha ? [name] : []));
  return names.length > 0 ? names.join(', ') : 'an older commit';
}

async function store(
  slice: Slice,
  header: ReadingHeader,
  { added }: History,
  isDone: boolean,
): Promise<PhaseStep> {
  if (added.length > 0) {
    await slice.ports.evidence.appendCommits(header.repository, header.commitCount, added);
    slice.log?.push(...added);
  }
  return {
    header: { ...header, commitCount: header.commitCount + added.length },
    isDone,
    isCheckpoint: added.length > 0,
  };
}
