import { compareKeys } from '../dependencies/key-order';
import { digestOf } from '../digest';
import type { Gap } from '../gap';
import type { PromotionMode } from '../promotion/promotion';
import type { Tick } from '../reasons/manual-step';
import type { RepositoryId } from '../repository';
import type { Grounds } from './grounds';
import type { JudgedBundle, JudgedIssue, UnlistedChange } from './judged-issue';
import type { Readings } from './readings';
import type { AuditWindow } from './release-before';
import type { ReleaseScope } from './release-scope';

/** Issues that are judged and stored together: some seconds of Jira and storage, and well below a record's parts. */
export const CHUNK = 250;

/** What a composition answers. */
export type CompositionQuestion = {
  scope: ReleaseScope;
  /** Keys of the issues in it, each once, by key. */
  keys: string[];
  promotion: { from: string; to: string };
  mode: PromotionMode;
  /** Only counts in an audit. */
  window: AuditWindow | null;
};

/** Some issues of a bundle with what was judged of them. */
export type CompositionChunk = {
  /** Before the first of them was read. ISO 8601, UTC. */
  judgedAt: string;
  issues: JudgedIssue[];
  unreadable: JudgedBundle['unreadable'];
  /** Issues outside the chunk that its issues need: a change there may change a judgement here. */
  needed: string[];
  /** Former keys of all of them, and the keys that they have now. */
  renamed: Record<string, string>;
  /** What could not be read, beside repositories. */
  gaps: Gap[];
  /** Jira did not give all that was asked for: it is judged again. */
  isShort: boolean;
  grounds: Grounds;
  readings: Readings;
  /** How many words people had said of each issue. */
  words: Record<string, number>;
  ticks: Record<string, Tick[]>;
  /** `evidenceDigest` of each issue: of thousands they take longer than all that follows from them. */
  digests: Record<string, string>;
  /** `keysInTexts` of the issues. */
  told: string[];
};

/** What was made of the whole bundle when its last chunk was judged. */
export type CompositionEnd = {
  unlisted: UnlistedChange[];
  since: JudgedBundle['unlistedSince'];
  grounds: Grounds;
  /** `contentMark` of each repository that was looked through. */
  contents: Record<RepositoryId, string>;
};

/** Names a composition. People who may see different issues have compositions of their own of one query. */
export const compositionId = ({ scope, keys, promotion, mode }: CompositionQuestion): string =>
  digestOf([
    scope.jql === null ? scope.versionIds.toSorted() : [scope.jql, keys],
    [promotion.from, promotion.to, mode],
  ]);

/** Keys of the nth chunk of a bundle. */
export const chunkOf = (keys: readonly string[], nth: number): string[] =>
  keys.slice(nth * CHUNK, (nth + 1) * CHUNK);

export const chunksIn = (keys: readonly string[]): number => Math.ceil(keys.length / CHUNK);

/** Each key once, by key. */
export const inOrder = (keys: readonly string[]): string[] => [...new Set(keys)].sort(compareKeys);

/** Keys of all documents that judgements of a chunk would have found. */
export const watchedKeys = ({
  issues,
  needed,
  renamed,
}: Pick<CompositionChunk, 'issues' | 'needed' | 'renamed'>): Set<string> =>
  new Set([
    ...issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys]),
    ...[...needed, ...Object.keys(renamed)],
  ]);

/** Issues to judge again when these changed, joined or left: themselves, and those that need them. */
export function touchedIssues(
  issues: readonly Pick<JudgedIssue, 'key' | 'formerKeys' | 'dependencies'>[],
  changed: ReadonlySet<string>,
): string[] {
  if (changed.size === 0) return [];
  return issues
    .filter(
      ({ key, formerKeys, dependencies }) =>
        [key, ...formerKeys].some((one) => changed.has(one)) ||
        dependencies.some((one) => one.key !== null && changed.has(one.key)),
    )
    .map(({ key }) => key);
}

/** Issues of which people said something that a chunk does not know yet. */
export const wordedIssues = (
  { words }: Pick<CompositionChunk, 'words'>,
  now: ReadonlyMap<string, number>,
): string[] => Object.keys(words).filter((key) => (now.get(key) ?? 0) !== words[key]);
