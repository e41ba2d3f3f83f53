import type { PullRequest } from '../../../src/domain/pull-request';
import { reviewState } from '../../../src/domain/review-state';
import { createStory } from '../../contracts/code-host-story';
import { toldCommits } from '../../contracts/git-commits';
import { readAll } from '../../contracts/host-under-test';
import { failureOf } from '../../support/failure-of';
import { createGitLabSite } from '../../support/gitlab-site';
import { createGitLabUnderTest } from './gitlab-under-test';

/** What only GitLab has. */
describe('createGitLab over the stand-in', () => {
  const story = createStory();
  const under = createGitLabUnderTest(story);

  afterAll(() => {
    story.remove();
  });

  it('reads everything of a moved project by its old path', async () => {
    const { host } = await under.connect();
    const { merge } = story.shas;

    const commits = await host.listCommits('acme/old-web', { sha: merge, cursor: null });
    const pulls = await host.listPullRequests('acme/old-web', null);
    const { checks } = await host.listChecks('acme/old-web', [merge]);

    expect(commits.items).toHaveLength(3);
    expect(pulls.items).toHaveLength(3);
    expect(checks.get(merge)).toHaveLength(4);
  });

  it('reads a self-managed server at its own addresses', async () => {
    const { host } = under.connectTo({ host: 'https://git.acme.com/gitlab' });

    const { path, url } = await host.getRepository('acme/web');

    expect({ path, url }).toEqual({
      path: 'acme/web',
      url: 'https://git.acme.com/gitlab/acme/web',
    });
  });

  it('may not read the code of a guest', async () => {
    const tokens = [{ token: 'guest', projects: ['acme/web'], guestOf: ['acme/web'] }];
    const { host } = under.connectTo({ tokens }, 'guest');

    await expect(host.getRepository('acme/web')).resolves.toMatchObject({ path: 'acme/web' });
    const { failure } = await failureOf(host.listPullRequests('acme/web', null));

    expect(failure).toEqual({ kind: 'forbidden', sso: false });
  });

  it('asks for details only of what was updated since', async () => {
    const { host, calls } = await under.connect();

    const { items } = await host.listPullRequests('acme/web', null, '2026-01-09T09:00:00Z');

    expect(items.map(({ number }) => number)).toEqual([3]);
    expect(calls()).toBe(1 + 3);
  });

  it('says that approvals are unknown where GitLab does not tell them', async () => {
    const answer = under.answerOf({});
    const { host } = under.connectOver((request) =>
      request.url.includes('/approvals')
        ? Promise.resolve(Response.json({ message: '404 Not found' }, { status: 404 }))
        : answer(request),
    );

    const { items } = await host.listPullRequests('acme/web', null);

    expect(items.map(reviewState)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('reads what does not fit one page, and says what was cut', async () => {
    const { host, calls } = await under.connect();
    const [pull] = story.web.pulls;
    const [deployment] = story.web.deployments;
    if (!pull || !deployment) throw new Error('the story has lost its pull requests');
    const numbers = Array.from({ length: 130 }, (_, index) => index + 1);
    under.save({
      ...story,
      web: {
        ...story.web,
        pulls: numbers.slice(0, 12).map((number) => ({ ...pull, number, reviews: [] })),
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

    expect(new Set(pulls.map(({ number }) => number)).size).toBe(12);
    expect(new Set(deployments.map(({ id }) => id)).size).toBe(130);
    expect(checks.get(story.shas.root)?.slice(99)).toEqual([
      expect.objectContaining({ state: 'passed' }),
      { name: '…and 30 more', state: 'unknown', url: null, at: null },
    ]);
    // Checks by GraphQL, and by REST, for they are too many for it.
    expect(calls()).toBe(2 + 12 * 2 + 2 * 2 + 2);
  });
});

describe('the commits of a merge request', () => {
  const site = createGitLabSite();
  const { repository } = site;
  const read = async (entry: object): Promise<PullRequest | undefined> => {
    const pulls = site.write('one.json', [{ iid: 1, target_branch: 'main', ...entry }]);
    const under = createGitLabUnderTest(story);
    const repositories = [{ path: 'acme/web', git: repository.gitFolder, pulls }];
    const { items } = await under
      .connectTo({ repositories })
      .host.listPullRequests('acme/web', null);
    return items[0];
  };
  const story = createStory();
  let shas: string[];
  let meanwhile: string;
  beforeAll(() => {
    repository.commit({ message: 'First', files: { a: '1' } });
    shas = ['One', 'Two', 'Three'].map((message) =>
      repository.commit({ message, branch: 'side', files: { [message]: message } }),
    );
    meanwhile = repository.commit({ message: 'Meanwhile', files: { m: '1' } });
  });
  beforeEach(() => {
    repository.branch('main', meanwhile);
    repository.branch('side', shas[2] ?? '');
  });
  afterAll(() => {
    story.remove();
    site.remove();
  });

  it.each([
    { when: 'it is open', land: (): object => ({}) },
    {
      when: 'it was squashed',
      land: (): object => ({ squash_commit_sha: repository.merge({ from: 'side', squash: true }) }),
    },
    {
      when: 'it was merged',
      land: (): object => ({ merge_commit_sha: repository.merge({ from: 'side' }) }),
    },
    {
      when: 'its squash was merged',
      land: (): object => {
        repository.branch('squashed', 'main');
        return {
          squash_commit_sha: repository.merge({ from: 'side', into: 'squashed', squash: true }),
          merge_commit_sha: repository.merge({ from: 'squashed' }),
        };
      },
    },
    {
      when: 'somebody pushed it to its target',
      land: (): object => {
        repository.branch('main', 'side');
        return { merge_commit_sha: shas[2], diff_refs: { base_sha: repository.head('side~3') } };
      },
    },
    {
      when: 'it was squashed, and its branch begun anew',
      land: (): object => {
        const squash_commit_sha = repository.merge({ from: 'side', squash: true });
        repository.branch('side', 'main');
        repository.commit({ message: 'Four', branch: 'side', files: { Four: 'Four' } });
        return { squash_commit_sha };
      },
    },
    {
      when: 'it was fast-forwarded',
      land: (): object => {
        repository.branch('main', 'side');
        const base = repository.head('side~3');
        return { merged_at: '2026-01-09T09:00:00Z', diff_refs: { base_sha: base } };
      },
    },
  ])('are those of its range, with parents, when $when', async ({ land }) => {
    const pull = await read({ source_branch: 'side', sha: shas[2], ...land() });

    expect(pull?.commits).toEqual(
      shas.map((sha) => toldCommits({ tells: { trees: false } }, repository, sha)[0]),
    );
    expect(pull?.commitCount).toBe(3);
  });
});
