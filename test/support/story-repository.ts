import { createRepository, type GitRepository } from './git-repository';
import type { TestRepository } from './local-site';
import { createTempFolder } from './temp-folder';

export type StoryRepository = { git: GitRepository; site: TestRepository };

/**
 * A repository with a bit of everything: three lines, a merged and an open pull request, checks,
 * deployments (one failed), and issues PAY-1, PAY-2, PAY-3.
 */
export function createStoryRepository(path = 'acme/payments-api'): StoryRepository {
  const git = createRepository(createTempFolder({}), 'story');
  git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
  git.branch('release/test', 'main');
  git.branch('develop', 'main');
  const one = git.commit({ message: 'PAY-1 one', files: { b: '1' }, branch: 'feature/PAY-1' });
  const merged = git.merge({
    from: 'feature/PAY-1',
    into: 'develop',
    message: 'Merge pull request #1 from acme/feature/PAY-1',
  });
  git.merge({ from: 'develop', into: 'release/test', message: 'Promote to test' });
  const two = git.commit({ message: 'PAY-2: two', files: { c: '2' }, branch: 'develop' });
  git.branch('feature/PAY-3', two);
  const three = git.commit({ message: 'Start', files: { d: '3' }, branch: 'feature/PAY-3' });
  return { git, site: toSite(path, git, { one, merged, two, three }) };
}

type Shas = Record<'one' | 'merged' | 'two' | 'three', string>;

function toSite(path: string, git: GitRepository, shas: Shas): TestRepository {
  const test = git.head('release/test');
  return {
    path,
    git: git.gitFolder,
    pulls: [
      {
        number: 1,
        title: 'PAY-1 One',
        state: 'closed',
        user: { login: 'ana' },
        head: { ref: 'feature/PAY-1', sha: shas.one },
        base: { ref: 'develop' },
        created_at: '2026-02-01T09:00:00Z',
        updated_at: '2026-02-02T09:00:00Z',
        merged_at: '2026-02-02T09:00:00Z',
        merge_commit_sha: shas.merged,
        commits: [shas.one],
        reviews: [
          { user: { login: 'bo' }, state: 'APPROVED', submitted_at: '2026-02-02T08:00:00Z' },
        ],
      },
      {
        number: 2,
        title: 'Work on the ledger',
        state: 'open',
        user: { login: 'ana' },
        head: { ref: 'feature/PAY-3', sha: shas.three },
        base: { ref: 'develop' },
        created_at: '2026-02-03T09:00:00Z',
        updated_at: '2026-02-03T09:00:00Z',
        commits: [shas.three],
      },
    ],
    deployments: [
      deployment(1, test, 'qa', ['in_progress', 'success']),
      deployment(2, shas.two, 'development', ['success']),
      deployment(3, test, 'production', ['in_progress', 'failure']),
    ],
    checks: {
      [shas.two]: [{ name: 'build', status: 'completed', conclusion: 'success' }],
      [shas.three]: [{ name: 'build', status: 'completed', conclusion: 'failure' }],
    },
  };
}

export function deployment(
  id: number,
  sha: string,
  environment: string,
  states: readonly string[],
): unknown {
  return {
    id,
    sha,
    ref: 'main',
    environment,
    created_at: `2026-02-1${id}T09:00:00Z`,
    statuses: states.map((state, index) => ({
      state,
      created_at: `2026-02-1${id}T09:0${index}:00Z`,
    })),
  };
}
