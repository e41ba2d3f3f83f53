import type { IssueView } from '../../src/api/contract';
import { createStory } from '../contracts/code-host-story';
import type { Story } from '../contracts/code-host-story';
import { toGitHubFiles } from '../adapters/github/github-story';
import { toGitLabFiles } from '../adapters/gitlab/gitlab-story';
import { issue, openTestSite, refresh, valueOf } from '../support/local-site';
import type { TestRepository } from '../support/local-site';

const GITLAB = { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' };
const KEYS = ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4'];
const ISSUES = KEYS.map((key) => issue(key));

type Files = Record<string, unknown>;

function toRepository(story: Story, files: Files, names: [string, string, string]): TestRepository {
  const [pulls, deployments, checks] = names.map((name) => files[name]);
  return {
    path: 'acme/web',
    git: story.web.git.gitFolder,
    pulls: pulls as unknown[],
    deployments: deployments as unknown[],
    checks: checks as Record<string, unknown[]>,
  };
}

const settingsFor = (id: string): unknown => ({
  version: 1,
  projects: {
    PAY: {
      route: ['dev', 'prod'],
      lines: {
        dev: {
          branch: id.endsWith('/squashes') ? 'develop' : 'open-work',
          environments: ['qa'],
        },
        prod: { branch: 'main', environments: ['production'] },
      },
      repositories: [{ id }],
    },
  },
});

/** What the panel says of each issue, with the host's own words and addresses made the same. */
async function tell(
  repository: TestRepository,
  id: string,
  host: Record<string, unknown>,
): Promise<{ views: IssueView[]; cold: Record<string, number>; warm: Record<string, number> }> {
  const site = await openTestSite({
    repositories: [repository],
    settings: settingsFor(id),
    host,
    issues: ISSUES,
  });
  site.platform.resetStats();
  await refresh(site);
  const cold = { ...site.platform.stats().hostCalls };
  site.platform.resetStats();
  await refresh(site);
  const warm = { ...site.platform.stats().hostCalls };
  const views: IssueView[] = [];
  for (const issueKey of KEYS) views.push(await valueOf(site, 'getIssue', { issueKey }));
  await site.close();
  return {
    views: JSON.parse(neutral(JSON.stringify(views), id), unsaid) as IssueView[],
    cold,
    warm,
  };
}

/** GitLab does not tell which head was reviewed. */
const unsaid = (key: string, value: unknown): unknown =>
  key === 'reviews' ? (value as object[]).map((review) => ({ ...review, sha: null })) : value;

const neutral = (text: string, id: string): string =>
  text
    .replaceAll(id, 'REPOSITORY')
    .replace(/"(?:url|[a-zA-Z]*Url)":(?:null|"[^"]*")/g, '"url":"URL"')
    .replace(/"https:[^"]*"/g, '"URL"')
    .replace(/"detail":"!(\d+)"/g, '"detail":"#$1"');

/** The commits that were made on branches: their titles, and where they are on `prod`. */
const presenceOnMain = ({ changes }: IssueView): unknown[] =>
  changes
    .flatMap(({ commits }) => commits)
    .filter(({ title }) => title.includes('Step'))
    .sort((one, other) => one.title.localeCompare(other.title))
    .map(({ title, presence: { prod } }) => [title, prod?.state, prod?.by, prod?.as]);

describe('GitHub and GitLab over the same git repository', () => {
  it('give the same evidence of every issue, field by field', async () => {
    const story = createStory();
    const onGitHub = await tell(
      toRepository(story, toGitHubFiles(story), ['pulls.json', 'deployments.json', 'checks.json']),
      'github:acme/web',
      {},
    );
    const onGitLab = await tell(
      toRepository(story, toGitLabFiles(story), [
        'merge-requests.json',
        'deployments.json',
        'pipelines.json',
      ]),
      'gitlab:gitlab.com/acme/web',
      GITLAB,
    );
    story.remove();

    expect(onGitLab.views).toEqual(onGitHub.views);
    expect(onGitLab.warm.gitlab).toBe(onGitHub.warm.github);
    expect(onGitLab.cold.gitlab).toBeLessThan(2 * (onGitHub.cold.github ?? 0));
  });

  it('prove by its squash what was squashed, whatever became of its branch', async () => {
    const story = createStory();
    const { git, pulls } = story.squashes;
    const tellSquashes = (files: Files, id: string, host: object): ReturnType<typeof tell> => {
      const hosted = files['squashes.json'] as unknown[];
      return tell({ path: 'acme/squashes', git: git.gitFolder, pulls: hosted }, id, { ...host });
    };
    const onGitHub = await tellSquashes(toGitHubFiles(story), 'github:acme/squashes', {});
    const onGitLab = await tellSquashes(
      toGitLabFiles(story),
      'gitlab:gitlab.com/acme/squashes',
      GITLAB,
    );
    story.remove();
    const mergeOf = (number: number): string | null | undefined =>
      pulls.find((pull) => pull.number === number)?.mergeSha;
    const squashOf = (number: number): unknown[] => ['present', 'squash', mergeOf(number)];

    expect(onGitHub.views.flatMap(presenceOnMain)).toEqual([
      ['PAY-1 Step 1', ...squashOf(1)],
      ['PAY-1 Step 2', ...squashOf(1)],
      ['PAY-2 Step 1', ...squashOf(2)],
      ['PAY-2 Step 2', ...squashOf(2)],
      ['PAY-2 Step 3', 'absent', null, null],
      ['PAY-2 Step 4', 'absent', null, null],
      ['PAY-3 Step 1', ...squashOf(3)],
      ['PAY-3 Step 2', ...squashOf(3)],
      ['PAY-3 Step 3', ...squashOf(4)],
      ['PAY-3 Step 4', ...squashOf(4)],
      ['PAY-4 Step 1', ...squashOf(5)],
      ['PAY-4 Step 2', ...squashOf(5)],
      ['PAY-4 Step 3', ...squashOf(6)],
      ['PAY-4 Step 4', ...squashOf(6)],
    ]);
    expect(onGitLab.views).toEqual(onGitHub.views);
  });
});
