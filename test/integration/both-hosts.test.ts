import type { IssueView } from '../../src/api/contract';
import { createStory } from '../contracts/code-host-story';
import type { Story } from '../contracts/code-host-story';
import { toGitHubFiles } from '../adapters/github/github-story';
import { toGitLabFiles } from '../adapters/gitlab/gitlab-story';
import { issue, openTestSite, refresh, valueOf } from '../support/local-site';
import type { TestRepository } from '../support/local-site';

const SETTINGS = {
  version: 1,
  projects: {
    PAY: {
      route: ['dev', 'prod'],
      lines: {
        dev: { branch: 'open-work', environments: ['qa'] },
        prod: { branch: 'main', environments: ['production'] },
      },
    },
  },
};
const ISSUES = [issue('PAY-1'), issue('PAY-2'), issue('PAY-3')];
const KEYS = ['PAY-1', 'PAY-2', 'PAY-3'];

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
  ...SETTINGS,
  projects: { PAY: { ...SETTINGS.projects.PAY, repositories: [{ id }] } },
});

/** What the panel says of each issue, with the host's own words and addresses made the same. */
async function tell(
  repository: TestRepository,
  id: string,
  host: Record<string, unknown>,
): Promise<{ views: unknown[]; cold: Record<string, number>; warm: Record<string, number> }> {
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
  return { views: JSON.parse(neutral(JSON.stringify(views), id), unsaid) as unknown[], cold, warm };
}

/** GitLab does not tell which head was reviewed. */
const unsaid = (key: string, value: unknown): unknown =>
  key === 'reviews' ? (value as object[]).map((review) => ({ ...review, sha: null })) : value;

const neutral = (text: string, id: string): string =>
  text
    .replaceAll(id, 'REPOSITORY')
    .replace(/"(?:url|[a-zA-Z]*Url)":(?:null|"[^"]*")/g, '"url":"URL"')
    .replace(/"https:[^"]*"/g, '"URL"');

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
      { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' },
    );
    story.remove();

    expect(onGitLab.views).toEqual(onGitHub.views);
    expect(onGitLab.warm.gitlab).toBe(onGitHub.warm.github);
    expect(onGitLab.cold.gitlab).toBeLessThan(2 * (onGitHub.cold.github ?? 0));
  });
});
