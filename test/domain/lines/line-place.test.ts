import type { RepositoryEvidence } from '../../../src/domain/evidence/issue-evidence';
import type { RepositoryStatus } from '../../../src/domain/evidence/repository-status';
import {
  hasSucceeded,
  isInBranch,
  placesOfLine,
  type LinePlace,
} from '../../../src/domain/lines/line-place';
import type { PresenceState } from '../../../src/domain/lines/line-state';
import {
  commitEvidence,
  deploymentEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';
import { linePlace } from '../../support/line-places';
import { line, projectSettings, repositorySettings } from '../../support/settings';

const SETTINGS = projectSettings({
  lines: {
    dev: line('develop'),
    test: line('release/test', { environments: ['qa', 'uat'] }),
    prod: line('main', { environments: ['production'] }),
  },
});

function placesOf(
  name: string,
  parts: RepositoryEvidence[],
  status: RepositoryStatus | null = repositoryStatus(),
): LinePlace[] {
  const statuses = new Map(status ? [[REPOSITORY, status]] : []);
  return placesOfLine(name, { settings: SETTINGS, parts, statuses });
}

describe('placesOfLine', () => {
  it.each<{
    when: string;
    line: string;
    status: RepositoryStatus | null;
    reachedBy: LinePlace['reachedBy'];
  }>([
    {
      when: 'the line names environments',
      line: 'test',
      status: repositoryStatus(),
      reachedBy: 'deployments',
    },
    { when: 'the line names none', line: 'dev', status: repositoryStatus(), reachedBy: 'branch' },
    {
      when: 'deployments could not be read',
      line: 'test',
      status: repositoryStatus({ deployments: 'unknown' }),
      reachedBy: 'unread',
    },
    { when: 'the repository was never read', line: 'test', status: null, reachedBy: 'unread' },
  ])('is reached by $reachedBy when $when', ({ line: name, status, reachedBy }) => {
    const [place] = placesOf(name, [repositoryEvidence()], status);

    expect(place?.reachedBy).toBe(reachedBy);
  });

  it('reads nothing of a repository that the project does not list any more', () => {
    const gone = 'github:acme/gone';
    const statuses = new Map([[gone, repositoryStatus({ repository: gone })]]);
    const parts = [repositoryEvidence({ repository: gone })];

    const [place] = placesOfLine('test', { settings: SETTINGS, parts, statuses });

    expect(place).toMatchObject({ repository: gone, branch: 'release/test', reachedBy: 'unread' });
  });

  it('takes the branch and the environments that the repository has of its own', () => {
    const own = repositorySettings(REPOSITORY, {
      lines: { test: { branch: 'qa', environments: [] } },
    });
    const settings = { ...SETTINGS, repositories: [own] };
    const statuses = new Map([[REPOSITORY, repositoryStatus()]]);

    const [place] = placesOfLine('test', { settings, parts: [repositoryEvidence()], statuses });

    expect(place).toMatchObject({ branch: 'qa', reachedBy: 'branch' });
  });

  it('keeps the deployments to its environments, oldest first', () => {
    const deployments = [
      deploymentEvidence({ id: '3', environment: 'QA', at: '2026-05-03T08:00:00Z' }),
      deploymentEvidence({ id: '1', environment: 'uat', at: '2026-05-01T08:00:00.000Z' }),
      deploymentEvidence({ id: '2', environment: 'production' }),
      deploymentEvidence({ id: '4', environment: 'jupiter', at: '2026-05-04T08:00:00Z' }),
      deploymentEvidence({ id: '5', environment: 'mars' }),
    ];
    const mars = { environment: 'jupiter', deployed: null, attempted: null };
    const status = repositoryStatus({ environments: [{ ...mars, tier: 'testing' }] });

    const [place] = placesOf('test', [repositoryEvidence({ deployments })], status);

    expect(place?.deployments.map(({ id }) => id)).toEqual(['1', '3', '4']);
  });

  it('leaves out merges and empty commits', () => {
    const commits = [
      commitEvidence({ sha: 'a' }),
      commitEvidence({ sha: 'm', isMerge: true, carriesChange: false }),
      commitEvidence({ sha: 'e', carriesChange: false }),
    ];

    const [place] = placesOf('dev', [repositoryEvidence({ commits })]);

    expect(place?.changes.map(({ sha }) => sha)).toEqual(['a']);
  });

  it('is nowhere when the settings do not know the line', () => {
    expect(placesOf('gone', [repositoryEvidence()])).toEqual([]);
  });
});

describe('isInBranch', () => {
  it.each<[PresenceState, boolean]>([
    ['present', true],
    ['adapted', true],
    ['absent', false],
    ['reverted', false],
    ['unknown', false],
  ])('of what is %s is %s', (state, expected) => {
    const presence = { 'branch:release/test': { state, by: null, as: null } };

    expect(isInBranch(commitEvidence({ presence }), linePlace())).toBe(expected);
  });

  it('of what is only in another branch is false', () => {
    const presence = { 'branch:main': { state: 'present', by: 'ancestor', as: 'a1' } } as const;

    expect(isInBranch(commitEvidence({ presence }), linePlace())).toBe(false);
  });
});

describe('hasSucceeded', () => {
  it.each([
    ['success', true],
    ['inactive', true],
    ['failed', false],
    ['in-progress', false],
    ['cancelled', false],
    ['unknown', false],
  ] as const)('of %s is %s', (state, expected) => {
    expect(hasSucceeded(deploymentEvidence({ state }))).toBe(expected);
  });
});
