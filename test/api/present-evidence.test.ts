import { presentEvidence, presentFreshness } from '../../src/api/present-evidence';
import type { RepositoryStatus } from '../../src/domain/evidence/repository-status';
import type { Gap } from '../../src/domain/gap';
import { issueFacts, REPOSITORY, repositoryStatus } from '../support/builders';
import { projectSettings, repositorySettings } from '../support/settings';

const UI = 'github:acme/ui';
const NOW = '2026-05-04T09:00:00Z';
const settings = projectSettings({
  repositories: [repositorySettings(REPOSITORY, { service: 'Payments' }), repositorySettings(UI)],
});

/** What is said of two listed repositories, with the given statuses. */
function evidenceOf(statuses: Partial<RepositoryStatus>[], gaps: Gap[] = []) {
  const facts = issueFacts({
    settings,
    statuses: new Map(statuses.map(repositoryStatus).map((status) => [status.repository, status])),
  });
  return presentEvidence(facts, gaps);
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

  it('is not complete with a gap, and as old as nothing while a repository was never read', () => {
    const gap = { repository: UI, what: 'checks', why: 'GitHub answered 403' };

    expect(evidenceOf([{}], [gap])).toMatchObject({ complete: false, asOf: null, gaps: [gap] });
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
