import { presentDeployments } from '../../src/api/present-deployments';
import type { EnvironmentStatus } from '../../src/domain/evidence/repository-status';
import {
  commitEvidence,
  inRefs,
  issueFacts,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { line, projectSettings } from '../support/settings';

const RUNS = {
  sha: 'q1',
  at: '2026-05-02T08:00:00Z',
  url: 'https://qa.acme.example',
  isRead: true,
};
const TRIED = {
  sha: 'q2',
  at: '2026-05-03T08:00:00Z',
  url: null,
  isRead: true,
  state: 'failed',
} as const;

const settings = projectSettings({
  route: ['test'],
  lines: { test: line('release/test', { environments: ['qa'] }) },
});

const a = commitEvidence({ sha: 'a', presence: inRefs('deployed:qa', 'attempted:qa') });
const b = commitEvidence({ sha: 'b', presence: inRefs('attempted:qa') });
const c = commitEvidence({ sha: 'c' });
const part = repositoryEvidence({ commits: [a, b] });

function deploymentsIn(
  qa: Partial<EnvironmentStatus>,
  {
    deployments = 'read',
    commits = [a, b],
  }: { deployments?: 'read' | 'unknown'; commits?: (typeof a)[] } = {},
) {
  const environment = { environment: 'qa', tier: null, deployed: null, attempted: null, ...qa };
  const status = repositoryStatus({ environments: [environment], deployments });
  return presentDeployments({ settings, statuses: new Map([[REPOSITORY, status]]) }, [
    { ...part, commits },
  ]);
}

describe('presentDeployments', () => {
  it('shows what runs and what was tried after it, with how much of the issue each holds', () => {
    const where = { repository: REPOSITORY, line: 'test', environment: 'qa', of: 2 };

    expect(deploymentsIn({ deployed: RUNS, attempted: TRIED })).toEqual([
      {
        ...where,
        sha: 'q1',
        state: 'success',
        at: '2026-05-02T08:00:00Z',
        url: 'https://qa.acme.example',
        holds: 1,
      },
      {
        ...where,
        sha: 'q2',
        state: 'failed',
        at: '2026-05-03T08:00:00Z',
        url: null,
        holds: 2,
      },
    ]);
  });

  it.each([
    { when: 'nothing was deployed', shown: deploymentsIn({}) },
    {
      when: 'deployments were not read',
      shown: deploymentsIn({ deployed: RUNS }, { deployments: 'unknown' }),
    },
    {
      when: 'it holds nothing of the issue',
      shown: deploymentsIn({ deployed: RUNS, attempted: TRIED }, { commits: [c] }),
    },
    {
      when: 'nobody knows all that it holds',
      shown: deploymentsIn({ attempted: { ...TRIED, isRead: false } }, { commits: [a, c] }),
    },
    {
      when: 'the project is not set up',
      shown: presentDeployments(issueFacts({ settings: undefined }), [part]),
    },
    {
      when: 'the repository is not listed',
      shown: presentDeployments(issueFacts({ settings }), [
        { ...part, repository: 'github:acme/x' },
      ]),
    },
  ])('shows none when $when', ({ shown }) => {
    expect(shown).toEqual([]);
  });
});
