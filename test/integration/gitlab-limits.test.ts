import { createStory } from '../contracts/code-host-story';
import { issue, openTestSite, refresh, valueOf } from '../support/local-site';

const KEYS = ['PAY-111', 'PAY-170', 'PAY-230'];

describe('a GitLab project with more to ask about than one minute of calls allows', () => {
  it('is read whole, a hundred calls a slice at most', async () => {
    const story = createStory();
    const { git } = story.big;
    git.branch('live', 'main~120');
    const onTheirWay = git.git('rev-list', 'live..main').trim().split('\n');
    const site = await openTestSite({
      repositories: [
        {
          path: 'acme/big',
          git: git.gitFolder,
          pulls: Array.from({ length: 40 }, (_, index) => ({
            iid: index + 1,
            title: `PAY-${index + 1}`,
            source_branch: 'main',
            target_branch: 'live',
          })),
          checks: Object.fromEntries(
            onTheirWay.map((sha) => [sha, [{ name: 'build', status: 'success' }]]),
          ),
        },
      ],
      settings: {
        version: 1,
        projects: {
          PAY: {
            route: ['dev', 'prod'],
            lines: { dev: { branch: 'main' }, prod: { branch: 'live' } },
            repositories: [{ id: 'gitlab:gitlab.com/acme/big' }],
          },
        },
      },
      host: { provider: 'gitlab', host: 'https://gitlab.com', token: 'gl-test-token' },
      issues: KEYS.map((key) => issue(key)),
    });

    await refresh(site, 'PAY-230');
    const { hostCalls, queue } = site.platform.stats();
    const views = await Promise.all(
      KEYS.map((issueKey) => valueOf(site, 'getIssue', { issueKey })),
    );
    await site.close();
    story.remove();

    expect(hostCalls.gitlab).toBeGreaterThan(100);
    expect(queue.retried).toBe(0);
    expect(views.map(({ evidence }) => evidence.gaps)).toEqual([[], [], []]);
    const read = { checks: [{ name: 'build', state: 'passed' }] };
    expect(views).toMatchObject(KEYS.map(() => ({ changes: [{ commits: [read] }] })));
  });
});
