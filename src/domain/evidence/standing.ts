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
  /** Repositories that the project lists. */
  listed: number;
  /** Repositories that hold changes. */
  repositories: number;
  changes: number;
  /** Lines that ran changes and were rolled back since. */
  rolledBack: readonly string[];
  /** How many of the changes undo others. */
  reverts: number;
  /** Why no change is expected, when the project says so: `label no-code`. */
  noChangeExpected: string | null;
  /** Repositories of which something was not read: never to the end, or with a gap. */
  incomplete: number;
  openPullRequests: number;
  mergedPullRequests: number;
};

/** Says how far all changes came, and what the next line lacks. What could not be read is said, never passed over. */
export function standing(facts: StandingFacts): Standing {
  const { tone, sentence } =
    facts.changes === 0
      ? withoutChanges(facts)
      : withTwists(facts, withReverts(facts, withChanges(facts)));
  if (facts.incomplete === 0) return { tone, sentence: `${sentence}.` };
  return {
    tone: tone === 'warning' ? 'warning' : 'unknown',
    sentence: `${sentence}; ${repositories(facts.incomplete)} ${was(facts.incomplete)} not read completely.`,
  };
}

function withReverts({ reverts, changes }: StandingFacts, { tone, sentence }: Standing): Standing {
  if (reverts === 0) return { tone, sentence };
  const undoing = changes === 1 ? 'it is a revert' : `${reverts} of them ${be(reverts)} a revert`;
  return { tone: tone === 'unknown' ? 'unknown' : 'warning', sentence: `${sentence}; ${undoing}` };
}

/** Changes that a line took away again, or has in another form than they were made. */
function withTwists(facts: StandingFacts, { tone, sentence }: Standing): Standing {
  const them = (count: number): string => (facts.changes === 1 ? 'it' : `${count} of them`);
  const gone = facts.lines
    .filter(({ reverted }) => reverted > 0)
    .map(({ name, reverted }) => `${name} took ${them(reverted)} away again`);
  const adapted = facts.lines
    .filter((line) => line.adapted > 0)
    .map((line) => `${line.name} has ${them(line.adapted)} in another form`);
  const twists = [...gone, ...adapted];
  if (twists.length === 0) return { tone, sentence };
  return {
    tone: tone === 'unknown' ? 'unknown' : 'warning',
    sentence: [sentence, ...twists].join('; '),
  };
}

/** In these the sentence has no full stop yet. */
function withChanges(facts: StandingFacts): Standing {
  const doubtful = facts.lines.find(({ state }) => state === 'unknown');
  if (doubtful) return withUnknown(facts, doubtful);
  const last = facts.lines.at(-1);
  if (!last) return withoutLines(facts);
  if (isFull(last)) return arrived(facts, last);
  const furthest = facts.lines.findLast(({ present }) => present > 0);
  return furthest ? onTheWay(facts, furthest) : onNoLine(facts);
}

const isFull = ({ state }: LineSummary): boolean => state === 'all' || state === 'deployed';

function withoutChanges(facts: StandingFacts): Standing {
  const { issueKey, listed, incomplete, openPullRequests, mergedPullRequests, noChangeExpected } =
    facts;
  if (incomplete > 0) {
    return { tone: 'unknown', sentence: `No change for ${issueKey} was found so far` };
  }
  if (openPullRequests > 0) {
    const sentence = `${issueKey} has an open pull request, and no commit of it was found`;
    return { tone: 'warning', sentence };
  }
  if (mergedPullRequests > 0) {
    const sentence = `A pull request of ${issueKey} was merged, and no commit of it is on a line`;
    return { tone: 'warning', sentence };
  }
  if (listed === 0) {
    const sentence = `No repository is set up in which to look for changes of ${issueKey}`;
    return { tone: 'unknown', sentence };
  }
  const expected = noChangeExpected === null ? '' : `, and none is expected (${noChangeExpected})`;
  return {
    tone: 'information',
    sentence: `No repository holds a change for ${issueKey}${expected}`,
  };
}

