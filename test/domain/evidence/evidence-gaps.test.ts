import { evidenceGaps, liveProgress } from '../../../src/domain/evidence/evidence-gaps';
import type { RepositoryStatus } from '../../../src/domain/evidence/repository-status';
import { REPOSITORY, repositoryEvidence, repositoryStatus } from '../../support/builders';
import { projectSettings, repositorySettings } from '../../support/settings';

const UI = 'github:acme/ui';
const NOW = '2026-05-04T09:00:00Z';
const settings = projectSettings({
  repositories: [repositorySettings(REPOSITORY), repositorySettings(UI)],
});

/** What is missing of two listed repositories with the given statuses. */
function gapsOf(statuses: Partial<RepositoryStatus>[], parts: { repository?: string }[] = []) {
  const known = new Map(statuses.map(repositoryStatus).map((one) => [one.repository, one]));
  return evidenceGaps({ settings, statuses: known, now: NOW }, parts.map(repositoryEvidence));
}

const reading = (startedAt: string) =>
  ({ phase: 'commits', done: 1, total: null, startedAt }) as const;

describe('evidenceGaps', () => {
  it('finds nothing missing when every repository was read', () => {
    expect(gapsOf([{}, { repository: UI }])).toEqual([]);
  });

  const OUTDATED = {
    what: 'what was read',
    why: 'an earlier version of Convoy kept it; the next reading, within the hour, makes it anew',
  };
  const denied = { repository: UI, what: 'checks', why: 'GitHub answered 403' };
  it.each<{ when: string; ui: Partial<RepositoryStatus>[]; gap: object }>([
    {
      when: 'a repository was never heard of',
      ui: [],
      gap: { repository: UI, what: 'the repository', why: 'it was never read to the end' },
    },
    {
      when: 'it is being read for the first time',
      ui: [{ asOf: null, progress: reading('2026-05-04T08:59:00Z') }],
      gap: { repository: UI, what: 'the repository', why: 'it is being read for the first time' },
    },
    {
      when: 'its first reading died',
      ui: [{ asOf: null, progress: reading('2026-05-04T07:59:59Z') }],
      gap: { repository: UI, what: 'the repository', why: 'it was never read to the end' },
    },
    {
      when: 'a part could not be read',
      ui: [{ gaps: [denied] }],
      gap: denied,
    },
    {
      when: 'an earlier version made what is kept of it',
      ui: [{ form: 2 }],
      gap: { repository: UI, ...OUTDATED },
    },
  ])('has a gap when $when', ({ ui, gap }) => {
    const gaps = gapsOf([{}, ...ui.map((one) => ({ repository: UI, ...one }))]);

    expect(gaps).toEqual([gap]);
  });

  it.each([
    {
      when: 'commits were left out',
      part: { omitted: 12 },
      gap: {
        repository: REPOSITORY,
        what: '12 older commits',
        why: 'the issue has more commits than Convoy keeps; the newest are shown',
      },
    },
    {
      when: 'an earlier version kept a part that cannot be read now',
      part: { isOutdated: true as const },
      gap: { repository: REPOSITORY, ...OUTDATED },
    },
    {
      when: 'a repository with changes is not listed any more',
      part: { repository: 'github:acme/gone' },
      gap: {
        repository: 'github:acme/gone',
        what: 'its lines',
        why: 'the repository is not in the settings of this project; add it there to follow its lines',
      },
    },
  ])('has a gap when $when', ({ part, gap }) => {
    const gaps = gapsOf([{}, { repository: UI }], [part]);

    expect(gaps).toEqual([gap]);
  });

  it('says nothing of what went wrong in a repository that is not listed any more', () => {
    const gone = { repository: 'github:acme/gone', gaps: [denied], asOf: null };

    expect(gapsOf([{}, { repository: UI }, gone])).toEqual([]);
  });
});

describe('liveProgress', () => {
  it.each([
    { startedAt: '2026-05-04T08:00:00Z', isAlive: true },
    { startedAt: '2026-05-04T07:59:59Z', isAlive: false },
  ])('of a reading that began at $startedAt: alive is $isAlive', ({ startedAt, isAlive }) => {
    const progress = reading(startedAt);

    expect(liveProgress({ progress }, NOW)).toEqual(isAlive ? progress : null);
  });

  it('is null for a repository of which nobody knows', () => {
    expect(liveProgress(undefined, NOW)).toBeNull();
  });
});
