import { dirname } from 'node:path';

import type { Manifest, ManifestIssue } from '../../../src/domain/manifest/manifest';
import {
  isAsTruthSays,
  isLooseOfTitle,
  PRESENCE_DIFFERENCES,
  readPresenceTruth,
  toDifference,
  type PresenceMoment,
  type PresenceRow,
} from '../../support/presence-truth';
import { describeWithShared } from '../../support/shared-data';
import { AUDIT_DIFFERENCES } from './audit-differences';
import { auditMoment } from './audit-site';
import { readAuditTruth, type AuditTruth } from './audit-truth';

/** Those that take seconds; `MOMENTS=5.2.2,5.1.3 npm test -- test/dev/phoenix/audits` asks for others. */
const SHORT = '5.1.1@half,thirdparty-2.1.0,thirdparty-2.2.0';
const MOMENTS = (process.env.MOMENTS ?? SHORT).split(',');

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
function expectedAt(name: string, truth: AuditTruth) {
  const known = AUDIT_DIFFERENCES[name] ?? {};
  const isInBundle = (row: string): boolean => truth.issues.includes(row.split(' ')[1] ?? '');
  const rows = PRESENCE_DIFFERENCES.filter(
    (row) => row.startsWith(`${name} `) && isInBundle(row) && !row.includes(EMPTY),
  );
  return {
    issues: truth.issues,
    rowsWithoutAnswer: known.without ?? [],
    rowsOtherwise: [...rows, ...(known.rows ?? [])].sort(),
    inRangeOtherwise: [],
    arrivedOtherwise: known.arrived ?? [],
    withoutChange: truth.withoutCommit,
    unlistedOtherwise: known.unlisted ?? [],
  };
}

function toldAt(manifest: Manifest, moment: PresenceMoment, truth: AuditTruth) {
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
    withoutChange: manifest.issues
      .filter((issue) => commitsOf(issue).length === 0)
      .map(({ key }) => key)
      .sort(),
    unlistedOtherwise: truth.isOfOtherLine ? [] : unlistedDifferences(manifest, truth),
  };
}

describeWithShared('the audit of a version of Apache Phoenix', 'phoenix/truth.json', (file) => {
  it.each(MOMENTS)(
    'says at %s what git says: issues, what arrived and what did not, what came unlisted',
    async (name) => {
      const truth = readAuditTruth(file, name);
      const moment = getMoment(file, name);

      const { manifest, seconds } = await auditMoment(name, truth.version, dirname(file));

      const { issues, unlisted, decision, firstFailingGate } = manifest;
      process.stderr.write(
        `${name}: ${issues.length} issues, ${unlisted.length} unlisted, ${decision} at ${firstFailingGate ?? 'no gate'}, ${seconds.toFixed(1)} s\n`,
      );
      expect(toldAt(manifest, moment, truth)).toEqual(expectedAt(name, truth));
      expect(decision).toBe(issues.every(isFree) ? 'SHIP' : 'NO-SHIP');
    },
    600_000,
  );
});

function getMoment(file: string, name: string): PresenceMoment {
  const moment = readPresenceTruth(file).find((one) => one.name === name);
  if (!moment) throw new Error(`There is no moment ${name}.`);
  return moment;
}

/** Nobody ticked anything: what must be looked at is open. */
const isFree = ({ reasons }: ManifestIssue): boolean =>
  reasons.every(({ level }) => level === 'warning');
