import { openSite, type LocalSite } from '../../dev/local-site/open-site';
import { readSite, type Site } from '../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../src/api/contract';
import { createRepository } from '../support/git-repository';
import { call, issue, LINES, writeTestSite, type TestRepository } from '../support/local-site';

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
function createSite(): Site {
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

let site: Site;

beforeAll(() => {
  site = createSite();
});

type Fault = Site['faults'][number];
type Place = 'github' | 'gitlab' | 'jira';
/** Calls before the first reading belong to who sets the site up. */
type Asked = { reply: Reply<IssueView>; first: Record<Place, number>; last: Record<Place, number> };

/** Reads everything, then asks. */
async function ask(faults: Fault[]): Promise<Asked> {
  const local = await openSite({ ...site, faults }, { store: null });
  const first = callsOf(local);
  await local.platform.drain();
  const reply = await call(local, 'getIssue', { issueKey: 'PAY-1' });
  const last = callsOf(local);
  await local.close();
  return { reply, first, last };
}

function callsOf({ platform }: LocalSite): Record<Place, number> {
  const { hostCalls, jiraCalls } = platform.stats();
  return { github: hostCalls.github ?? 0, gitlab: hostCalls.gitlab ?? 0, jira: jiraCalls };
}

const PLACES = {
  github: { match: '* https://api.github.com/*', named: 'github:acme/api' },
  gitlab: { match: '* https://gitlab.com/*', named: 'gitlab:gitlab.com/acme/shop' },
  jira: { match: '* https://local-site.example/*', named: 'Jira' },
};

/** Why a reply to a failed call is not honest; `[]` when it is. */
function dishonest(what: string, named: string, { reply }: Asked): string[] {
  if (!reply.ok) return [];
  const { verdict, evidence, reasons } = reply.value;
  if (verdict === 'safe') return [`${what}: safe, ${evidence.gaps.length} gaps`];
  const isGap = evidence.gaps.some(({ repository, why }) => repository === named && why !== '');
  // Checks that a host does not give are told by the reason, commit by commit.
  const isReason = reasons.some(({ code }) => code === 'evidence-incomplete');
  return isGap || isReason ? [] : [`${what}: ${verdict} without a gap`];
}

describe('an issue that is safe when everything is read', () => {
  it('is safe when everything is read', async () => {
    const { reply } = await ask([]);

    expect(reply).toMatchObject({ ok: true, value: { verdict: 'safe', reasons: [] } });
  });

  it.each(['github', 'gitlab', 'jira'] as const)(
    'is not safe when any one call to %s is refused',
    async (place) => {
      const { first, last } = await ask([]);
      const { match, named } = PLACES[place];
      const wrong: string[] = [];
      for (let nth = first[place] + 1; nth <= last[place]; nth += 1) {
        const fault = { match, nth, status: 403, headers: {} };
        wrong.push(...dishonest(`call ${nth}`, named, await ask([fault])));
      }

      expect(last[place] - first[place]).toBeGreaterThan(3);
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
