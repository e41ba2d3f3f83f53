import { readSite, type Site } from '../../dev/site-file/read-site';
import { createRepository } from './git-repository';
import { issue, LINES, writeTestSite, type TestRepository } from './local-site';

type Told = Required<Pick<TestRepository, 'git' | 'pulls' | 'deployments' | 'checks'>>;

/** A change made on develop and picked to test without a word, so that only diffs prove it. */
function tellRepository(): {
  git: string;
  shas: Record<'base' | 'work' | 'merge' | 'pick', string>;
} {
  const repository = createRepository();
  const base = repository.commit({ message: 'Begin', files: { 'src/a.ts': 'a\n' } });
  repository.branch('develop', base);
  repository.branch('release/test', base);
  const work = repository.commit({
    message: 'PAY-1 Fix login',
    branch: 'work',
    parents: [base],
    files: { 'src/login.ts': 'login\n' },
  });
  const merge = repository.merge({ from: 'work', into: 'develop', message: "Merge branch 'work'" });
  repository.commit({ message: 'Other', branch: 'release/test', files: { 'src/b.ts': 'b\n' } });
  const pick = repository.cherryPick({ commit: work, onto: 'release/test' });
  repository.deleteBranch('work');
  return { git: repository.gitFolder, shas: { base, work, merge, pick } };
}

const AT = '2026-05-01T09:00:00Z';

function onGitHub(): Told {
  const { git, shas } = tellRepository();
  const check = [{ name: 'build', status: 'completed', conclusion: 'success' }];
  const deployment = (id: number, sha: string, environment: string) => ({
    id,
    sha,
    ref: sha,
    environment,
    created_at: AT,
    statuses: [{ state: 'success', created_at: AT }],
  });
  const pull = {
    number: 1,
    title: 'PAY-1 Fix login',
    body: '',
    state: 'closed',
    draft: false,
    user: { login: 'ana' },
    head: { ref: 'work', sha: shas.work },
    base: { ref: 'develop' },
    merge_commit_sha: shas.merge,
    created_at: AT,
    updated_at: AT,
    closed_at: AT,
    merged_at: AT,
    commits: [shas.work],
    reviews: [{ user: { login: 'bo' }, state: 'APPROVED', submitted_at: AT, commit_id: shas.work }],
  };
  return {
    git,
    pulls: [pull],
    deployments: [deployment(1, shas.merge, 'development'), deployment(2, shas.pick, 'qa')],
    checks: { [shas.work]: check, [shas.merge]: check, [shas.pick]: check },
  };
}

function onGitLab(): Told {
  const { git, shas } = tellRepository();
  const pipeline = [{ name: 'build', status: 'success' }];
  const deployment = (id: number, sha: string, name: string) => ({
    id,
    sha,
    ref: sha,
    environment: { name },
    status: 'success',
    created_at: AT,
    deployable: { started_at: AT, finished_at: AT },
  });
  const request = {
    iid: 1,
    title: 'PAY-1 Fix login',
    description: '',
    state: 'merged',
    author: { username: 'ana' },
    source_branch: 'work',
    target_branch: 'develop',
    sha: shas.work,
    merge_commit_sha: shas.merge,
    created_at: AT,
    updated_at: AT,
    merged_at: AT,
    commits: [shas.work],
    approved_by: [{ user: { username: 'bo' }, approved_at: AT }],
    reviewers: [],
  };
  return {
    git,
    pulls: [request],
    deployments: [deployment(1, shas.merge, 'development'), deployment(2, shas.pick, 'qa')],
    checks: { [shas.work]: pipeline, [shas.merge]: pipeline, [shas.pick]: pipeline },
  };
}

const LINK = { type: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' } };
const ISSUES = [
  issue('PAY-1', { issuelinks: [{ id: '1', ...LINK, inwardIssue: { key: 'PAY-2' } }] }),
  issue('PAY-2', {
    status: { name: 'Done', statusCategory: { key: 'done' } },
    issuelinks: [{ id: '1', ...LINK, outwardIssue: { key: 'PAY-1' } }],
  }),
];

const SETTINGS = {
  version: 1,
  projects: {
    PAY: {
      route: ['dev', 'test', 'prod'],
      lines: LINES,
      repositories: [{ id: 'github:acme/api' }, { id: 'gitlab:gitlab.com/acme/shop' }],
    },
  },
};

/** One repository on each host; PAY-1 is on test in both and may go on. */
export function createSafeSite(): Site {
  const gitHub = { issues: ISSUES, settings: SETTINGS };
  const one = readSite(
    writeTestSite({ ...gitHub, repositories: [{ path: 'acme/api', ...onGitHub() }] }),
  );
  const other = readSite(
    writeTestSite({
      repositories: [{ path: 'acme/shop', ...onGitLab() }],
      host: { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' },
      settings: null,
    }),
  );
  return { ...one, hosts: [...one.hosts, ...other.hosts] };
}
