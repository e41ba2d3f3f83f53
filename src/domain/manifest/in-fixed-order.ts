import { compareKeys, compareText } from '../dependencies/key-order';
import type { Dependency } from '../dependencies/edge';
import type { Gap } from '../gap';
import { LEVELS, type Reason } from '../reasons/reason';
import type { JudgedBundle, JudgedChanges, JudgedIssue } from '../release/judged-issue';

/**
 * The bundle with its lists in an order that no order of reading changes: by key, repository and date;
 * the worst reason first. Orders that say something (lines of the route, order of promotion) stay.
 */
export const inFixedOrder = (bundle: JudgedBundle): JudgedBundle => ({
  ...bundle,
  issues: by(bundle.issues, ({ key }) => key, compareKeys).map(issueInOrder),
  unreadable: by(bundle.unreadable, ({ key }) => key, compareKeys),
  unlisted: by(bundle.unlisted, ({ repository }) => repository)
    .map((one) => ({ ...one, shas: one.shas.toSorted(compareText) }))
    .toSorted((one, other) => compareKeys(one.key ?? '', other.key ?? '')),
  gaps: gapsInOrder(bundle.gaps),
});

const issueInOrder = (issue: JudgedIssue): JudgedIssue => ({
  ...issue,
  fixVersions: issue.fixVersions.toSorted(compareText),
  reasons: by(issue.reasons, ({ code, summary }) => `${code} ${summary}`)
    .map(evidenceInOrder)
    .toSorted((one, other) => LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level)),
  changes: by(issue.changes, ({ repository }) => repository).map(changesInOrder),
  dependencies: by(issue.dependencies, ({ neededBy }) => neededBy ?? '')
    .map(sourcesInOrder)
    .toSorted((one, other) => compareKeys(one.key ?? '', other.key ?? '')),
  manualSteps: by(issue.manualSteps, ({ repository, text, id }) =>
    JSON.stringify([repository, text, id]),
  ),
  gaps: gapsInOrder(issue.gaps),
});

const evidenceInOrder = (reason: Reason): Reason => ({
  ...reason,
  evidence: by(reason.evidence, ({ text, url }) => JSON.stringify([text, url])),
});

/** Oldest first. */
const changesInOrder = (changes: JudgedChanges): JudgedChanges => ({
  ...changes,
  commits: by(changes.commits, ({ sha }) => sha).toSorted(
    (one, other) => Date.parse(one.authoredAt) - Date.parse(other.authoredAt),
  ),
  pullRequests: changes.pullRequests.toSorted((one, other) => one.number - other.number),
});

const sourcesInOrder = (dependency: Dependency): Dependency => ({
  ...dependency,
  sources: by(dependency.sources, ({ kind, text, url }) => JSON.stringify([kind, text, url])),
});

const gapsInOrder = (gaps: readonly Gap[]): Gap[] =>
  by(gaps, ({ repository, what, why }) => JSON.stringify([repository, what, why]));

const by = <T>(
  items: readonly T[],
  text: (item: T) => string,
  compare: (one: string, other: string) => number = compareText,
): T[] => items.toSorted((one, other) => compare(text(one), text(other)));
