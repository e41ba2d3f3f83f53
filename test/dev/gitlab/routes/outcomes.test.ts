import { createGitLabSite, SHOP } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

describe('pipelines and deployments of the GitLab stand-in', () => {
  let site: GitLabSite;
  let ask: ReturnType<GitLabSite['start']>;
  let sha: string;
  beforeAll(() => {
    site = createGitLabSite();
    sha = site.repository.commit({ message: 'First', at: '2026-01-05T09:00:00Z' });
    ask = site.start();
    site.write('pipelines.json', {
      [sha]: [
        {
          id: 7,
          status: 'failed',
          created_at: '2026-01-05T10:00:00Z',
          jobs: [
            { id: 71, name: 'build', status: 'success', finished_at: '2026-01-05T10:05:00Z' },
            { id: 72, name: 'lint', status: 'failed', allow_failure: true },
          ],
        },
        { name: 'scan', status: 'running', ref: 'develop', created_at: '2026-01-05T11:00:00Z' },
      ],
    });
    site.write('deployments.json', [
      { id: 1, sha, environment: 'qa', created_at: '2026-02-01T10:00:00Z' },
      {
        id: 2,
        sha,
        ref: 'v1',
        status: 'failed',
        environment: { name: 'blue', tier: 'production', external_url: 'https://acme.example' },
        created_at: '2026-02-03T10:00:00Z',
        deployable: {
          started_at: '2026-02-03T10:01:00Z',
          finished_at: '2026-02-03T10:02:00Z',
        },
      },
      {
        id: 3,
        sha,
        environment: 'qa',
        created_at: '2026-02-02T10:00:00Z',
        updated_at: '2026-02-09T10:00:00Z',
      },
    ]);
  });
  afterAll(() => {
    site.remove();
  });
  const json = async (path: string): Promise<unknown> => (await ask(SHOP + path)).json();

  it('lists pipelines, the newest first', async () => {
    expect(await json('/pipelines')).toMatchObject([
      { name: 'scan', status: 'running', ref: 'develop', sha },
      { id: 7, name: null, status: 'failed', ref: 'main', sha, source: 'push' },
    ]);
    expect(await json(`/pipelines?sha=${sha}&status=failed`)).toMatchObject([{ id: 7 }]);
    expect(await json('/pipelines/7')).toMatchObject({
      id: 7,
      created_at: '2026-01-05T10:00:00.000Z',
    });
  });

  it('lists the jobs of a commit as its statuses; a pipeline without jobs is one', async () => {
    const statuses = `/repository/commits/${sha}/statuses`;

    expect(await json(`${statuses}?ref=main`)).toMatchObject([
      {
        id: 71,
        name: 'build',
        status: 'success',
        allow_failure: false,
        pipeline_id: 7,
        finished_at: '2026-01-05T10:05:00.000Z',
      },
      { id: 72, name: 'lint', status: 'failed', allow_failure: true },
    ]);
    expect(await json(`${statuses}?ref=develop`)).toMatchObject([
      { name: 'scan', status: 'running', finished_at: null },
    ]);
    expect(await json(statuses)).toHaveLength(3);
  });

  it('tells a commit with its newest pipeline', async () => {
    expect(await json(`/repository/commits/${sha}`)).toMatchObject({
      status: 'running',
      last_pipeline: { name: 'scan' },
    });
  });

  it.each([
    ['', [1, 2, 3]],
    ['?order_by=id&sort=desc', [3, 2, 1]],
    ['?order_by=created_at&sort=desc', [2, 3, 1]],
    ['?order_by=updated_at&sort=desc', [3, 2, 1]],
    ['?environment=qa', [1, 3]],
    ['?status=failed', [2]],
    ['?order_by=updated_at&updated_after=2026-02-04T00:00:00Z', [3]],
    ['?per_page=2&page=2', [3]],
  ])('lists deployments %s', async (query, expected) => {
    const found = (await json(`/deployments${query}`)) as { id: number }[];

    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  it('shows a deployment with its job', async () => {
    expect(await json('/deployments/2')).toMatchObject({
      id: 2,
      iid: 2,
      ref: 'v1',
      sha,
      status: 'failed',
      created_at: '2026-02-03T10:00:00.000Z',
      updated_at: '2026-02-03T10:02:00.000Z',
      environment: { name: 'blue', external_url: 'https://acme.example' },
      deployable: {
        name: 'deploy',
        status: 'failed',
        started_at: '2026-02-03T10:01:00.000Z',
        finished_at: '2026-02-03T10:02:00.000Z',
      },
    });
  });

  it('shows environments with the tier that somebody set, else that GitLab takes them for', async () => {
    expect(await json('/environments')).toMatchObject([
      {
        name: 'blue',
        tier: 'production',
        state: 'available',
        external_url: 'https://acme.example',
      },
      { name: 'qa', tier: 'testing', external_url: null },
    ]);
    expect(await json('/environments?name=qa')).toMatchObject([{ name: 'qa' }]);
  });
});
