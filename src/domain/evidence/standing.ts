import type { LineSummary } from '../lines/line-summary';

/** Where an issue stands, in one sentence of plain words. */
export type Standing = {
  tone: 'success' | 'information' | 'warning' | 'unknown';
  sentence: string;
};

export type StandingFacts = {
  issueKey: string;
  /** Lines of the route, in order. */
  lines: readonly LineSummary[];
  /** Repositories that hold changes. */
  repositories: number;
  changes: number;
  /** Repositories of the project that were never read to the end. */
  unread: number;
  /** Repositories with a gap. */
  withGaps: number;
  openPullRequests: number;
};

/** Says how far all changes came, and what the next line lacks. What could not be read is said, never passed over. */
export function standing(facts: StandingFacts): Standing {
  if (facts.changes === 0) return withoutChanges(facts);
  if (facts.lines.some(({ state }) => state === 'unknown')) return withUnknown(facts);
  const last = facts.lines.at(-1);
  if (!last) return withoutLines(facts);
  return isFull(last) ? arrived(facts, last) : onTheWay(facts, last);
}

const isFull = ({ state }: LineSummary): boolean => state === 'all' || state === 'deployed';

function withoutChanges({ issueKey, unread, withGaps, openPullRequests }: StandingFacts): Standing {
  const missing = Math.max(unread, withGaps);
  if (missing > 0) {
    const sentence = `No change for ${issueKey} was found so far, but ${repositories(missing)} could not be read yet.`;
    return { tone: 'unknown', sentence };
  }
  if (openPullRequests > 0) {
    const sentence = `${issueKey} has an open pull request, and no commit of it was found.`;
    return { tone: 'warning', sentence };
  }
  return { tone: 'information', sentence: `No repository holds a change for ${issueKey}.` };
}

function withUnknown({ lines, changes }: StandingFacts): Standing {
  const doubtful = lines.find(({ state }) => state === 'unknown');
  const known = doubtful
    ? `${doubtful.present} of ${changes} changes are surely on ${doubtful.name}`
    : '';
  return {
    tone: 'unknown',
    sentence: `${known}; of ${doubtful?.unknown ?? 0} nobody can tell, because evidence could not be read.`,
  };
}

function arrived({ changes, repositories: count }: StandingFacts, last: LineSummary): Standing {
  const running = last.state === 'deployed' ? ' and deployed' : '';
  return {
    tone: 'success',
    sentence: `${all(changes)} in ${repositories(count)} ${be(changes)} on ${last.name}${running}.`,
  };
}

function withoutLines({ changes, repositories: count }: StandingFacts): Standing {
  const sentence = `${all(changes)} ${be(changes)} in ${repositories(count)}; no lines are set up to follow them.`;
  return { tone: 'information', sentence };
}

function onTheWay(
  { lines, changes, openPullRequests }: StandingFacts,
  last: LineSummary,
): Standing {
  if (lines.every(({ present }) => present === 0)) {
    const where =
      openPullRequests > 0 ? 'only in an open pull request' : 'only on a working branch';
    return {
      tone: 'warning',
      sentence: `${all(changes)} ${be(changes)} on no line yet: ${where}.`,
    };
  }
  const reached = lines.findLastIndex(isFull);
  const begin = lines
    .slice(reached, reached + 1)
    .map(({ name }) => `${all(changes)} ${be(changes)} on ${name}; `);
  const next = lines[reached + 1] ?? last;
  const tone = next.present > 0 ? 'warning' : 'information';
  return { tone, sentence: `${begin.join('')}${lacks(next)}.` };
}

function lacks({ name, present, of }: LineSummary): string {
  if (present > 0) return `${name} lacks ${of - present} of ${of}`;
  return `${name} has ${of === 1 ? 'not got it' : 'none of them'} yet`;
}

const repositories = (count: number): string =>
  count === 1 ? '1 repository' : `${count} repositories`;
const all = (count: number): string => (count === 1 ? 'The change' : `All ${count} changes`);
const be = (count: number): string => (count === 1 ? 'is' : 'are');
