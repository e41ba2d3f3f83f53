import type { Dependency, EdgeConflict } from '../dependencies/edge';
import type { Gap } from '../gap';
import type { Reason } from '../reasons/reason';
import type {
  JudgedBundle,
  JudgedChanges,
  JudgedIssue,
  JudgedLine,
  UnlistedChange,
} from '../release/judged-issue';
import { canonicalHash, hashOfSet } from '../canonical';

/**
 * Reasons that may come from what people said of items, not from what was read. A rejection by a status
 * of Jira is in the hash with that status.
 */
const PEOPLES_WORDS: ReadonlySet<string> = new Set([
  'manual-step',
  'changed-since-sign-off',
  'rejected',
  'check-item-failed',
]);

/**
 * What a person signs for: sha256, 64 hex digits, over everything that was read of a bundle and what
 * follows from it. No instant of reading, no word of people (ticks, waivers, sign-offs and what they do
 * to verdicts), no wording of summaries. Lists whose order only tells how things were read are sets.
 */
export const evidenceHash = (bundle: JudgedBundle, known: EvidenceDigests = new Map()): string =>
  canonicalHash(evidenceOf(bundle, known));

/** `evidenceDigest` of issues whose judgement was stored, by key. */
export type EvidenceDigests = ReadonlyMap<string, string>;

/** The part of one issue in the hash of its bundle: sha256, 64 hex digits. */
export const evidenceDigest = (issue: JudgedIssue): string => canonicalHash(issueEvidence(issue));

const evidenceOf = (bundle: JudgedBundle, known: EvidenceDigests) => ({
  promotion: bundle.promotion,
  mode: bundle.mode,
  issues: hashOfSet(bundle.issues.map((issue) => known.get(issue.key) ?? evidenceDigest(issue))),
  unreadable: hashOfSet(bundle.unreadable.map(({ key }) => key)),
  unlisted: hashOfSet(bundle.unlisted.map(unlistedEvidence)),
  order: {
    repositories: bundle.order.repositories,
    issues: bundle.order.issues,
    cycles: hashOfSet(bundle.order.cycles.map(hashOfSet)),
  },
  gaps: hashOfSet(bundle.gaps.map(gapEvidence)),
});

const issueEvidence = (issue: JudgedIssue) => ({
  key: issue.key,
  status: issue.status,
  fixVersions: hashOfSet(issue.fixVersions),
  changes: hashOfSet(issue.changes.map(changeEvidence)),
  lines: hashOfSet(issue.lines.map(lineEvidence)),
  reasons: hashOfSet(
    issue.reasons.filter(({ code }) => !PEOPLES_WORDS.has(code)).map(reasonEvidence),
  ),
  toPromote: hashOfSet(issue.toPromote.map(({ repository, sha }) => ({ repository, sha }))),
  dependencies: hashOfSet(issue.dependencies.map(dependencyEvidence)),
  conflicts: hashOfSet(issue.conflicts.map(conflictEvidence)),
  manualSteps: hashOfSet(issue.manualSteps.map(({ id, shas }) => ({ id, shas: hashOfSet(shas) }))),
  gaps: hashOfSet(issue.gaps.map(gapEvidence)),
});

const changeEvidence = ({ repository, commits }: JudgedChanges) => ({
  repository,
  commits: hashOfSet(
    commits.map(({ sha, source, presence }) => ({ sha, source, presence: toPresence(presence) })),
  ),
});

const toPresence = (presence: JudgedChanges['commits'][number]['presence']) =>
  Object.fromEntries(
    Object.entries(presence).map(([line, { state, by, as }]) => [line, { state, by, as }]),
  );

const lineEvidence = ({ name, state, basis }: JudgedLine) => ({ name, state, basis });

const reasonEvidence = ({ code, level, evidence }: Reason) => ({
  code,
  level,
  evidence: hashOfSet(evidence.map(({ text, url }) => ({ text, url }))),
});

const dependencyEvidence = ({ key, status, neededBy, sources }: Dependency) => ({
  key,
  status,
  neededBy,
  sources: sourceEvidence(sources),
});

const conflictEvidence = ({ one, other, sources }: EdgeConflict) => ({
  between: hashOfSet([one, other]),
  sources: sourceEvidence(sources),
});

const sourceEvidence = (sources: Dependency['sources']) =>
  hashOfSet(sources.map(({ kind, text, url, isBlocking }) => ({ kind, text, url, isBlocking })));

const unlistedEvidence = ({ key, repository, shas }: UnlistedChange) => ({
  key,
  repository,
  shas: hashOfSet(shas),
});

const gapEvidence = ({ repository, what, why }: Gap) => ({ repository, what, why });
