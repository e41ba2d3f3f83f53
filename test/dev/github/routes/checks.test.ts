import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';

describe('checks of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  let sha: string;
  beforeEach(() => {
    site = createGitHubSite();
    sha = site.repository.commit({ message: 'First', files: { 'a.txt': '1\n' } });
    ask = site.start();
  });
  afterEach(() => {
    site.remove();
  });
  const json = async (path: string): Promise<unknown> => (await ask(REPO + path)).json();

  it.each([
    ['', ['success', null]],
    ['?filter=all', ['failure', 'success', null]],
    ['?check_name=build', ['success']],
    ['?status=in_progress', [null]],
  ])('lists check runs %j', async (query, conclusions) => {
    site.write('checks.json', {
      [sha]: [
        { name: 'build', conclusion: 'failure' },
        { name: 'build', conclusion: 'success' },
        { name: 'e2e', status: 'in_progress' },
      ],
    });

    const found = await json(`/commits/main/check-runs${query}`);

    expect(found).toMatchObject({
      total_count: conclusions.length,
      check_runs: conclusions.map((conclusion) => ({ conclusion, head_sha: sha })),
    });
  });

  it.each([
    [[], 'pending', 0],
    [['success'], 'success', 1],
    [['success', 'pending'], 'pending', 2],
    [['success', 'pending', 'error'], 'failure', 3],
  ])('combines statuses %j to %s', async (states, state, count) => {
    site.write('checks.json', {
      [sha]: states.map((one, index) => ({ context: `ci/${index}`, state: one })),
    });

    expect(await json(`/commits/${sha}/status`)).toMatchObject({ state, total_count: count, sha });
  });

  it('keeps check runs of a private repository from a fine-grained token, but not statuses', async () => {
    const { gitFolder } = site.repository;
    const repositories = [{ path: 'acme/payments-api', git: gitFolder, isPrivate: true }];
    const askFineGrained = site.start({ isFineGrained: true, repositories });

    const runs = await askFineGrained(`${REPO}/commits/${sha}/check-runs`);
    const status = await askFineGrained(`${REPO}/commits/${sha}/status`);

    expect(runs.status).toBe(403);
    expect(await runs.json()).toMatchObject({
      message: 'Resource not accessible by personal access token',
    });
    expect(status.status).toBe(200);
  });

  it('takes the last status of a context, and lists them all, newest first', async () => {
    site.write('checks.json', {
      [sha]: [
        { context: 'ci', state: 'failure' },
        { context: 'ci', state: 'success' },
      ],
    });

    expect(await json('/commits/main/status')).toMatchObject({ state: 'success', total_count: 1 });
    expect(await json('/commits/main/statuses')).toMatchObject([
      { state: 'success' },
      { state: 'failure' },
    ]);
  });

  it('knows a branch whose name ends like an endpoint when its slash is encoded', async () => {
    site.repository.branch('fix/status', 'main');

    expect(await json('/commits/fix%2Fstatus')).toMatchObject({
      sha,
      commit: { message: 'First' },
    });
    expect(await json('/commits/fix%2Fstatus/status')).toMatchObject({ sha, state: 'pending' });
  });
});
