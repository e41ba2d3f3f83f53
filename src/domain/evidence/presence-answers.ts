import type { ChangedPath, DiffFact, KnownDiff } from '../presence/diff-fact';
import type { BlobAt, CombinedFact, Span } from '../presence/presence-facts';

/** A diff as it is stored; `tries`: how often it was asked for and did not come whole. */
export type RecordedDiff = KnownDiff | UnreadDiff;
export type UnreadDiff = {
  status: 'unread';
  unreadAt: string;
  tries: number;
  isTooLarge?: true | undefined;
  paths?: readonly ChangedPath[] | undefined;
};

/** Asked for, and not answered whole. */
export type Unread = { unreadAt: string };
export type CombinedAnswer = { patchId: string | null } | Unread;
/** `null`: the commit has no such file. */
export type FileAnswer = BlobAt | null | Unread;

/** What hosts answered that presence needs besides diffs: good for ever, but for what did not come whole. */
export type PresenceAnswers = {
  /** Patch identities of all that lies between two commits, by `base...head`. */
  combined: ReadonlyMap<string, CombinedAnswer>;
  /** Files, by commit and path. */
  files: ReadonlyMap<string, ReadonlyMap<string, FileAnswer>>;
};

export const NO_ANSWERS: PresenceAnswers = { combined: new Map(), files: new Map() };

const DAY_MS = 24 * 60 * 60 * 1000;
/** After a thousand days nobody asks for a diff any more. */
const MOST_DOUBLINGS = 10;

/**
 * When to ask once more for what did not come whole: a day later, and a diff twice as long after each
 * further try, because most hosts cut the same diff every time.
 */
export function askAgainAt({ unreadAt, tries = 1 }: Unread & { tries?: number }): string {
  const days = 2 ** Math.min(tries - 1, MOST_DOUBLINGS);
  return new Date(Date.parse(unreadAt) + days * DAY_MS).toISOString();
}

/** As it is stored; a commit that the host does not know has an unread diff. */
export function toRecordedDiff(
  diff: DiffFact | undefined,
  asked: Pick<UnreadDiff, 'unreadAt' | 'tries'>,
): RecordedDiff {
  if (diff?.status === 'known') return diff;
  return {
    status: 'unread',
    ...asked,
    ...(diff?.isTooLarge && { isTooLarge: true }),
    ...(diff?.paths && { paths: diff.paths }),
  };
}

const isOverdue = (one: Unread & { tries?: number }, now: string): boolean =>
  Date.parse(askAgainAt(one)) <= Date.parse(now);

export const spanKey = ({ base, head }: Span): string => `${base}...${head}`;

export const isUnread = (answer: CombinedAnswer | FileAnswer): answer is Unread =>
  answer !== null && 'unreadAt' in answer;

/** Diffs that are to be asked for once more, apart from the others. */
export function partDiffs(
  diffs: ReadonlyMap<string, RecordedDiff>,
  now: string,
): { current: Map<string, RecordedDiff>; overdue: Map<string, UnreadDiff> } {
  const current = new Map<string, RecordedDiff>();
  const overdue = new Map<string, UnreadDiff>();
  for (const [sha, diff] of diffs) {
    if (diff.status === 'unread' && isOverdue(diff, now)) overdue.set(sha, diff);
    else current.set(sha, diff);
  }
  return { current, overdue };
}

/** Without what is to be asked for again. */
export function withoutOverdue({ combined, files }: PresenceAnswers, now: string): PresenceAnswers {
  const isGood = (answer: CombinedAnswer | FileAnswer): boolean =>
    !isUnread(answer) || !isOverdue(answer, now);
  return {
    combined: only(combined, isGood),
    files: new Map([...files].map(([sha, paths]) => [sha, only(paths, isGood)])),
  };
}

function only<Answer>(
  answers: ReadonlyMap<string, Answer>,
  isKept: (answer: Answer) => boolean,
): Map<string, Answer> {
  return new Map([...answers].filter(([, answer]) => isKept(answer)));
}

/** When to ask for the first of those that did not come whole; `null` when all came. */
export function firstAskAgainAt(
  diffs: ReadonlyMap<string, RecordedDiff>,
  answers: PresenceAnswers,
): string | null {
  const unread = [...diffs.values()].filter((diff) => diff.status === 'unread');
  const instants = [...unread, ...listAnswers(answers).filter(isUnread)].map(askAgainAt);
  return instants.sort()[0] ?? null;
}

const listAnswers = ({ combined, files }: PresenceAnswers): (CombinedAnswer | FileAnswer)[] => [
  ...combined.values(),
  ...[...files.values()].flatMap((paths) => [...paths.values()]),
];

export const countAnswers = (answers: PresenceAnswers): number => listAnswers(answers).length;

export function toCombinedFact(answer: CombinedAnswer | undefined): CombinedFact | undefined {
  if (answer === undefined) return undefined;
  return isUnread(answer) ? { status: 'unread' } : { status: 'known', patchId: answer.patchId };
}

/** Both together; where they differ, the newer ones count. */
export function withAnswers(before: PresenceAnswers, more: PresenceAnswers): PresenceAnswers {
  const files = new Map(before.files);
  for (const [sha, paths] of more.files) {
    files.set(sha, new Map([...(files.get(sha) ?? []), ...paths]));
  }
  return { combined: new Map([...before.combined, ...more.combined]), files };
}
