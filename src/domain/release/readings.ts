import { digestOf } from '../digest';
import type { IssueEvidence } from '../evidence/issue-evidence';
import { partDigest } from '../evidence/part-digest';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { RepositoryId } from '../repository';

/** What judgements took of one repository. */
export type Reading = {
  /** Digest of what runs where and of what was released: it concerns every issue that has a part of it. */
  runs: string;
  /** Of what issues held of it, as it was published; `null` before the first reading. */
  revision: string | null;
  /** By the key of an issue's document: digest of its part as it was judged. */
  parts: Record<string, string>;
};
export type Readings = Record<RepositoryId, Reading>;

type Statuses = ReadonlyMap<RepositoryId, RepositoryStatus>;

/** What judgements take that are made from these documents now. */
export const readingsOf = (statuses: Statuses, documents: readonly IssueEvidence[]): Readings => {
  const parts = new Map<RepositoryId, Record<string, string>>();
  for (const { issueKey, repositories } of documents) {
    for (const part of repositories) {
      const of = parts.get(part.repository) ?? {};
      parts.set(part.repository, { ...of, [issueKey]: partDigest(part) });
    }
  }
  return withMarks(statuses, (id) => parts.get(id) ?? {});
};

/** Readings of these repositories with parts as they are known. */
export const withMarks = (
  statuses: Statuses,
  partsOf: (id: RepositoryId) => Record<string, string>,
): Readings =>
  Object.fromEntries(
    [...statuses].map(([id, status]) => [
      id,
      { runs: runsMark(status), revision: status.revision, parts: partsOf(id) },
    ]),
  );

const runsMark = ({ environments, baselines }: RepositoryStatus): string =>
  digestOf([environments, baselines]);

/** Digest of what a repository holds: while it is the same, so are the changes on its branches. */
export const contentMark = ({ branches, revision }: RepositoryStatus): string =>
  digestOf([branches, revision]);

/** Repositories of which issues hold something else than when this was judged. */
export const revisedRepositories = (readings: Readings, statuses: Statuses): RepositoryId[] =>
  Object.entries(readings).flatMap(([id, { revision }]) =>
    statuses.get(id)?.revision === revision ? [] : [id],
  );

/** By repository: what it holds of each issue now, as digests. */
export type Indexes = ReadonlyMap<RepositoryId, ReadonlyMap<string, string>>;

/**
 * Keys of documents whose part of some repository is not the one that was judged, or of which something
 * else is said of where it runs. `watched` are the keys of all documents that were looked for.
 */
export function changedDocuments(
  readings: Readings,
  watched: ReadonlySet<string>,
  { statuses, indexes }: { statuses: Statuses; indexes: Indexes },
): Set<string> {
  const changed = new Set<string>();
  for (const [id, { runs, parts }] of Object.entries(readings)) {
    const status = statuses.get(id);
    if (status && runsMark(status) !== runs) addAll(changed, Object.keys(parts));
    const index = indexes.get(id);
    if (index) addAll(changed, changedParts(parts, index, watched));
  }
  return changed;
}

function changedParts(
  parts: Readonly<Record<string, string>>,
  index: ReadonlyMap<string, string>,
  watched: ReadonlySet<string>,
): string[] {
  const judged = new Map(Object.entries(parts));
  return [
    ...[...judged].filter(([key, digest]) => index.get(key) !== digest).map(([key]) => key),
    ...[...index.keys()].filter((key) => watched.has(key) && !judged.has(key)),
  ];
}

function addAll(set: Set<string>, keys: readonly string[]): void {
  for (const key of keys) set.add(key);
}
