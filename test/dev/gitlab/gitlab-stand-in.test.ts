import { createGitLabSite, SHOP } from '../../support/gitlab-site';
import type { GitLabSite } from '../../support/gitlab-site';

describe('createGitLabStandIn', () => {
  let site: GitLabSite;
  beforeAll(() => {
    site = createGitLabSite();
    site.repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' } });
  });
  afterAll(() => {
    site.remove();
  });

  it.each([
    { when: 'no token comes', headers: { 'private-token': '' }, status: 401 },
    { when: 'the token is wrong', headers: { 'private-token': 'nope' }, status: 401 },
    {
      when: 'the token comes as a bearer',
      headers: { 'private-token': '', authorization: 'Bearer gl-test-token' },
      status: 200,
    },
    { when: 'the token comes in its own header', headers: {}, status: 200 },
  ])('answers $status when $when', async ({ headers, status }) => {
    const reply = await site.start()(SHOP, { headers });

    expect(reply.status).toBe(status);
  });

  it.each([
    { path: '/projects/acme%2Fnone', message: '404 Project Not Found' },
    { path: '/projects/12', message: '404 Project Not Found' },
    { path: `${SHOP}/repository/branches/none`, message: '404 Branch Not Found' },
    { path: `${SHOP}/repository/commits/none`, message: '404 Commit Not Found' },
    { path: `${SHOP}/repository/commits/${'1'.repeat(40)}`, message: '404 Commit Not Found' },
    { path: `${SHOP}/repository/commits/none/statuses`, message: '404 Commit Not Found' },
    { path: `${SHOP}/repository/compare?from=main&to=none`, message: '404 Ref Not Found' },
    { path: `${SHOP}/repository/tree?ref=none`, message: '404 Tree Not Found' },
    { path: `${SHOP}/merge_requests/9`, message: '404 Not found' },
    { path: `${SHOP}/merge_requests/9/approvals`, message: '404 Not found' },
    { path: `${SHOP}/pipelines/9`, message: '404 Not found' },
  ])('answers 404 to $path', async ({ path, message }) => {
    const reply = await site.start()(path);

    expect([reply.status, await reply.json()]).toEqual([404, { message }]);
  });

  it.each([
    [`${SHOP}/repository/branches?per_page=many`, { error: 'per_page is invalid' }],
    [`${SHOP}/repository/branches?page=0`, { error: 'page does not have a valid value' }],
    [`${SHOP}/merge_requests?state=none`, { error: 'state does not have a valid value' }],
    [`${SHOP}/repository/commits?since=soon`, { error: 'since is invalid' }],
    [`${SHOP}/repository/commits?ref_name=-x`, { message: 'ref_name is invalid' }],
    [`${SHOP}/repository/compare?from=main`, { error: 'to is missing' }],
    [`${SHOP}/repository/merge_base?refs[]=main`, { message: 'Provide at least 2 refs' }],
    [
      `${SHOP}/repository/branches?search=a&regex=b`,
      { error: 'search, regex are mutually exclusive' },
    ],
    [
      `${SHOP}/deployments?updated_after=2026-01-01T00:00:00Z`,
      { message: '`updated_at` filter requires `updated_at` sort' },
    ],
    [`${SHOP}/environments?search=qa`, { message: 'Search query is less than 3 characters' }],
  ])('answers 400 to %s', async (path, body) => {
    const reply = await site.start()(path);

    expect([reply.status, await reply.json()]).toEqual([400, body]);
  });

  it('knows no other address, and shows people a page', async () => {
    const ask = site.start();

    const unknown = await ask('/nothing/at/all');
    const page = await ask('https://gitlab.com/acme/web/shop');

    expect([unknown.status, await unknown.json()]).toEqual([404, { error: '404 Not Found' }]);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=UTF-8',
    ]);
  });

  it('knows a project by its number, and its path whatever the capitals', async () => {
    const ask = site.start();

    const byPath = (await (await ask('/projects/Acme%2FWeb%2FShop')).json()) as { id: number };
    const byId: unknown = await (await ask(`/projects/${byPath.id}`)).json();

    expect(byId).toEqual(byPath);
    expect(byPath).toMatchObject({
      path_with_namespace: 'acme/web/shop',
      path: 'shop',
      namespace: { full_path: 'acme/web' },
      default_branch: 'main',
      empty_repo: false,
      archived: false,
      visibility: 'private',
      web_url: 'https://gitlab.com/acme/web/shop',
    });
  });

  it('sends the caller of a former path on, and answers there', async () => {
    const { gitFolder: git } = site.repository;
    const ask = site.start({
      repositories: [{ path: 'acme/web/shop', git, renamedFrom: ['acme/shop'] }],
    });

    const moved = await ask('/projects/acme%2Fshop/repository/commits?per_page=5');
    const location = moved.headers.get('location') ?? '';
    const there = await ask(location);
    const now = (await (await ask(SHOP)).json()) as { id: number };

    expect(moved.status).toBe(301);
    expect(location).toBe(
      `https://gitlab.com/api/v4/projects/${now.id}/repository/commits?per_page=5`,
    );
    expect(await moved.text()).toBe(`This resource has been moved permanently to ${location}`);
    expect(await there.json()).toMatchObject([{ title: 'First' }]);
  });

  it('has nothing to list in an empty repository', async () => {
    const empty = createGitLabSite();
    const ask = empty.start();

    const project: unknown = await (await ask(SHOP)).json();
    const lists = ['repository/branches', 'repository/commits', 'protected_branches'];
    const found = await Promise.all(
      lists.map(async (list): Promise<unknown> => (await ask(`${SHOP}/${list}`)).json()),
    );

    expect(project).toMatchObject({ default_branch: null, empty_repo: true });
    expect(found).toEqual([[], [], []]);
    empty.remove();
  });

  it('hides what a token may not see, and the code from a guest', async () => {
    const { gitFolder: git } = site.repository;
    const ask = site.start({
      repositories: ['acme/web/shop', 'acme/secret'].map((path) => ({ path, git })),
      tokens: [
        { token: 'narrow', username: 'cy', projects: ['acme/web/shop'] },
        { token: 'guest', projects: ['acme/web/shop'], guestOf: ['acme/web/shop'] },
      ],
    });
    const as = (token: string): RequestInit => ({ headers: { 'private-token': token } });

    const hidden = await ask('/projects/acme%2Fsecret', as('narrow'));
    const list = await ask('/projects?membership=true', as('narrow'));
    const me = await ask('/user', as('narrow'));
    const project = await ask(SHOP, as('guest'));
    const code = await ask(`${SHOP}/repository/branches`, as('guest'));

    expect(hidden.status).toBe(404);
    expect(await list.json()).toMatchObject([{ path_with_namespace: 'acme/web/shop' }]);
    expect(await me.json()).toMatchObject({ username: 'cy' });
    expect(project.status).toBe(200);
    expect([code.status, await code.json()]).toEqual([403, { message: '403 Forbidden' }]);
  });

  it('sees a push, and files written again, between two calls', async () => {
    const own = createGitLabSite();
    own.repository.commit({ message: 'First', files: { 'a.txt': '1' } });
    const ask = own.start();
    const list = async (path: string): Promise<unknown> => (await ask(`${SHOP}/${path}`)).json();
    const before = [await list('repository/commits'), await list('merge_requests')];

    own.repository.commit({ message: 'Second', files: { 'b.txt': 'b\n' } });
    own.write('merge-requests.json', [{ iid: 1, title: 'New', source_branch: 'main' }]);

    expect(before).toMatchObject([[{ title: 'First' }], []]);
    expect(await list('repository/commits')).toMatchObject([{ title: 'Second' }, {}]);
    expect(await list('merge_requests')).toMatchObject([{ title: 'New', state: 'opened' }]);
    own.remove();
  });

  it('names the file and the field that it cannot read', async () => {
    const ask = site.start();
    const file = site.write('merge-requests.json', [{ title: 'No number' }]);

    await expect(ask(`${SHOP}/merge_requests`)).rejects.toThrow(`${file}: `);
    await expect(ask(`${SHOP}/merge_requests`)).rejects.toThrow('a merge request needs its iid');
  });

  it('lives below a path of its own when its host does', async () => {
    const ask = site.start({ host: 'https://git.acme.com/gitlab' });

    const project = await ask(SHOP);

    expect(await project.json()).toMatchObject({
      web_url: 'https://git.acme.com/gitlab/acme/web/shop',
    });
    expect(project.headers.get('ratelimit-limit')).toBeNull();
  });
});