function withUnknown({ changes }: StandingFacts, doubtful: LineSummary): Standing {
  const { name, present, unknown } = doubtful;
  const who = changes === 1 ? 'the change is' : `the ${changes} changes are`;
  const known =
    unknown === changes
      ? `Nobody can tell whether ${who} on ${name}`
      : `${present} of ${changes} changes ${be(present)} surely on ${name}; of ${unknown} nobody can tell`;
  return { tone: 'unknown', sentence: `${known}, because evidence could not be read` };
}

function withoutLines(facts: StandingFacts): Standing {
  const where = repositories(facts.repositories);
  const them = facts.changes === 1 ? 'it' : 'them';
  const sentence = `${allAre(facts)} in ${where}; no lines are set up to follow ${them}`;
  return { tone: 'information', sentence };
}

/** In the last line's branch is not yet arrived: it must run there, and the lines before must have it. */
function arrived(facts: StandingFacts, last: LineSummary): Standing {
  const running = last.state === 'deployed' ? ' and deployed' : '';
  const where = facts.repositories === 1 ? '' : `, in ${repositories(facts.repositories)}`;
  const shortcomings = [...notDeployed(facts, last), ...lackingBefore(facts)];
  const doubts = deploymentDoubts(last);
  const sentence = [
    `${allAre(facts)} on ${last.name}${running}${where}`,
    ...shortcomings,
    ...doubts,
  ];
  if (shortcomings.length > 0) return { tone: 'warning', sentence: sentence.join('; ') };
  return { tone: doubts.length > 0 ? 'unknown' : 'success', sentence: sentence.join('; ') };
}

function notDeployed(facts: StandingFacts, { name, undeployed }: LineSummary): string[] {
  if (undeployed === 0) return [];
  const them = facts.changes === 1 ? 'it' : 'them';
  return undeployed === facts.repositories
    ? [
        facts.rolledBack.includes(name)
          ? `${name} was rolled back and does not run ${them} any more`
          : `${name} does not run ${them}`,
      ]
    : [`${repositories(undeployed)} ${be(undeployed)} not deployed there`];
}

function deploymentDoubts({ deploymentsUnknown: count }: LineSummary): string[] {
  const those = `${repositories(count)} ${be(count)}`;
  return count === 0 ? [] : [`whether ${those} deployed there is not known`];
}

function lackingBefore({ lines, changes }: StandingFacts): string[] {
  const names = lines.filter((line) => !isFull(line)).map(({ name }) => name);
  if (names.length === 0) return [];
  const lack = names.length === 1 ? 'lacks' : 'lack';
  return [`${names.join(' and ')} ${lack} ${changes === 1 ? 'it' : 'some'}`];
}

function onNoLine(facts: StandingFacts): Standing {
  const { openPullRequests: open } = facts;
  const pulls = open === 1 ? '1 pull request is' : `${open} pull requests are`;
  const waiting = open === 0 ? '' : `; ${pulls} open`;
  const yet = facts.lines.some(({ reverted }) => reverted > 0) ? '' : ' yet';
  return { tone: 'warning', sentence: `${allAre(facts)} on no line${yet}${waiting}` };
}

function onTheWay(facts: StandingFacts, { name, present, of }: LineSummary): Standing {
  const position = facts.lines.findLastIndex(isFull);
  const reached = facts.lines[position];
  const next = facts.lines[position + 1];
  if (reached && next) {
    const tone = next.present > 0 ? 'warning' : 'information';
    return { tone, sentence: `${allAre(facts)} on ${reached.name}; ${lacks(next)}` };
  }
  const sentence = `${present} of ${of} changes ${be(present)} on ${name}; no line has them all`;
  return { tone: 'warning', sentence };
}

function lacks({ name, present, of }: LineSummary): string {
  if (present > 0) return `${name} lacks ${of - present} of ${of}`;
  return `${name} has ${of === 1 ? 'not got it' : 'none of them'} yet`;
}

/** `All 3 changes are`; while something is unread, there may be more of them. */
function allAre({ changes, incomplete }: StandingFacts): string {
  const found = incomplete === 0 ? '' : ' found so far';
  if (changes === 1) return `The change${found} is`;
  return changes === 2 ? `Both changes${found} are` : `All ${changes} changes${found} are`;
}

const repositories = (count: number): string =>
  count === 1 ? '1 repository' : `${count} repositories`;
const be = (count: number): string => (count === 1 ? 'is' : 'are');
const was = (count: number): string => (count === 1 ? 'was' : 'were');
