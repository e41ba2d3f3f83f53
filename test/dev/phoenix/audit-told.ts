import type { Manifest, ManifestIssue } from '../../../src/domain/manifest/manifest';
import {
  isAsTruthSays,
  isLooseOfTitle,
  PRESENCE_DIFFERENCES,
  toDifference,
  type PresenceMoment,
  type PresenceRow,
} from '../../support/presence-truth';
import { AUDIT_DIFFERENCES } from './audit-differences';
import type { AuditTruth } from './audit-truth';

/** An audit, seen from the truth file. */
export type AuditTold = {
  issues: string[];
  /** Commits of the source that the audit does not list as changes. */
  rowsWithoutAnswer: string[];
  rowsOtherwise: string[];
  /** Commits of the release itself. */
  inRangeOtherwise: string[];
  arrivedOtherwise: string[];
  /** Issues that have changes, none of them on the source. */
  notInSource: string[];
  withoutChange: string[];
  unlistedOtherwise: string[];
  /** Gates that are not passed. Nobody has to sign and nothing is frozen: `issues` alone can be open. */
  openGates: string[];
  /** What could not be read. */
  gaps: string[];
};

const EMPTY = ' present empty';
/** Of these the file names a commit of the source that the target has not in any form that it knows. */
const NOT_ARRIVED: readonly string[] = ['missing', 'partial', 'reverted-in-target'];

const commitsOf = ({ changes }: ManifestIssue) => changes.flatMap(({ commits }) => commits);
const hasReason = (code: string) => (issue: ManifestIssue) =>
  issue.reasons.some((one) => one.code === code);
const short = (sha: string): string => sha.slice(0, 8);

/** Every commit of the source, as the file has it and as the audit says. */
function rowsOf(
  { issues }: Manifest,
  { asked }: PresenceMoment,
  to: string,
): { rows: PresenceRow[]; without: string[] } {
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const inBundle = asked.filter(({ key }) => byKey.has(key));
  const told = inBundle.map((row) => {
    const issue = byKey.get(row.key);
    const commit = issue && commitsOf(issue).find(({ sha }) => sha === row.listed.sha);
    return { ...row, found: commit?.presence[to] };
  });
  return {
    rows: told.flatMap(({ found, ...row }) => (found ? [{ ...row, found }] : [])),
    without: told.filter(({ found }) => !found).map(({ key, listed }) => `${key} ${listed.sha}`),
  };
}

/** What the release itself brought of its issues, and did not. */
function rangeDifferences({ issues }: Manifest, { inRange }: AuditTruth, to: string): string[] {
  return issues.flatMap((issue) =>
    (inRange.get(issue.key) ?? []).flatMap(({ sha, isApplied }) => {
      const state = commitsOf(issue).find((one) => one.sha === sha)?.presence[to]?.state;
      const isThere = state === 'present' || state === 'adapted';
      return isThere === isApplied ? [] : [`${issue.key} ${short(sha)}: ${state ?? 'not listed'}`];
    }),
  );
}

/** Issues that the file says arrived and the audit does not, or the other way round. */
function arrivalDifferences({ issues }: Manifest, { verdicts }: AuditTruth): string[] {
  return issues.flatMap((issue) => {
    const verdict = verdicts.get(issue.key) ?? '';
    const isMissing = hasReason('not-arrived')(issue);
    const isRight = isMissing ? NOT_ARRIVED.includes(verdict) : !NOT_ARRIVED.includes(verdict);
    const told = isMissing ? 'not arrived' : 'arrived';
    return isRight ? [] : [`${issue.key} ${verdict}: ${told}`];
  });
}

function unlistedDifferences({ unlisted }: Manifest, { drift }: AuditTruth): string[] {
  const ours = new Map(unlisted.map(({ key, shas }) => [key ?? '', shas]));
  return [...new Set([...ours.keys(), ...drift.keys()])].flatMap((key) => {
    const [theirs, found] = [drift.get(key) ?? [], ours.get(key) ?? []];
    return theirs.join() === found.join()
      ? []
      : [`${key}: the file ${theirs.map(short).join(' ')}, we ${found.map(short).join(' ')}`];
  });
}

/** What the file says of the moment, but for what is known to differ. */
export function auditExpected(name: string, truth: AuditTruth): AuditTold {
  const known = AUDIT_DIFFERENCES[name] ?? {};
  const isInBundle = (row: string): boolean => truth.issues.includes(row.split(' ')[1] ?? '');
  const rows = PRESENCE_DIFFERENCES.filter(
    (row) => row.startsWith(`${name} `) && isInBundle(row) && !row.includes(EMPTY),
  );
  return {
    issues: truth.issues,
    rowsWithoutAnswer: known.without ?? [],
    rowsOtherwise: rows.sort(),
    inRangeOtherwise: [],
    arrivedOtherwise: known.arrived ?? [],
    notInSource: truth.notInSource.filter((key) => !known.inSource?.includes(key)),
    withoutChange: truth.withoutCommit,
    unlistedOtherwise: known.unlisted ?? [],
    openGates: known.openGates ?? ['issues'],
    gaps: [],
  };
}

export function auditTold(
  manifest: Manifest,
  moment: PresenceMoment,
  truth: AuditTruth,
): AuditTold {
  const { to } = manifest.promotion;
  const { rows, without } = rowsOf(manifest, moment, to);
  return {
    issues: manifest.issues.map(({ key }) => key).toSorted(),
    rowsWithoutAnswer: without,
    rowsOtherwise: rows
      .filter((row) => !isAsTruthSays(row) && !isLooseOfTitle(row))
      .map(toDifference)
      .sort(),
    inRangeOtherwise: truth.isOfOtherLine ? [] : rangeDifferences(manifest, truth, to),
    arrivedOtherwise: arrivalDifferences(manifest, truth),
    notInSource: manifest.issues
      .filter(hasReason('not-in-source'))
      .map(({ key }) => key)
      .sort(),
    withoutChange: manifest.issues
      .filter((issue) => commitsOf(issue).length === 0)
      .map(({ key }) => key)
      .sort(),
    unlistedOtherwise: truth.isOfOtherLine ? [] : unlistedDifferences(manifest, truth),
    openGates: manifest.gates.filter(({ status }) => status !== 'passed').map(({ id }) => id),
    gaps: manifest.evidence.gaps.map(({ what, why }) => `${what}: ${why}`),
  };
}
