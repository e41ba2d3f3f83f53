import { lineCells, type LineState } from '../../../src/domain/lines/line-state';
import type { RefName } from '../../../src/domain/evidence/issue-evidence';
import type { RepositoryStatus } from '../../../src/domain/evidence/repository-status';
import {
  commitEvidence,
  inRefs,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';
import { line } from '../../support/settings';

const RUNS = { sha: 'q1', at: '2026-05-02T08:00:00Z', url: 'https://qa.acme.example' };

const shown = (sha: string, ...refs: RefName[]) =>
  commitEvidence({ sha, presence: inRefs(...refs) });

/** The cell of the one line `test`, which is `release/test` and feeds `environments`. */
function cellOf(
  commits: ReturnType<typeof shown>[],
  status: RepositoryStatus | undefined,
  environments: string[],
) {
  const settings = { route: ['test'], lines: { test: line('release/test', { environments }) } };
  const [cell] = lineCells(settings, { lines: {} }, repositoryEvidence({ commits }), status);
  return cell;
}

describe('lineCells, by deployments', () => {
  const inBranch = (sha: string, ...refs: RefName[]) => shown(sha, 'branch:release/test', ...refs);
  const qa = (more: object = {}) =>
    repositoryStatus({
      environments: [
        {
          environment: 'QA',
          tier: null,
          deployed: { ...RUNS, isRead: true },
          attempted: null,
          ...more,
        },
      ],
    });

  it.each<{
    when: string;
    commits: ReturnType<typeof shown>[];
    status: RepositoryStatus;
    state: LineState;
    deployed: number | null;
  }>([
    {
      when: 'all runs there',
      commits: [inBranch('a', 'deployed:QA'), inBranch('b', 'deployed:QA')],
      status: qa(),
      state: 'deployed',
      deployed: 2,
    },
    {
      when: 'part of it runs there',
      commits: [inBranch('a', 'deployed:QA'), inBranch('b')],
      status: qa(),
      state: 'all',
      deployed: 1,
    },
    {
      when: 'none of it runs there',
      commits: [inBranch('a'), inBranch('b')],
      status: qa(),
      state: 'all',
      deployed: 0,
    },
    {
      when: 'it runs in another environment',
      commits: [inBranch('a', 'deployed:uat')],
      status: qa(),
      state: 'all',
      deployed: 0,
    },
    {
      when: 'all runs there, some of it adapted',
      commits: [
        inBranch('a', 'deployed:QA'),
        commitEvidence({
          sha: 'b',
          presence: {
            ...inRefs('branch:release/test'),
            'deployed:QA': { state: 'adapted', by: 'title', as: 'q1' },
          },
        }),
      ],
      status: qa(),
      state: 'deployed',
      deployed: 2,
    },
    {
      when: 'nobody can tell of some of it',
      commits: [
        inBranch('a', 'deployed:QA'),
        commitEvidence({
          sha: 'b',
          presence: {
            ...inRefs('branch:release/test'),
            'deployed:QA': { state: 'unknown', by: null, as: null },
          },
        }),
      ],
      status: qa(),
      state: 'all',
      deployed: null,
    },
    {
      when: 'it was only tried there',
      commits: [inBranch('a', 'attempted:QA')],
      status: qa(),
      state: 'all',
      deployed: 0,
    },
    {
      when: 'it runs there, and the branch lacks it',
      commits: [shown('a', 'deployed:QA')],
      status: qa(),
      state: 'none',
      deployed: 1,
    },
    {
      when: 'nothing runs there',
      commits: [inBranch('a')],
      status: qa({ deployed: null }),
      state: 'all',
      deployed: 0,
    },
    {
      when: 'nothing was ever deployed there',
      commits: [inBranch('a')],
      status: repositoryStatus(),
      state: 'all',
      deployed: 0,
    },
    {
      when: 'the history of what runs there was not read',
      commits: [inBranch('a')],
      status: qa({ deployed: { ...RUNS, isRead: false } }),
      state: 'all',
      deployed: null,
    },
    {
      when: 'that history was read in part',
      commits: [inBranch('a', 'deployed:QA'), inBranch('b')],
      status: qa({ deployed: { ...RUNS, isRead: false } }),
      state: 'all',
      deployed: null,
    },
    {
      when: 'that history was read far enough',
      commits: [inBranch('a', 'deployed:QA')],
      status: qa({ deployed: { ...RUNS, isRead: false } }),
      state: 'deployed',
      deployed: 1,
    },
    {
      when: 'deployments were not read',
      commits: [inBranch('a')],
      status: repositoryStatus({ deployments: 'unknown' }),
      state: 'all',
      deployed: null,
    },
    {
      when: 'deployments were not read again',
      commits: [inBranch('a', 'deployed:QA')],
      status: { ...qa(), deployments: 'unknown' },
      state: 'all',
      deployed: null,
    },
  ])('is $state, $deployed there, when $when', ({ commits, status, state, deployed }) => {
    const cell = cellOf(commits, status, ['qa']);

    expect(cell?.state).toBe(state);
    expect(cell?.environments.map((environment) => environment.deployed)).toEqual([deployed]);
  });

  const both = [inBranch('a', 'attempted:QA'), inBranch('b')];

  it.each([
    { isRead: true, holds: 1 },
    { isRead: false, holds: null },
  ])('tells what a try would have brought: $holds when read is $isRead', ({ isRead, holds }) => {
    const tried = { sha: 'q2', at: '2026-05-03T08:00:00Z', url: null };
    const attempted = { ...tried, isRead, state: 'failed' };

    const cell = cellOf(both, qa({ attempted }), ['qa']);

    expect(cell?.environments).toEqual([
      {
        name: 'QA',
        deployed: 0,
        ...RUNS,
        attempted: { ...tried, state: 'failed', holds },
      },
    ]);
  });

  it('is deployed when one of the environments of the line runs it all', () => {
    const status = repositoryStatus({
      environments: [
        {
          environment: 'eu-qa',
          tier: null,
          deployed: { ...RUNS, isRead: true },
          attempted: null,
        },
        { environment: 'production', tier: null, deployed: null, attempted: null },
      ],
    });

    const cell = cellOf([inBranch('a', 'deployed:eu-qa')], status, ['uat', 'qa']);

    expect(cell?.state).toBe('deployed');
    expect(cell?.environments.map(({ name, deployed }) => [name, deployed])).toEqual([
      ['eu-qa', 1],
      ['uat', 0],
      ['qa', 0],
    ]);
  });

  it('knows nothing of the environments of a repository that was never read', () => {
    expect(cellOf(both, undefined, ['qa'])?.environments).toEqual([
      { name: 'qa', deployed: null, at: null, sha: null, url: null, attempted: null },
    ]);
  });
});
