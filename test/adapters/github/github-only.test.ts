import { createStory } from '../../contracts/code-host-story';
import { readAll } from '../../contracts/host-under-test';
import { failureOf } from '../../support/failure-of';
import { createGitHubUnderTest, TOKEN } from './github-under-test';

/** What only GitHub has. */
describe('createGitHub', () => {
  const story = createStory();
  const under = createGitHubUnderTest(story);

  afterAll(() => {
    story.remove();
  });

  it('says that single sign-on is missing', async () => {
    const { host } = under.connectTo({ ssoOrganizations: ['acme'] });

    const overRest = await failureOf(host.getRepository('acme/web'));
    const overGraphQL = await failureOf(host.listPullRequests('acme/web', null));

    expect(overRest.failure).toEqual({ kind: 'forbidden', sso: true });
    expect(overGraphQL.failure).toEqual({ kind: 'forbidden', sso: true });
    expect(overRest.message).toContain('Configure SSO');
  });

  it('reads a GitHub Enterprise server at its own addresses', async () => {
    const { host } = under.connectTo({ host: 'https://ghe.acme.com/api/v3' });

    const { path, url } = await host.getRepository('acme/web');
    const { items } = await host.listPullRequests('acme/web', null);

    expect({ path, url }).toEqual({ path: 'acme/web', url: 'https://ghe.acme.com/acme/web' });
    expect(items.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('reads everything of a renamed repository by its old path', async () => {
    const { host } = await under.connect();
    const { merge } = story.shas;

    const commits = await host.listCommits('acme/old-web', { sha: merge, cursor: null });
    const pulls = await host.listPullRequests('acme/old-web', null);
    const { checks } = await host.listChecks('acme/old-web', [merge]);

    expect(commits.items).toHaveLength(3);
    expect(pulls.items).toHaveLength(3);
    expect(checks.get(merge)).toHaveLength(4);
  });

  it('is stopped by the secondary limit with its own seconds', async () => {
    const { host, calls } = under.connectTo({ secondaryLimit: { requestsPerMinute: 1 } });
    await host.getAccount();

    const { failure } = await failureOf(host.getAccount());

    expect(failure).toMatchObject({ kind: 'rate-limited' });
    const { retryAfterSeconds } = failure as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(50);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(calls()).toBe(2);
  });

  it('knows a spent limit of GraphQL', async () => {
    const { host } = under.connectTo({ rateLimit: 1 });
    await host.listDeployments('acme/web', null);
    const again = under.connectTo({ rateLimit: 1 }, { kind: 'token', token: TOKEN });

    const { failure } = await failureOf(host.listDeployments('acme/web', null));

    expect(failure).toMatchObject({ kind: 'rate-limited' });
    await expect(again.host.getAccount()).resolves.toMatchObject({ kind: 'user' });
  });

  it('reads what does not fit one page, one call a page, and says what was cut', async () => {
    const { host, calls } = await under.connect();
    const [pull] = story.web.pulls;
    const [deployment] = story.web.deployments;
    if (!pull || !deployment) throw new Error('the story has lost its pull requests');
    const numbers = Array.from({ length: 130 }, (_, index) => index + 1);
    under.save({
      ...story,
      web: {
        ...story.web,
        pulls: numbers.map((number) => ({ ...pull, number })),
        deployments: numbers.map((id) => ({ ...deployment, id })),
        checks: {
          [story.shas.root]: numbers.map((number) => ({ name: `job ${number}`, state: 'passed' })),
        },
      },
    });

    const pulls = await readAll((cursor) => host.listPullRequests('acme/web', cursor));
    const deployments = await readAll((cursor) => host.listDeployments('acme/web', cursor));
    const { checks } = await host.listChecks('acme/web', [story.shas.root]);
    under.save(story);

    expect(new Set(pulls.map(({ number }) => number)).size).toBe(130);
    expect(new Set(deployments.map(({ id }) => id)).size).toBe(130);
    expect(checks.get(story.shas.root)?.slice(99)).toEqual([
      expect.objectContaining({ state: 'passed' }),
      { name: '…and 30 more', state: 'unknown', url: null, at: null },
    ]);
    expect(calls()).toBe(3 + 2 + 1);
  });
});
