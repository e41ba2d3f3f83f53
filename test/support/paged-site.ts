import { readSite, type Site } from '../../dev/site-file/read-site';
import { createRepository } from './git-repository';
import { issue, LINES, writeTestSite, type TestSite } from './local-site';

/** One more than any page holds. */
const MANY = 101;
const AT = '2026-05-01T09:00:00Z';
const LATER = '2026-05-02T09:00:00Z';
const many = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: MANY }, (_, at) => make(at));

type Shas = Record<'work' | 'merge' | 'pick', string>;

/** PAY-1 lies under more commits than a page holds; PAY-299 is on test and was left behind there. */
function tellRepository(): { git: string; shas: Shas } {
  const repository = createRepository();
  const base = repository.commit({ message: 'Begin', files: { 'src/a.ts': 'a\n' } });
  repository.branch('release/test', base);
  const work = repository.commit({
    message: 'PAY-1 Fix login',
    branch: 'work',
    parents: [base],
    files: { 'src/login.ts': 'login\n' },
  });
  const merge = repository.merge({ from: 'work', message: "Merge branch 'work'" });
  for (let made = 0; made < MANY; made += 1) {
    repository.commit({ message: 'More', branch: 'develop' });
  }
  repository.commit({
    message: 'PAY-299 Old',
    branch: 'release/test',
    files: { 'src/b.ts': 'b\n' },
  });
  const pick = repository.cherryPick({ commit: work, onto: 'release/test' });
  repository.branch('main', base);
  repository.deleteBranch('work');
  return { git: repository.gitFolder, shas: { work, merge, pick } };
}

const isNewest = (index: number): boolean => index < MANY - 1;

function onGitHub() {
  const { git, shas } = tellRepository();
  const deployments = many((index) => ({
    id: MANY - index,
    sha: isNewest(index) ? shas.merge : shas.pick,
    ref: 'any',
    environment: isNewest(index) ? 'development' : 'qa',
    created_at: isNewest(index) ? LATER : AT,
    statuses: [{ state: 'success', created_at: isNewest(index) ? LATER : AT }],
  }));
  const pulls = many((index) => ({
    number: MANY - index,
    title: isNewest(index) ? 'Other' : 'PAY-1 Fix login',
    body: '',
    state: 'closed',
    draft: false,
    user: { login: 'ana' },
    head: { ref: 'work', sha: shas.work },
    base: { ref: 'develop' },
    merge_commit_sha: isNewest(index) ? null : shas.merge,
    created_at: AT,
    updated_at: isNewest(index) ? LATER : AT,
    closed_at: AT,
    merged_at: isNewest(index) ? null : AT,
    commits: isNewest(index) ? [] : [shas.work],
    reviews: [],
  }));
  return { git, pulls, deployments };
}

function onGitLab() {
  const { git, shas } = tellRepository();
  const deployments = many((index) => ({
    id: MANY - index,
    sha: isNewest(index) ? shas.merge : shas.pick,
    ref: 'any',
    environment: { name: isNewest(index) ? 'development' : 'qa' },
    status: 'success',
    created_at: isNewest(index) ? LATER : AT,
    deployable: { started_at: AT, finished_at: AT },
  }));
  const pulls = many((index) => ({
    iid: MANY - index,
    title: isNewest(index) ? 'Other' : 'PAY-1 Fix login',
    description: '',
    state: isNewest(index) ? 'closed' : 'merged',
    author: { username: 'ana' },
    source_branch: 'work',
    target_branch: 'develop',
    sha: isNewest(index) ? null : shas.work,
    merge_commit_sha: isNewest(index) ? null : shas.merge,
    created_at: AT,
    updated_at: isNewest(index) ? LATER : AT,
    merged_at: isNewest(index) ? null : AT,
    commits: isNewest(index) ? [] : [shas.work],
    approved_by: [],
    reviewers: [],
  })).slice(MANY - 11);
  return { git, pulls, deployments };
}

const VERSION = {
  id: '20',
  name: '1.0',
  projectId: '1',
  released: true,
  archived: false,
  releaseDate: '2026-04-16',
};

/** The newest change, which the changelog holds behind a page of others, is the one that counts. */
const histories = many((index) => ({
  id: String(index + 1),
  created: isNewest(index) ? AT : LATER,
  items: [
    isNewest(index)
      ? { field: 'summary', fromString: 'a', toString: 'b' }
      : { field: 'status', fromString: 'In Progress', toString: 'Test failed' },
  ],
}));

const ISSUES = [
  { ...(issue('PAY-1') as object), changelog: { histories } },
  ...many((index) => issue(`PAY-${199 + index}`, { fixVersions: [{ id: VERSION.id }] })),
];

const settingsOf = (id: string): unknown => ({
  version: 1,
  projects: {
    PAY: { route: ['dev', 'test', 'prod'], lines: LINES, repositories: [{ id }] },
  },
});

/** One repository whose pull requests, deployments and commits, and Jira whose lists, go on behind a page. */
export const createPagedSite = {
  github: (): Site =>
    released({
      settings: settingsOf('github:acme/api'),
      repositories: [{ path: 'acme/api', ...onGitHub() }],
    }),
  gitlab: (): Site =>
    released({
      settings: settingsOf('gitlab:gitlab.com/acme/shop'),
      repositories: [{ path: 'acme/shop', ...onGitLab() }],
      host: { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' },
    }),
};

function released(test: TestSite): Site {
  const site = readSite(writeTestSite({ ...test, issues: ISSUES }));
  return { ...site, jira: { ...site.jira, versions: [VERSION] } };
}
