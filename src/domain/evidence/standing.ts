import type { LineSummary } from '../lines/line-summary';
import { listed } from '../reasons/evidence-links';

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
  /** How many of the changes undo others, and were not undone themselves. */
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

/** A line that took a change away did so by a revert: that is told once. */
function withReverts(facts: StandingFacts, { tone, sentence }: Standing): Standing {
  const { reverts, changes, lines } = facts;
  if (reverts === 0 || lines.some(hasTakenAway)) return { tone, sentence };
  const some = reverts === 1 ? '1 of them is a revert' : `${reverts} of them are reverts`;
  const undoing = changes === 1 ? 'it is a revert' : some;
  return { tone: tone === 'unknown' ? 'unknown' : 'warning', sentence: `${sentence}; ${undoing}` };
}

/** Changes that lines took away again, or have in another form than they were made. */
function withTwists(facts: StandingFacts, { tone, sentence }: Standing): Standing {
  const them = (count: number): string => (facts.changes === 1 ? 'it' : `${count} of them`);
  const gone = byCount(facts.lines, 'reverted').map(
    ([count, names]) => `${listed(names)} took ${them(count)} away again`,
  );
  const have = (names: readonly string[]): string => (names.length === 1 ? 'has' : eachHave(facts));
  const adapted = byCount(facts.lines, 'adapted').map(
    ([count, names]) => `${listed(names)} ${have(names)} ${them(count)} in another form`,
  );
  const twists = [...gone, ...adapted];
  if (twists.length === 0) return { tone, sentence };
  return {
    tone: tone === 'unknown' ? 'unknown' : 'warning',
    sentence: [sentence, ...twists].join('; '),
  };
}

/** Which of several it is may differ from line to line. */
const eachHave = ({ changes }: StandingFacts): string => (changes === 1 ? 'have' : 'each have');

/** Lines of which the same is to be told, together. */
function byCount(
  lines: readonly LineSummary[],
  what: 'reverted' | 'adapted',
): [number, string[]][] {
  const counts = [...new Set(lines.map((line) => line[what]))].filter((count) => count > 0);
  return counts.map((count) => [
    count,
    lines.filter((line) => line[what] === count).map(({ name }) => name),
  ]);
}

const hasTakenAway = ({ reverted }: LineSummary): boolean => reverted > 0;

/** Whether the line lacks nothing but what it took away again. */
const lacksTakenAway = ({ present, reverted, of }: LineSummary): boolean =>
  reverted > 0 && present + reverted >= of;

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
  const names = lines
    .filter((line) => !isFull(line) && !lacksTakenAway(line))
    .map(({ name }) => name);
  if (names.length === 0) return [];
  const lack = names.length === 1 ? 'lacks' : 'lack';
  return [`${listed(names)} ${lack} ${changes === 1 ? 'it' : 'some'}`];
}

function onNoLine(facts: StandingFacts): Standing {
  const { openPullRequests: open } = facts;
  const pulls = open === 1 ? '1 pull request is' : `${open} pull requests are`;
  const waiting = open === 0 ? '' : `; ${pulls} open`;
  const yet = facts.lines.some(hasTakenAway) ? '' : ' yet';
  return { tone: 'warning', sentence: `${allAre(facts)} on no line${yet}${waiting}` };
}

function onTheWay(facts: StandingFacts, { name, present, of }: LineSummary): Standing {
  const position = facts.lines.findLastIndex(isFull);
  const reached = facts.lines[position];
  const next = facts.lines[position + 1];
  if (reached && next) {
    const tone = next.present > 0 ? 'warning' : 'information';
    const there = `${allAre(facts)} on ${reached.name}`;
    return { tone, sentence: [there, ...lacks(next)].join('; ') };
  }
  const there = `${present} of ${of} changes ${be(present)} on ${name}`;
  const isTold = facts.lines.every((line) => line.name === name || lacksTakenAway(line));
  return { tone: 'warning', sentence: isTold ? there : `${there}; no line has them all` };
}

function lacks(line: LineSummary): string[] {
  const { name, present, of } = line;
  if (lacksTakenAway(line)) return [];
  if (present > 0) return [`${name} lacks ${of - present} of them`];
  return [`${name} has ${of === 1 ? 'not got it' : 'none of them'} yet`];
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
