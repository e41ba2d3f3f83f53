import { presentEvidence, presentFreshness } from '../../src/api/present-evidence';
import type { RepositoryStatus } from '../../src/domain/evidence/repository-status';
import { issueFacts, REPOSITORY, repositoryEvidence, repositoryStatus } from '../support/builders';
import { projectSettings, repositorySettings } from '../support/settings';

const UI = 'github:acme/ui';
const NOW = '2026-05-04T09:00:00Z';
const settings = projectSettings({
  repositories: [repositorySettings(REPOSITORY, { service: 'Payments' }), repositorySettings(UI)],
});

/** What is said of two listed repositories, with the given statuses. */
function evidenceOf(statuses: Partial<RepositoryStatus>[], parts: { repository?: string }[] = []) {
  const facts = issueFacts({
    settings,
    statuses: new Map(statuses.map(repositoryStatus).map((status) => [status.repository, status])),
  });
  return presentEvidence(facts, parts.map(repositoryEvidence));
}

const reading = (startedAt: string) =>
  ({ phase: 'commits', done: 1, total: null, startedAt }) as const;

describe('presentEvidence', () => {
  it('is complete when every repository was read, and as old as the oldest reading', () => {
    const evidence = evidenceOf([
      { asOf: '2026-05-04T08:00:00Z' },
      { repository: UI, asOf: '2026-05-03T08:00:00+02:00' },
    ]);

    expect(evidence).toEqual({
      asOf: '2026-05-03T08:00:00+02:00',
      complete: true,
      gaps: [],
      now: NOW,
      repositories: [
        {
          repository: REPOSITORY,
          service: 'Payments',
          asOf: '2026-05-04T08:00:00Z',
          progress: null,
          renamedTo: null,
        },
        {
          repository: UI,
          service: null,
          asOf: '2026-05-03T08:00:00+02:00',
          progress: null,
          renamedTo: null,
        },
      ],
    });
  });

  const denied = { repository: UI, what: 'checks', why: 'GitHub answered 403' };
  it.each<{ when: string; ui: Partial<RepositoryStatus>[]; asOf: string | null; gap: object }>([
    {
      when: 'a repository was never heard of',
      ui: [],
      asOf: null,
      gap: { repository: UI, what: 'the repository', why: 'it was never read to the end' },
    },
    {
      when: 'it is being read for the first time',
      ui: [{ asOf: null, progress: reading('2026-05-04T08:59:00Z') }],
      asOf: null,
      gap: { repository: UI, what: 'the repository', why: 'it is being read for the first time' },
    },
    {
      when: 'its first reading died',
      ui: [{ asOf: null, progress: reading('2026-05-04T07:59:59Z') }],
      asOf: null,
      gap: { repository: UI, what: 'the repository', why: 'it was never read to the end' },
    },
    {
      when: 'a part could not be read',
      ui: [{ gaps: [denied] }],
      asOf: '2026-05-04T08:00:00Z',
      gap: denied,
    },
  ])('has a gap when $when', ({ ui, asOf, gap }) => {
    const evidence = evidenceOf([{}, ...ui.map((one) => ({ repository: UI, ...one }))]);

    expect(evidence).toMatchObject({ complete: false, asOf, gaps: [gap] });
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
      when: 'a repository with changes is not listed any more',
      part: { repository: 'github:acme/gone' },
      gap: {
        repository: 'github:acme/gone',
        what: 'its lines',
        why: 'the repository is not in the settings of this project; add it there to follow its lines',
      },
    },
  ])('has a gap when $when', ({ part, gap }) => {
    const evidence = evidenceOf([{}, { repository: UI }], [part]);

    expect(evidence).toMatchObject({ complete: false, gaps: [gap] });
  });

  it('says nothing of what went wrong in a repository that is not listed any more', () => {
    const gone = { repository: 'github:acme/gone', gaps: [denied], asOf: null };

    expect(evidenceOf([{}, { repository: UI }, gone])).toMatchObject({ complete: true, gaps: [] });
  });

  it.each([
    { when: 'the project is not set up', given: undefined },
    { when: 'the project lists no repository', given: projectSettings({ repositories: [] }) },
  ])('is never complete when $when', ({ given }) => {
    expect(presentEvidence(issueFacts({ settings: given }), [])).toEqual({
      asOf: null,
      complete: false,
      gaps: [],
      repositories: [],
      now: NOW,
    });
  });
});

describe('presentFreshness', () => {
  it.each([
    { startedAt: '2026-05-04T08:00:00Z', shown: true },
    { startedAt: '2026-05-04T07:59:59Z', shown: false },
  ])('shows a reading that began at $startedAt: $shown', ({ startedAt, shown }) => {
    const progress = reading(startedAt);
    const statuses = new Map([[REPOSITORY, repositoryStatus({ progress })]]);

    const [first] = presentFreshness(projectSettings(), statuses, NOW);

    expect(first?.progress).toEqual(shown ? progress : null);
  });

  it('tells a new name', () => {
    const statuses = new Map([[REPOSITORY, repositoryStatus({ renamedTo: 'acme/pay' })]]);

    expect(presentFreshness(projectSettings(), statuses, NOW)).toMatchObject([
      { renamedTo: 'acme/pay' },
    ]);
  });
});
