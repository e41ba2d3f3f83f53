import {
  NO_ANSWERS,
  type FileAnswer,
  type PresenceAnswers,
  type RecordedDiff,
} from '../../domain/evidence/presence-answers';
import { UNREAD_BLOB, type ChangedPath } from '../../domain/presence/diff-fact';
import type { EvidenceStore } from '../../ports/evidence-store';
import { evidenceKeys } from './evidence-keys';
import type { Parts } from './parts';
import { StoredAnswers, StoredDiff, type StoredPaths } from './presence-schema';
import { createSegmentedLog } from './segmented-log';

/** Digits that are kept of a blob id: git itself shows fewer where they tell blobs apart. */
const BLOB_DIGITS = 12;

/** What presence is decided from: diffs in a log, the other answers in one record. */
export function presenceRecords(
  parts: Parts,
): Pick<EvidenceStore, 'readDiffs' | 'appendDiffs' | 'readAnswers' | 'saveAnswers'> {
  const log = createSegmentedLog(parts, {
    name: 'diffs',
    row: StoredDiff,
    keyOf: evidenceKeys.diffs,
  });
  return {
    async readDiffs(id, count) {
      return new Map((await log.read(id, count)).map(toRecordedDiff));
    },
    appendDiffs: (id, from, diffs) => log.append(id, from, diffs.map(toStoredDiff)),
    async readAnswers(id) {
      const stored = StoredAnswers.safeParse(await parts.read(evidenceKeys.presence(id)));
      return stored.success ? toAnswers(stored.data) : NO_ANSWERS;
    },
    saveAnswers: (id, answers) => parts.write(evidenceKeys.presence(id), toStoredAnswers(answers)),
  };
}

const short = (blob: string | null): string | null =>
  blob === null || blob === UNREAD_BLOB ? blob : blob.slice(0, BLOB_DIGITS);

function toStoredDiff([sha, diff]: readonly [string, RecordedDiff]): StoredDiff {
  if (diff.status === 'unread') {
    const { unreadAt, tries, isTooLarge = false } = diff;
    const paths = diff.paths && { paths: toStoredPaths(diff.paths) };
    return { sha, unreadAt, tries, ...(isTooLarge && { isTooLarge }), ...paths };
  }
  const { patchId, loosePatchId, linesId, inverseId, growth } = diff;
  const paths = toStoredPaths(diff.paths);
  return { sha, patchId, loosePatchId, linesId, inverseId, growth, paths };
}

function toRecordedDiff({ sha, ...diff }: StoredDiff): [string, RecordedDiff] {
  if ('unreadAt' in diff) {
    const { paths, ...rest } = diff;
    return [sha, { status: 'unread', ...rest, ...(paths && { paths: toPaths(paths) }) }];
  }
  return [sha, { status: 'known', ...diff, paths: toPaths(diff.paths) }];
}

const toStoredPaths = (paths: readonly ChangedPath[]): StoredPaths =>
  paths.map(({ path, before, after, mode }) => [path, short(before), short(after), mode]);

const toPaths = (stored: StoredPaths): ChangedPath[] =>
  stored.map(([path, before, after, mode]) => ({ path, before, after, mode }));

function toStoredAnswers({ combined, files }: PresenceAnswers): StoredAnswers {
  return {
    combined: sorted(combined),
    files: sorted(files).map(([sha, paths]) => [
      sha,
      sorted(paths).map(([path, answer]) => [path, shortened(answer)]),
    ]),
  };
}

const shortened = (answer: FileAnswer): FileAnswer =>
  answer !== null && 'blob' in answer
    ? { ...answer, blob: answer.blob.slice(0, BLOB_DIGITS) }
    : answer;

const toAnswers = ({ combined, files }: StoredAnswers): PresenceAnswers => ({
  combined: new Map(combined),
  files: new Map(files.map(([sha, paths]) => [sha, new Map(paths)])),
});

/** The same entries give the same bytes, whatever order they came in. */
const sorted = <Value>(entries: ReadonlyMap<string, Value>): [string, Value][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
