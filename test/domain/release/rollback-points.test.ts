import { rollbackPoints } from '../../../src/domain/release/rollback-points';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { line, projectSettings } from '../../support/settings';

const SETTINGS = projectSettings({
  lines: {
    dev: line('develop'),
    test: line('release/test', { environments: ['qa'] }),
    prod: line('main', { environments: ['production'] }),
  },
});

const pointsOn = (line: string, status?: Parameters<typeof repositoryStatus>[0]) =>
  rollbackPoints([SETTINGS], new Map(status ? [[REPOSITORY, repositoryStatus(status)]] : []), line);

const running = (environment: string, sha: string, at: string) => ({
  ...{ environment, tier: null, attempted: null },
  deployed: { sha, at, url: null, isRead: true },
});

describe('rollbackPoints', () => {
  it('goes back to what the newest deployment to the line brought', () => {
    const environments = [
      running('production', 'f1', '2026-05-01T08:00:00Z'),
      running('prod-eu', 'f2', '2026-05-02T08:00:00Z'),
      running('qa', 'f3', '2026-05-03T08:00:00Z'),
    ];

    expect(pointsOn('prod', { environments })).toMatchObject([
      { repository: REPOSITORY, line: 'prod', backTo: 'f2', basis: 'deployed to prod-eu' },
    ]);
  });

  it('goes back to the head of the branch where nothing was deployed', () => {
    const branches = { main: { state: 'read', sha: 'c1' } } as const;

    expect(pointsOn('prod', { branches, environments: [] })).toMatchObject([
      { backTo: 'c1', basis: 'head of main' },
    ]);
  });

  it.each([
    { when: 'the branch is missing', status: { branches: { main: { state: 'missing' } } } },
    { when: 'the branch could not be read', status: { branches: { main: { state: 'unknown' } } } },
    { when: 'the repository was never read', status: undefined },
  ] as const)('says that nobody knows when $when', ({ status }) => {
    const more = status && { ...status, environments: [] };

    expect(pointsOn('prod', more)).toMatchObject([
      { backTo: null, basis: 'nobody knows what it runs' },
    ]);
  });
});
