import { readFileSync } from 'node:fs';
import { z } from 'zod';

const RangeCommit = z.object({
  repo: z.string(),
  sha: z.string(),
  where: z.string(),
  revert: z.boolean(),
  state_in_target: z.string(),
});

const Issue = z.object({
  range_commits: z.array(RangeCommit),
  lines: z.record(
    z.string(),
    z.object({ verdict: z.string(), commits: z.array(z.object({ sha: z.string() })) }),
  ),
});

const Truth = z.object({
  releases: z.record(
    z.string(),
    z.object({
      fix_version: z.string(),
      in_fix_version: z.record(z.string(), z.unknown()),
      targets: z.record(z.string(), z.object({ sources: z.record(z.string(), z.string()) })),
      tickets: z.record(z.string(), Issue),
      scope_drift: z.array(z.string()),
      fix_version_without_commit_in_range: z.record(z.string(), z.string()),
    }),
  ),
});

/** What git says of a release, worked out without this app. Lists are sorted. */
export type AuditTruth = {
  version: string;
  /** Another line is held against it; then the file's drift is that of the line which the release came from. */
  isOfOtherLine: boolean;
  issues: string[];
  /** By issue: how the file sums up what the target has of the source. */
  verdicts: Map<string, string>;
  /** Commits of the release itself that an issue of the version owns, by issue. */
  inRange: Map<string, { sha: string; isApplied: boolean }[]>;
  /** Issues of the version that the release has commits of, and the source has none. */
  notInSource: string[];
  /** Issues of the version that neither the release nor the source has a commit of. */
  withoutCommit: string[];
  /** Issues outside the version with commits in it. */
  drift: Map<string, string[]>;
};

export function readAuditTruth(file: string, name: string): AuditTruth {
  const release = Truth.parse(JSON.parse(readFileSync(file, 'utf8'))).releases[name];
  if (!release) throw new Error(`There is no moment ${name}.`);
  const { tickets, in_fix_version: named, fix_version_without_commit_in_range: without } = release;
  const issues = Object.keys(named);
  const [line = ''] = Object.values(release.targets).flatMap(({ sources }) => Object.keys(sources));
  const owned = (key: string) =>
    (tickets[key]?.range_commits ?? []).filter(({ where }) => where === 'subject');
  return {
    version: release.fix_version,
    isOfOtherLine: name.includes('-in-'),
    issues: issues.toSorted(),
    verdicts: new Map(issues.map((key) => [key, tickets[key]?.lines[line]?.verdict ?? ''])),
    inRange: new Map(
      issues.map((key) => [
        key,
        owned(key).map((one) => ({ sha: one.sha, isApplied: one.state_in_target === 'applied' })),
      ]),
    ),
    notInSource: issues
      .filter((key) => tickets[key]?.lines[line]?.verdict === 'no-commit-on-source')
      .filter((key) => !(key in without))
      .sort(),
    withoutCommit: Object.keys(without)
      .filter((key) => tickets[key]?.lines[line]?.verdict === 'no-commit-on-source')
      .sort(),
    drift: new Map(
      release.scope_drift.map((key) => [
        key,
        owned(key)
          .filter((one) => one.revert || one.state_in_target === 'applied')
          .map(({ sha }) => sha)
          .sort(),
      ]),
    ),
  };
}
