import { openSite, type LocalSite } from '../../dev/local-site/open-site';
import { readSite } from '../../dev/site-file/read-site';
import { countHostCalls, issue, refresh, valueOf, writeTestSite } from '../support/local-site';
import { createStoryRepository } from '../support/story-repository';

/** A private repository whose check runs no fine-grained token may read. */
describe('a fine-grained token', () => {
  const story = createStoryRepository();
  const develop = story.git.head('develop');
  let site: LocalSite;

  beforeEach(async () => {
    const folder = writeTestSite({
      repositories: [
        {
          ...story.site,
          isPrivate: true,
          checks: {
            [develop]: [
              { name: 'build', conclusion: 'success' },
              { context: 'ci/jenkins', state: 'success', created_at: '2026-02-01T09:00:00Z' },
            ],
          },
        },
      ],
      issues: ['PAY-1', 'PAY-2', 'PAY-3'].map((key) => issue(key)),
      host: { isFineGrained: true },
      now: '2027-05-04T09:00:00Z',
    });
    site = await openSite(readSite(folder), { store: null });
    await site.platform.drain();
  });
  afterEach(async () => {
    expect(site.platform.deadEvents()).toEqual([]);
    await site.close();
  });
  afterAll(() => {
    story.git.remove();
  });

  it('reads statuses; check runs are unknown, and a gap with its cause', async () => {
    const { changes, evidence } = await valueOf(site, 'getIssue', { issueKey: 'PAY-2' });

    const why = expect.stringContaining('github.com does not let the token read') as string;
    expect(evidence.complete).toBe(false);
    expect(evidence.gaps).toEqual([
      { repository: 'github:acme/payments-api', what: 'check runs', why },
    ]);
    expect(changes[0]?.commits[0]?.checks).toEqual([
      { name: 'ci/jenkins', state: 'passed', url: null, at: '2026-02-01T09:00:00Z' },
      { name: 'check runs', state: 'unknown', url: null, at: null, why },
    ]);
  });

  it('costs three calls when nothing changed', async () => {
    const calls = await countHostCalls(site, () => refresh(site));

    expect(calls).toBe(3);
  });

  it('asks once more when another login is saved: it may read them all', async () => {
    const [before] = await valueOf(site, 'listConnections', undefined);
    await valueOf(site, 'deleteConnection', { id: before?.id ?? '' });
    const auth = { kind: 'token', token: 'gh-test-token' } as const;
    const connection = { provider: 'github', baseUrl: 'https://api.github.com', auth } as const;
    await valueOf(site, 'saveConnection', { ...connection, owner: null });

    const first = await countHostCalls(site, () => refresh(site));
    const second = await countHostCalls(site, () => refresh(site));

    expect([first, second]).toEqual([5, 3]);
  });
});
