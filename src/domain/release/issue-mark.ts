import type { Level } from '../reasons/reason';

/** From the mildest to the worst; what nobody knows is worse than what wants a look. */
const VERDICTS = ['safe', 'warning', 'manual-review', 'unknown', 'blocked'] as const;
const DECISIONS = ['SHIP', 'unknown', 'NO-SHIP'] as const;

/** What stands on an issue for Jira's own search to find: the worst of all releases to come that it is in. */
export type IssueMark = {
  verdict: Level | 'unknown';
  decision: (typeof DECISIONS)[number];
  /** Releases that it speaks of, by id. */
  versionIds: string[];
};

/** What is known of one release to come. */
export type MarkedRelease =
  | {
      state: 'judged';
      versionId: string;
      decision: 'SHIP' | 'NO-SHIP';
      /** By issue key. */
      verdicts: ReadonlyMap<string, IssueMark['verdict']>;
    }
  /** It will be known in a while: what stands on its issues stays so long. */
  | { state: 'being-judged'; versionId: string }
  | { state: 'unknown'; versionId: string };

/** What stands on the issues of a project. */
export type MarkRecord = {
  /** By issue key. */
  marks: ReadonlyMap<string, IssueMark>;
  /** Issues that Jira did not let be marked, and when. ISO 8601, UTC. */
  refused: ReadonlyMap<string, string>;
  /** Since when a release is being judged again, by version id. */
  waiting: ReadonlyMap<string, string>;
};

export const NO_MARKS: MarkRecord = { marks: new Map(), refused: new Map(), waiting: new Map() };

/** What is to be changed on issues, by key; `null` takes the mark away. */
export type MarkChanges = ReadonlyMap<string, IssueMark | null>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Judging takes minutes; what is not there after so long is not known. */
const PATIENCE_MS = 3 * 60 * 60 * 1000;

/** What has to change, so that each issue says what is known of its releases now. */
export function planMarks(
  { marks, refused }: Pick<MarkRecord, 'marks' | 'refused'>,
  releases: readonly MarkedRelease[],
  now: string,
): MarkChanges {
  const waiting = new Set(
    releases.flatMap(({ state, versionId }) => (state === 'being-judged' ? [versionId] : [])),
  );
  const isWaiting = (key: string): boolean =>
    marks.get(key)?.versionIds.some((id) => waiting.has(id)) ?? false;
  const wasRefused = (key: string): boolean =>
    Date.parse(now) - Date.parse(refused.get(key) ?? '') < DAY_MS;
  const wanted = wantedMarks(marks, releases);
  const changes = [...new Set([...marks.keys(), ...wanted.keys()])]
    .map((key): [string, IssueMark | null] => [key, wanted.get(key) ?? null])
    .filter(([key, mark]) => !isWaiting(key) && !isSame(marks.get(key) ?? null, mark))
    .filter(([key]) => !wasRefused(key));
  return new Map(changes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function wantedMarks(
  marks: MarkRecord['marks'],
  releases: readonly MarkedRelease[],
): Map<string, IssueMark> {
  const wanted = new Map<string, IssueMark>();
  for (const release of releases) {
    for (const [key, mark] of marksOf(marks, release)) {
      const other = wanted.get(key);
      wanted.set(key, other ? worse(other, mark) : mark);
    }
  }
  return wanted;
}

/** Nobody can say which issues are in a release that nobody can judge: those that were. */
function marksOf(marks: MarkRecord['marks'], release: MarkedRelease): [string, IssueMark][] {
  const versionIds = [release.versionId];
  switch (release.state) {
    case 'judged':
      return [...release.verdicts].map(([key, verdict]) => [
        key,
        { verdict, decision: release.decision, versionIds },
      ]);
    case 'unknown':
      return [...marks]
        .filter(([, mark]) => mark.versionIds.includes(release.versionId))
        .map(([key]) => [key, { verdict: 'unknown', decision: 'unknown', versionIds }]);
    case 'being-judged':
      return [];
  }
}

const worse = (one: IssueMark, other: IssueMark): IssueMark => ({
  verdict: worst(VERDICTS, one.verdict, other.verdict),
  decision: worst(DECISIONS, one.decision, other.decision),
  versionIds: [...one.versionIds, ...other.versionIds].sort(),
});

const worst = <Word>(words: readonly Word[], one: Word, other: Word): Word =>
  words.indexOf(one) > words.indexOf(other) ? one : other;

const isSame = (one: IssueMark | null, other: IssueMark | null): boolean =>
  textOf(one) === textOf(other);

const textOf = (mark: IssueMark | null): string =>
  mark ? [mark.verdict, mark.decision, ...mark.versionIds].join(' ') : '';

/** The record after changes were made, but for those that Jira refused. */
export function withMarks(
  record: MarkRecord,
  changes: MarkChanges,
  { refused, now }: { refused: ReadonlySet<string>; now: string },
): MarkRecord {
  const marks = new Map(record.marks);
  const refusals = new Map(record.refused);
  for (const [key, mark] of changes) {
    if (refused.has(key)) {
      refusals.set(key, now);
      continue;
    }
    refusals.delete(key);
    if (mark) marks.set(key, mark);
    else marks.delete(key);
  }
  return { ...record, marks, refused: refusals };
}

/** A release that is being judged again for too long is not known. */
export function waitFor(
  { waiting }: Pick<MarkRecord, 'waiting'>,
  versionId: string,
  now: string,
): MarkedRelease {
  const since = waiting.get(versionId) ?? now;
  const isTooLong = Date.parse(now) - Date.parse(since) >= PATIENCE_MS;
  return { state: isTooLong ? 'unknown' : 'being-judged', versionId };
}

/** Since when releases are being judged again: those that were so before keep their instant. */
export function withWaiting(
  record: MarkRecord,
  versionIds: readonly string[],
  now: string,
): MarkRecord {
  const { waiting } = record;
  const isSame = versionIds.length === waiting.size && versionIds.every((id) => waiting.has(id));
  if (isSame) return record;
  return { ...record, waiting: new Map(versionIds.map((id) => [id, waiting.get(id) ?? now])) };
}

/** The record when nothing is known of what stands on an issue. */
export function withoutMark(record: MarkRecord, issueKey: string): MarkRecord {
  if (!record.marks.has(issueKey)) return record;
  const marks = new Map(record.marks);
  marks.delete(issueKey);
  return { ...record, marks };
}
