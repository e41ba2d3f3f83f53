import { compareKeys, compareText } from '../dependencies/key-order';
import { digestOf } from '../digest';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { LineSignOff } from '../lines/changed-since';
import type { PromotionMode } from '../promotion/promotion';
import type { Tick } from '../reasons/manual-step';
import type { RepositoryId } from '../repository';
import type { ProjectSettings } from '../settings/project-settings';
import type { JudgedBundle, JudgedIssue, UnlistedChange } from './judged-issue';
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

/** What a judgement rests on beside the issues themselves, as digests that are compared and no more. */
export type Grounds = {
  /** By project; `none` for a project without settings. */
  settings: Record<string, string>;
  statuses: Record<RepositoryId, string>;
  signOffs: string[];
};

/** Some issues of a bundle with what was judged of them. */
export type CompositionChunk = {
  /** Before the first of them was read. ISO 8601, UTC. */
  judgedAt: string;
  issues: JudgedIssue[];
  unreadable: JudgedBundle['unreadable'];
  /** Issues outside the chunk that its issues need: a change there may change a judgement here. */
  needed: string[];
  /** What could not be read, beside repositories. */
  gaps: Gap[];
  /** Jira did not give all that was asked for: it is judged again. */
  isShort: boolean;
  grounds: Grounds;
  /** How many words people had said of each issue. */
  words: Record<string, number>;
  ticks: Record<string, Tick[]>;
};

/** What was made of the whole bundle when its last chunk was judged. */
export type CompositionEnd = {
  unlisted: UnlistedChange[];
  since: JudgedBundle['unlistedSince'];
  grounds: Grounds;
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

type Facts = {
  /** Keys of all projects that were looked at. */
  projects: readonly string[];
  settings: ReadonlyMap<string, ProjectSettings>;
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
  signOffs: readonly LineSignOff[];
};

/** The grounds of a judgement that is made now. */
export const groundsOf = ({ projects, settings, statuses, signOffs }: Facts): Grounds => ({
  settings: Object.fromEntries(
    projects.toSorted().map((key) => {
      const found = settings.get(key);
      return [key, found ? digestOf(found) : 'none'];
    }),
  ),
  statuses: Object.fromEntries(
    [...statuses.values()]
      .toSorted((a, b) => compareText(a.repository, b.repository))
      .map((status) => [status.repository, statusMark(status)]),
  ),
  signOffs: signOffs.map(signOffText).sort(),
});

const signOffText = ({ line, at, by, role }: LineSignOff): string =>
  [line, at, role, by ?? ''].join('\n');

/** When it was read is no evidence, once it was read; what came of the reading is. */
function statusMark({ asOf, progress, ...status }: RepositoryStatus): string {
  const isRead = asOf !== null;
  return digestOf({ ...status, isRead, isBeingRead: !isRead && progress !== null });
}

/**
 * Why a judgement does not hold any more, in words for people; `null` while it holds. Sign-offs that
 * only grew make it milder than it should be nowhere.
 */
export function whyOutdated(made: Grounds, now: Grounds): string | null {
  const settings = changedIn(made.settings, now.settings);
  if (settings.length > 0) return `the settings of ${settings.join(', ')} changed`;
  const repositories = changedIn(made.statuses, now.statuses);
  const [first] = repositories;
  if (first !== undefined) {
    const others = repositories.length - 1;
    return `${first}${others > 0 ? ` and ${others} more` : ''} changed`;
  }
  const isTakenBack = made.signOffs.some((one) => !now.signOffs.includes(one));
  return isTakenBack ? 'a sign-off was taken back' : null;
}

/** Whether people signed since: their word makes reasons milder, and nothing worse. */
export const hasNewSignOffs = (made: Grounds, now: Grounds): boolean =>
  now.signOffs.some((one) => !made.signOffs.includes(one));

const changedIn = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] => Object.keys(before).filter((key) => before[key] !== after[key]);

/** Issues to judge again when these changed in Jira, joined or left: themselves, and those that need them. */
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
