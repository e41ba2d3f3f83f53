import { expectGitHubReply } from '../../support/github-reply';
import { createGitHubSite } from '../../support/github-site';
import type { GitHubSite } from '../../support/github-site';

/** Every endpoint once, with everything in it, held against GitHub's published description. */
describe('replies of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  let shas: { first: string; side: string; merged: string };

  beforeAll(() => {
    site = createGitHubSite();
    const { repository } = site;
    const first = repository.commit({
      message: 'PAY-1 First\n',
      files: { 'a.txt': 'one\n', 'bin.dat': '\0\u0001' },
    });
    const side = repository.commit({
      message: 'PAY-2 Side\n',
      files: { 'src/b.txt': 'b\n', 'a.txt': null, 'ä b.txt': 'umlaut\n' },
      branch: 'feature/PAY-2-side',
      author: 'Bo Chen <7+bo@users.noreply.github.com>',
    });
    const merged = repository.merge({
      from: 'feature/PAY-2-side',
      message: 'Merge pull request #1 from acme/feature\n',
    });
    repository.commit({ message: 'Open work', files: { 'c.txt': 'c\n' }, branch: 'open-work' });
    repository.tag('v1.0.0', { at: 'main', message: 'Version 1' });
    repository.tag('light', { at: first });
    shas = { first, side, merged };
    const status = { created_at: '2026-02-01T10:05:00Z' };
    ask = site.start();
    site.write('pulls.json', [
      {
        number: 1,
        title: 'PAY-2 Side',
        body: 'Text',
        user: { login: 'bo' },
        head: { ref: 'feature/PAY-2-side' },
        base: { ref: 'main' },
        merge_commit_sha: merged,
        labels: ['bug'],
        reviews: [
          { user: { login: 'ana' }, state: 'APPROVED', submitted_at: '2026-01-06T08:00:00Z' },
        ],
      },
      { number: 2, title: 'Open', user: 'ana', head: { ref: 'open-work' } },
    ]);
    site.write('deployments.json', [
      {
        id: 11,
        sha: merged,
        ref: 'main',
        environment: 'production',
        created_at: '2026-02-01T10:00:00Z',
        creator: { login: 'ana' },
        statuses: [
          { state: 'in_progress', created_at: '2026-02-01T10:01:00Z' },
          { state: 'success', ...status },
        ],
      },
    ]);
    site.write('checks.json', {
      [merged]: [
        { name: 'build', status: 'completed', conclusion: 'success' },
        { name: 'e2e', status: 'in_progress' },
        { context: 'ci/jenkins', state: 'failure', target_url: 'https://ci.acme.example/1' },
      ],
    });
  });
  afterAll(() => {
    site.remove();
  });

  const R = '/repos/{owner}/{repo}';
  it.each([
    ['/rate_limit', '/rate_limit'],
    ['/user', '/user'],
    ['/user/repos', '/user/repos'],
    ['/orgs/{org}/repos', '/orgs/acme/repos'],
    [R, '/repos/acme/payments-api'],
    [`${R}/branches`, '/repos/acme/payments-api/branches'],
    [`${R}/branches/{branch}`, '/repos/acme/payments-api/branches/feature%2FPAY-2-side'],
    [`${R}/branches/{branch}`, '/repos/acme/payments-api/branches/feature/PAY-2-side'],
    [`${R}/commits`, '/repos/acme/payments-api/commits'],
    [`${R}/commits/{ref}`, '/repos/acme/payments-api/commits/feature%2FPAY-2-side'],
    [`${R}/commits/{ref}`, '/repos/acme/payments-api/commits/feature/PAY-2-side'],
    [`${R}/commits/{ref}/check-runs`, '/repos/acme/payments-api/commits/main/check-runs'],
    [`${R}/commits/{ref}/status`, '/repos/acme/payments-api/commits/heads%2Fmain/status'],
    [`${R}/commits/{ref}/statuses`, '/repos/acme/payments-api/commits/main/statuses'],
    [`${R}/commits/{commit_sha}/pulls`, '/repos/acme/payments-api/commits/main/pulls'],
    [`${R}/compare/{basehead}`, '/repos/acme/payments-api/compare/light...feature%2FPAY-2-side'],
    [`${R}/git/trees/{tree_sha}`, '/repos/acme/payments-api/git/trees/main?recursive=1'],
    [`${R}/git/ref/{ref}`, '/repos/acme/payments-api/git/ref/heads%2Ffeature%2FPAY-2-side'],
    [`${R}/git/matching-refs/{ref}`, '/repos/acme/payments-api/git/matching-refs/heads/feature'],
    [`${R}/pulls`, '/repos/acme/payments-api/pulls?state=all'],
    [`${R}/pulls/{pull_number}`, '/repos/acme/payments-api/pulls/1'],
    [`${R}/pulls/{pull_number}/reviews`, '/repos/acme/payments-api/pulls/1/reviews'],
    [`${R}/pulls/{pull_number}/commits`, '/repos/acme/payments-api/pulls/1/commits'],
    [`${R}/pulls/{pull_number}/files`, '/repos/acme/payments-api/pulls/1/files'],
    [`${R}/deployments`, '/repos/acme/payments-api/deployments'],
    [`${R}/deployments/{deployment_id}`, '/repos/acme/payments-api/deployments/11'],
    [
      `${R}/deployments/{deployment_id}/statuses`,
      '/repos/acme/payments-api/deployments/11/statuses',
    ],
    [`${R}/tags`, '/repos/acme/payments-api/tags'],
  ])('GET %s is as published (%s)', async (template, path) => {
    const body = await expectGitHubReply('GET', template, await ask(path));

    expect(JSON.stringify(body).length).toBeGreaterThan(50);
  });

  it('GET a git commit is as published', async () => {
    const reply = await ask(`/repos/acme/payments-api/git/commits/${shas.merged}`);

    const body = await expectGitHubReply('GET', `${R}/git/commits/{commit_sha}`, reply);

    expect(body).toMatchObject({
      sha: shas.merged,
      message: 'Merge pull request #1 from acme/feature',
      parents: [{ sha: shas.first }, { sha: shas.side }],
    });
  });

  it('GET releases is an empty list', async () => {
    const reply = await ask('/repos/acme/payments-api/releases');

    expect(await expectGitHubReply('GET', `${R}/releases`, reply)).toEqual([]);
  });
});
