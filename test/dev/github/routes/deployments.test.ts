import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const REPO = '/repos/acme/payments-api';

describe('deployments of the GitHub stand-in', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  beforeAll(() => {
    site = createGitHubSite();
    const sha = site.repository.commit({ message: 'First', files: { 'a.txt': '1\n' } });
    ask = site.start();
    const at = (day: number): string => `2026-02-0${day}T10:00:00Z`;
    site.write('deployments.json', [
      { id: 1, sha, ref: 'main', environment: 'qa', created_at: at(1) },
      {
        id: 2,
        sha: '1'.repeat(40),
        ref: 'v1',
        environment: 'production',
        created_at: at(3),
        statuses: [
          { state: 'inactive', created_at: at(5) },
          { state: 'success', created_at: at(4) },
        ],
      },
      { id: 3, sha, ref: 'main', environment: 'production', created_at: at(2) },
    ]);
  });
  afterAll(() => {
    site.remove();
  });

  it.each([
    ['', [2, 3, 1]],
    ['?environment=production', [2, 3]],
    ['?ref=v1', [2]],
    [`?sha=${'1'.repeat(40)}`, [2]],
    ['?environment=production&ref=main', [3]],
    ['?per_page=2&page=2', [1]],
  ])('lists %j', async (query, expected) => {
    const found = (await (await ask(`${REPO}/deployments${query}`)).json()) as { id: number }[];

    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  it('was updated when its newest status came', async () => {
    const deployment: unknown = await (await ask(`${REPO}/deployments/2`)).json();
    const statuses: unknown = await (await ask(`${REPO}/deployments/2/statuses`)).json();

    expect(deployment).toMatchObject({
      created_at: '2026-02-03T10:00:00Z',
      updated_at: '2026-02-05T10:00:00Z',
    });
    expect(statuses).toMatchObject([{ state: 'inactive' }, { state: 'success' }]);
  });
});
