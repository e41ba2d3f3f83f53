import { createGitHubSite } from '../../support/github-site';
import type { GitHubSite } from '../../support/github-site';

const REPO = '/repos/acme/payments-api';

describe('createGitHubStandIn', () => {
  let site: GitHubSite;
  beforeEach(() => {
    site = createGitHubSite();
    site.repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' } });
  });
  afterEach(() => {
    site.remove();
  });

  it.each([
    { when: 'no token comes', authorization: '', status: 401, message: 'Requires authentication' },
    {
      when: 'the token is wrong',
      authorization: 'Bearer nope',
      status: 401,
      message: 'Bad credentials',
    },
    {
      when: 'the scheme is unknown',
      authorization: 'Basic eA==',
      status: 401,
      message: 'Bad credentials',
    },
    {
      when: 'the token is sent the old way',
      authorization: 'token gh-test-token',
      status: 200,
      message: undefined,
    },
  ])('answers $status when $when', async ({ authorization, status, message }) => {
    const reply = await site.start()(REPO, { headers: { authorization } });

    expect(reply.status).toBe(status);
    expect(((await reply.json()) as { message?: string }).message).toBe(message);
  });

  it.each([
    { path: '/repos/acme/none', status: 404, message: 'Not Found' },
    { path: '/nothing/at/all', status: 404, message: 'Not Found' },
    { path: `${REPO}/branches/none`, status: 404, message: 'Branch not found' },
    { path: `${REPO}/commits?sha=none`, status: 404, message: 'Not Found' },
    { path: `${REPO}/commits/none`, status: 422, message: 'No commit found for SHA: none' },
    {
      path: `${REPO}/commits/${'1'.repeat(40)}`,
      status: 422,
      message: `No commit found for SHA: ${'1'.repeat(40)}`,
    },
    {
      path: `${REPO}/commits/none/check-runs`,
      status: 422,
      message: 'No commit found for SHA: none',
    },
    { path: `${REPO}/compare/main...none`, status: 404, message: 'Not Found' },
    { path: `${REPO}/git/ref/heads/none`, status: 404, message: 'Not Found' },
    { path: `${REPO}/git/trees/none`, status: 404, message: 'Not Found' },
    { path: `${REPO}/pulls/9`, status: 404, message: 'Not Found' },
    { path: `${REPO}/pulls?state=none`, status: 422, message: 'Validation Failed' },
    { path: `${REPO}/deployments/9/statuses`, status: 404, message: 'Not Found' },
    {
      path: '/installation/repositories',
      status: 403,
      message: expect.stringContaining('installation access token') as string,
    },
  ])('answers $status to $path', async ({ path, status, message }) => {
    const reply = await site.start()(path);

    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ message, status: String(status) });
  });

  it('has nothing to list in an empty repository, and says so', async () => {
    const empty = createGitHubSite();
    const ask = empty.start();

    const commits = await ask(`${REPO}/commits`);
    const branches = await ask(`${REPO}/branches`);
    const repository = await ask(REPO);

    expect(commits.status).toBe(409);
    expect(await commits.json()).toMatchObject({ message: 'Git Repository is empty.' });
    expect(await branches.json()).toEqual([]);
    expect(await repository.json()).toMatchObject({ default_branch: 'main' });
    empty.remove();
  });

  it('sends the caller of a former name on, and answers there', async () => {
    const { gitFolder: git } = site.repository;
    const repositories = [{ path: 'acme/payments-api', git, renamedFrom: ['acme/pay', 'old/pay'] }];
    const ask = site.start({ repositories });

    const moved = await ask('/repos/old/pay/commits?per_page=5');
    const location = moved.headers.get('location') ?? '';
    const there = await ask(location);
    const now = (await (await ask(REPO)).json()) as { id: number };

    expect(moved.status).toBe(301);
    expect(location).toBe(`https://api.github.com/repositories/${now.id}/commits?per_page=5`);
    expect(await moved.json()).toMatchObject({ message: 'Moved Permanently', url: location });
    expect(await there.json()).toMatchObject([{ commit: { message: 'First' } }]);
  });

  it('resolves a former name in GraphQL', async () => {
    const { gitFolder: git } = site.repository;
    const ask = site.start({
      repositories: [{ path: 'acme/payments-api', git, renamedFrom: ['acme/pay'] }],
    });

    const query = '{ repository(owner: "acme", name: "pay") { nameWithOwner } }';
    const reply = await ask('/graphql', { method: 'POST', body: JSON.stringify({ query }) });

    expect(await reply.json()).toEqual({
      data: { repository: { nameWithOwner: 'acme/payments-api' } },
    });
  });

  it('hides what a token may not see', async () => {
    const { gitFolder: git } = site.repository;
    const ask = site.start({
      repositories: ['acme/payments-api', 'acme/secret'].map((path) => ({ path, git })),
      tokens: [{ token: 'narrow', login: 'cy', repositories: ['acme/payments-api'] }],
    });
    const headers = { authorization: 'Bearer narrow' };

    const hidden = await ask('/repos/acme/secret', { headers });
    const list = (await (await ask('/user/repos', { headers })).json()) as { full_name: string }[];
    const me = await ask('/user', { headers });

    expect(hidden.status).toBe(404);
    expect(list.map((one) => one.full_name)).toEqual(['acme/payments-api']);
    expect(await me.json()).toMatchObject({ login: 'cy' });
  });

  it('wants single sign-on where the organization does', async () => {
    const ask = site.start({ ssoOrganizations: ['acme'] });

    const repository = await ask(REPO);
    const list = await ask('/user/repos');
    const body = JSON.stringify({
      query: '{ repository(owner: "acme", name: "payments-api") { id } }',
    });
    const query = await ask('/graphql', { method: 'POST', body });

    expect(repository.status).toBe(403);
    expect(repository.headers.get('x-github-sso')).toBe(
      'required; url=https://github.com/orgs/acme/sso?authorization_request=A1B2C3',
    );
    expect(list.headers.get('x-github-sso')).toBe('partial-results; organizations=acme');
    expect(await list.json()).toEqual([]);
    expect(await query.json()).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'FORBIDDEN', extensions: { saml_failure: true } }],
    });
  });

  it('sees a push, and files written again, between two calls', async () => {
    const ask = site.start();
    const titles = async (): Promise<string[]> => {
      const pulls = (await (await ask(`${REPO}/pulls`)).json()) as { title: string }[];
      return pulls.map(({ title }) => title);
    };
    const before: unknown = await (await ask(`${REPO}/commits`)).json();
    const noPulls = await titles();

    const pushed = site.repository.commit({ message: 'Second', files: { 'b.txt': 'b\n' } });
    site.write('pulls.json', [{ number: 1, title: 'New', head: { ref: 'main' } }]);
    const after: unknown = await (await ask(`${REPO}/commits`)).json();

    expect(before).toHaveLength(1);
    expect(after).toMatchObject([{ sha: pushed }, { commit: { message: 'First' } }]);
    expect(noPulls).toEqual([]);
    expect(await titles()).toEqual(['New']);
  });

  it('names the file and the field that it cannot read', async () => {
    const ask = site.start();
    const file = site.write('pulls.json', [{ title: 'No number' }]);

    await expect(ask(`${REPO}/pulls`)).rejects.toThrow(`${file}: `);
    await expect(ask(`${REPO}/pulls`)).rejects.toThrow('[0].number');
  });

  it('reads a bundle', async () => {
    const ask = site.start({
      repositories: [{ path: 'acme/payments-api', git: site.repository.bundle() }],
    });

    const commits: unknown = await (await ask(`${REPO}/commits`)).json();

    expect(commits).toMatchObject([{ commit: { message: 'First' } }]);
  });

  it('is a GitHub Enterprise server when its host is', async () => {
    const ask = site.start({ host: 'https://ghe.acme.com/api/v3' });

    const repository = await ask(REPO);
    const rate = await ask('/rate_limit');
    const body = JSON.stringify({ query: '{ viewer { login } rateLimit { cost } }' });
    const query = await ask('https://ghe.acme.com/api/graphql', { method: 'POST', body });

    expect(await repository.json()).toMatchObject({
      url: 'https://ghe.acme.com/api/v3/repos/acme/payments-api',
      html_url: 'https://ghe.acme.com/acme/payments-api',
    });
    expect(repository.headers.get('x-ratelimit-limit')).toBeNull();
    expect(rate.status).toBe(404);
    expect(await query.json()).toEqual({
      data: { viewer: { login: 'convoy-bot' }, rateLimit: null },
    });
  });
});
