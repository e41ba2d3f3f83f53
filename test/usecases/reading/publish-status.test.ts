import {
  newHeader,
  newReading,
  type IndexedRefs,
  type RepositoryHeader,
} from '../../../src/domain/evidence/repository-header';
import { publishStatus } from '../../../src/usecases/reading/publish-status';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';
import { projectSettings } from '../../support/settings';

const UI = 'github:acme/ui';
const shaOf = { sha: 'q1', at: '2026-05-01T08:00:00Z', url: null, isRead: true };

/** What PAY is told of a repository whose issues were held against these refs. */
const toldOf = (indexed: Partial<IndexedRefs>) =>
  told({
    indexed: {
      branches: {},
      environments: [],
      deploymentsRead: true,
      unreadRefs: [],
      revision: null,
      baselines: {},
      form: 3,
      ...indexed,
    },
  });

/** What PAY is told of a repository whose header says this. */
async function told(header: Partial<RepositoryHeader>) {
  const world = createWorld();
  const slice = { ports: createInMemoryPorts(world), projects: [projectSettings()] };
  await publishStatus(slice, { ...newHeader(REPOSITORY, 'acme/payments-api'), ...header });
  return world.statuses.get('PAY:0')?.[REPOSITORY];
}

describe('publishStatus', () => {
  it('tells every project that lists the repository, and changes nothing else', async () => {
    const other = repositoryStatus({ repository: UI });
    const world = createWorld({ statuses: new Map([['PAY:0', { [UI]: other }]]) });
    const projects = [projectSettings(), projectSettings({ projectKey: 'WEB' })];
    const header = newHeader(REPOSITORY, 'acme/payments-api');

    await publishStatus({ ports: createInMemoryPorts(world), projects }, header);

    expect(Object.keys(world.statuses.get('PAY:0') ?? {})).toEqual([UI, REPOSITORY]);
    expect(Object.keys(world.statuses.get('WEB:0') ?? {})).toEqual([REPOSITORY]);
  });

  it('calls a branch unknown whose history was not read to the end', async () => {
    const status = await toldOf({
      branches: {
        develop: { state: 'read', sha: 'd1' },
        main: { state: 'read', sha: 'm1' },
        gone: { state: 'missing' },
      },
      unreadRefs: ['branch:main', 'deployed:develop'],
    });

    expect(status?.branches).toEqual({
      develop: { state: 'read', sha: 'd1' },
      main: { state: 'unknown' },
      gone: { state: 'missing' },
    });
  });

  it('says of each deployment whether its history is known', async () => {
    const attempted = { ...shaOf, state: 'failed' as const };
    const environment = { environment: 'qa', tier: null, deployed: shaOf, attempted };

    const status = await toldOf({ environments: [environment], unreadRefs: ['attempted:qa'] });

    expect(status?.environments).toEqual([
      { ...environment, attempted: { ...attempted, isRead: false } },
    ]);
  });

  it.each([
    { deploymentsRead: true, deployments: 'read' },
    { deploymentsRead: false, deployments: 'unknown' },
  ])('calls deployments $deployments', async ({ deploymentsRead, deployments }) => {
    expect(await toldOf({ deploymentsRead })).toMatchObject({ deployments });
  });

  it('shows no ref that the issues were not held against yet', async () => {
    const branches = { develop: { state: 'read', sha: 'd2' } } as const;

    expect(await told({ branches, deploymentsRead: true, indexed: null })).toMatchObject({
      branches: {},
      environments: [],
      deployments: 'unknown',
    });
  });

  it.each([
    { path: 'acme/payments-api', renamedTo: null },
    { path: 'acme/pay', renamedTo: 'acme/pay' },
  ])('tells of the name $path: $renamedTo', async ({ path, renamedTo }) => {
    expect(await told({ path })).toMatchObject({ renamedTo });
  });

  it('tells how far a reading is, how fresh the last one was, and what is missing', async () => {
    const header = newHeader(REPOSITORY, 'acme/payments-api');
    const gap = { repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' };
    const reading = {
      ...newReading(header, '2026-05-04T09:00:00Z'),
      phase: 'commits' as const,
      done: 300,
      total: 1000,
    };

    const status = await told({ reading, asOf: '2026-05-03T09:00:00Z', gaps: { checks: [gap] } });

    expect(status).toMatchObject({
      asOf: '2026-05-03T09:00:00Z',
      gaps: [gap],
      progress: {
        phase: 'commits',
        done: 300,
        total: 1000,
        startedAt: '2026-05-04T09:00:00Z',
      },
    });
  });
});
