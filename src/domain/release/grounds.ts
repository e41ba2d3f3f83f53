import { compareText } from '../dependencies/key-order';
import { digestOf } from '../digest';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { LineSignOff } from '../lines/changed-since';
import type { RepositoryId } from '../repository';
import type { ProjectSettings } from '../settings/project-settings';

/** What every judgement of a project rests on beside the issues themselves, as digests that are compared and no more. */
export type Grounds = {
  /** By project; `none` for a project without settings. */
  settings: Record<string, string>;
  /** By repository: whether and how well it could be read. What it holds is not in it. */
  statuses: Record<RepositoryId, string>;
  signOffs: string[];
};

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
      .map((status) => [status.repository, readabilityOf(status)]),
  ),
  signOffs: signOffs.map(signOffText).sort(),
});

const signOffText = ({ line, at, by, role }: LineSignOff): string =>
  [line, at, role, by ?? ''].join('\n');

/**
 * When it was read is no evidence, once it was read. What issues hold of it, and what runs where, is
 * compared issue by issue (`readings.ts`).
 */
function readabilityOf({ asOf, progress, branches, ...status }: RepositoryStatus): string {
  const { environments, baselines, revision, ...readability } = status;
  const isRead = asOf !== null;
  const heads = Object.entries(branches)
    .map(([name, { state }]) => [name, state])
    .sort();
  return digestOf({ ...readability, heads, isRead, isBeingRead: !isRead && progress !== null });
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
    return `what can be read of ${first}${others > 0 ? ` and ${others} more` : ''} changed`;
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
