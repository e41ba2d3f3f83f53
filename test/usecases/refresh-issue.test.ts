import { getProgress, refreshIssue } from '../../src/usecases/refresh-issue';
import {
  issueEvidence,
  jiraIssue,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { createIssuePorts, createIssueWorld } from '../support/issue-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const idOf = (index: number) => `github:acme/r${index}`;
const listing = (count: number) => {
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const repositories = ids.map((id) => repositorySettings(id));
  return new Map([['PAY', projectSettings({ repositories })]]);
};
const touching = (issueKey: string, ...indexes: number[]) =>
  issueEvidence(
    indexes.map((index) => repositoryEvidence({ repository: idOf(index) })),
    { issueKey },
  );

const QUEUED = { phase: 'queued', done: 0, total: null, startedAt: '2026-05-04T09:00:00Z' };

describe('refreshIssue', () => {
  it('reads every repository of the project again, and marks each at once', async () => {
    const statuses = new Map([['PAY:0', { [idOf(0)]: repositoryStatus({ repository: idOf(0) }) }]]);
    const world = createIssueWorld({ settings: listing(2), statuses });

    expect(await refreshIssue(createIssuePorts(world), { issueKey: 'PAY-1' })).toEqual({
      queued: 2,
    });

    expect(world.queued).toEqual([idOf(0), idOf(1)]);
    expect(world.statuses.get('PAY:0')).toEqual({
      [idOf(0)]: repositoryStatus({ repository: idOf(0), progress: QUEUED as never }),
      [idOf(1)]: {
        repository: idOf(1),
        url: null,
        asOf: null,
        branches: {},
        environments: [],
        deployments: 'unknown',
        gaps: [],
        progress: QUEUED,
        renamedTo: null,
        revision: null,
        baselines: {},
        form: 4,
      },
    });
  });

  it.each([
    { count: 40, queued: Array.from({ length: 40 }, (_, index) => idOf(index)) },
    // The issue's own come first; of the others, all equally old, the last one is left out.
    {
      count: 41,
      queued: [
        idOf(3),
        idOf(40),
        ...Array.from({ length: 40 }, (_, index) => index)
          .filter((index) => index !== 3 && index !== 9)
          .map(idOf)
          .sort(),
      ],
    },
  ])('of a project of $count repositories reads $queued.length', async ({ count, queued }) => {
    const world = createIssueWorld({
      settings: listing(count),
      issue: jiraIssue({ formerKeys: ['OLD-7'] }),
      issues: [touching('PAY-1', 40, 99), touching('OLD-7', 3), touching('PAY-2', 5)],
    });

    await refreshIssue(createIssuePorts(world), { issueKey: 'PAY-1' });

    expect(world.queued).toEqual(queued);
    expect([...world.statuses.values()].flatMap(Object.keys).sort()).toEqual([...queued].sort());
  });

  it('has nothing to read in a project that is not set up', async () => {
    const world = createIssueWorld({ settings: new Map() });

    expect(await refreshIssue(createIssuePorts(world), { issueKey: 'PAY-1' })).toEqual({
      queued: 0,
    });
    expect(world.queued).toEqual([]);
  });

  it('reads nothing for a viewer who may not see the issue', async () => {
    const world = createIssueWorld();

    await expect(refreshIssue(createIssuePorts(world), { issueKey: 'PAY-9' })).rejects.toThrow();
    expect(world.queued).toEqual([]);
  });
});

describe('getProgress', () => {
  it('tells how far each repository of the project is', async () => {
    const statuses = new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]);
    const ports = createIssuePorts(createIssueWorld({ statuses }));

    expect(await getProgress(ports, { issueKey: 'PAY-1' })).toEqual({
      settings: projectSettings(),
      statuses: new Map([[REPOSITORY, repositoryStatus()]]),
    });
  });

  it('tells nothing of a project that is not set up', async () => {
    const ports = createIssuePorts(createIssueWorld({ settings: new Map() }));

    expect(await getProgress(ports, { issueKey: 'PAY-1' })).toEqual({
      settings: undefined,
      statuses: new Map(),
    });
  });

  it('tells nothing to a viewer who may not see the issue', async () => {
    const ports = createIssuePorts(createIssueWorld());

    await expect(getProgress(ports, { issueKey: 'PAY-9' })).rejects.toThrow('PAY-9');
  });
});
