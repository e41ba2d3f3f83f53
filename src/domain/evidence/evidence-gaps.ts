import type { Gap } from '../gap';
import type { RepositoryId } from '../repository';
import type { ProjectSettings } from '../settings/project-settings';
import { EVIDENCE_FORM } from './repository-header';
import type { RepositoryEvidence } from './issue-evidence';
import type { ReadProgress, RepositoryStatus } from './repository-status';

/** A mark that nothing took away for this long belongs to a reading that died. */
const DEAD_AFTER_MS = 60 * 60 * 1000;

type Read = {
  settings: Pick<ProjectSettings, 'repositories'> | undefined;
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
  now: string;
};

/**
 * Everything that is missing from what is known of an issue: gaps of each repository that its project
 * lists (a repository that was not read may hold changes of any issue), repositories never read, commits
 * that are not kept, repositories that nobody reads any more, and what an earlier version kept.
 */
export function evidenceGaps(
  { settings, statuses, now }: Read,
  parts: readonly Pick<RepositoryEvidence, 'repository' | 'omitted' | 'isOutdated'>[],
): Gap[] {
  const listed = settings?.repositories.map(({ id }) => id) ?? [];
  const known = listed.flatMap((id) => statuses.get(id) ?? []);
  const explained = new Set(known.filter(({ gaps }) => gaps.length > 0).map(repositoryOf));
  const isNeverRead = (id: RepositoryId): boolean => !statuses.get(id)?.asOf && !explained.has(id);
  return [
    ...known.flatMap(({ gaps }) => gaps),
    ...known.filter(isOfAnotherVersion).map(outdated),
    ...listed.filter(isNeverRead).map((id) => neverRead(id, liveProgress(statuses.get(id), now))),
    ...parts.filter(({ omitted }) => omitted > 0).map(cutShort),
    ...parts.filter(({ repository }) => !listed.includes(repository)).map(notListed),
    ...parts.filter(({ isOutdated }) => isOutdated).map(outdated),
  ];
}

/** The reading that is under way; `null` when there is none or it died. */
export function liveProgress(
  status: Pick<RepositoryStatus, 'progress'> | undefined,
  now: string,
): ReadProgress | null {
  const progress = status?.progress ?? null;
  const isDead = progress && Date.parse(now) - Date.parse(progress.startedAt) > DEAD_AFTER_MS;
  return isDead ? null : progress;
}

const repositoryOf = ({ repository }: { repository: RepositoryId }): RepositoryId => repository;

const isOfAnotherVersion = ({ asOf, form }: RepositoryStatus): boolean =>
  asOf !== null && form !== EVIDENCE_FORM;

const outdated = ({ repository }: { repository: RepositoryId }): Gap => ({
  repository,
  what: 'what was read',
  why: 'an earlier version of Convoy kept it; the next reading, within the hour, makes it anew',
});

const neverRead = (repository: RepositoryId, progress: ReadProgress | null): Gap => ({
  repository,
  what: 'the repository',
  why: progress ? 'it is being read for the first time' : 'it was never read to the end',
});

const cutShort = ({
  repository,
  omitted,
}: Pick<RepositoryEvidence, 'repository' | 'omitted'>): Gap => ({
  repository,
  what: `${omitted} older commits`,
  why: 'the issue has more commits than Convoy keeps; the newest are shown',
});

const notListed = ({ repository }: Pick<RepositoryEvidence, 'repository'>): Gap => ({
  repository,
  what: 'its lines',
  why: 'the repository is not in the settings of this project; add it there to follow its lines',
});
