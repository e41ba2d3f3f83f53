import { createGitHubStandIn } from '../../../dev/github/github-stand-in';
import type { GitHubOptions } from '../../../dev/github/options';
import { createGitHub } from '../../../src/adapters/github/github';
import { failureOf } from '../../support/failure-of';
import { createGitHubSite, TOKEN, type GitHubSite } from '../../support/github-site';
import { countingFetch } from '../../contracts/counting-fetch';

const CHECK_RUNS = {
  name: 'check runs',
  state: 'unknown',
  url: null,
  at: null,
  why:
    'github.com does not let the token read the checks of acme/payments-api. Give it read access to ' +
    'contents, pull requests, commit statuses and deployments of the repository; a GitHub App also to checks.',
};

describe('checks of GitHub with a fine-grained token', () => {
  let site: GitHubSite;
  let tested: string;
  let plain: string;
  beforeEach(() => {
    site = createGitHubSite();
    plain = site.repository.commit({ message: 'First', files: { 'a.txt': '1' } });
    tested = site.repository.commit({ message: 'Second', files: { 'a.txt': '2' } });
  });
  afterEach(() => {
    site.remove();
  });

  function connect(more: Partial<GitHubOptions>, isPrivate = true) {
    const checks = site.write('checks.json', {
      [tested]: [
        { name: 'build', conclusion: 'success' },
        { context: 'ci/jenkins', state: 'success', created_at: '2026-05-01T09:00:00Z' },
      ],
    });
    const { gitFolder } = site.repository;
    const { fetch, calls } = countingFetch(
      createGitHubStandIn({
        host: 'https://api.github.com',
        token: TOKEN,
        isFineGrained: true,
        repositories: [{ path: 'acme/payments-api', git: gitFolder, checks, isPrivate }],
        clock: () => new Date('2026-05-04T09:00:00Z'),
        cacheDir: site.folder,
        ...more,
      }).handle,
    );
    const auth = { kind: 'token', token: TOKEN } as const;
    const host = createGitHub({ fetch, baseUrl: 'https://api.github.com', auth });
    return { calls, list: (...shas: string[]) => host.listChecks('acme/payments-api', shas) };
  }

  it('are the commit statuses, and one that stands for the check runs', async () => {
    const { list, calls } = connect({});

    const { checks, withheld } = await list(tested, plain, '1'.repeat(40));

    expect([...checks]).toEqual([
      [tested, [{ name: 'ci/jenkins', state: 'passed', url: null, at: '2026-05-01T09:00:00Z' }]],
      [plain, []],
    ]);
    expect(withheld).toEqual(CHECK_RUNS);
    expect(calls()).toBe(2);
  });

  it('are asked for once in a way that is refused', async () => {
    const { list, calls } = connect({});
    await list(tested);

    const { withheld } = await list(plain);

    expect(withheld).toEqual(CHECK_RUNS);
    expect(calls()).toBe(3);
  });

  it('are all there in a public repository', async () => {
    const { list, calls } = connect({}, false);

    const { checks, withheld } = await list(tested);

    expect(checks.get(tested)).toHaveLength(2);
    expect(withheld).toBeNull();
    expect(calls()).toBe(1);
  });

  it('stay unread where single sign-on is missing: no second question', async () => {
    const { list, calls } = connect({ ssoOrganizations: ['acme'] });

    const { failure } = await failureOf(list(tested));

    expect(failure).toEqual({ kind: 'forbidden', sso: true });
    expect(calls()).toBe(1);
  });
});
