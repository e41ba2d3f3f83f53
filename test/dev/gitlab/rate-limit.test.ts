import { createGitLabSite, SHOP } from '../../support/gitlab-site';
import type { GitLabSite } from '../../support/gitlab-site';

const START = Date.parse('2026-05-04T09:00:20Z');

describe('limits and validators of the GitLab stand-in', () => {
  let site: GitLabSite;
  let now = START;
  const clock = (): Date => new Date(now);
  const remaining = (reply: Response): string | null => reply.headers.get('ratelimit-remaining');
  beforeEach(() => {
    now = START;
    site = createGitLabSite();
    site.repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' } });
  });
  afterEach(() => {
    site.remove();
  });

  it('counts requests down, refuses at nothing, and starts again with the next minute', async () => {
    const ask = site.start({ rateLimit: 2, clock });

    const first = await ask(SHOP);
    const second = await ask(`${SHOP}/merge_requests/9`);
    const refused = await ask(SHOP);
    now += 40_000;
    const later = await ask(SHOP);

    expect([first, second, refused, later].map(({ status }) => status)).toEqual([
      200, 404, 429, 200,
    ]);
    expect([first, second, refused, later].map(remaining)).toEqual(['1', '0', '0', '1']);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-name': 'throttle_authenticated_api',
      'ratelimit-observed': '3',
      'ratelimit-reset': String(Date.parse('2026-05-04T09:01:00Z') / 1000),
      'ratelimit-resettime': 'Mon, 04 May 2026 09:01:00 GMT',
      'retry-after': '40',
      'content-type': 'text/plain',
    });
    expect(await refused.text()).toBe('Retry later\n');
  });

  it('allows 2,000 a minute on gitlab.com', async () => {
    const reply = await site.start()(SHOP);

    expect(reply.headers.get('ratelimit-limit')).toBe('2000');
  });

  it('answers 304 until something changes, and counts it', async () => {
    const ask = site.start({ rateLimit: 10 });
    const branches = `${SHOP}/repository/branches`;

    const first = await ask(branches);
    const etag = first.headers.get('etag') ?? '';
    const same = await ask(branches, { headers: { 'if-none-match': etag } });
    site.repository.commit({ message: 'Second', files: { 'b.txt': 'b\n' } });
    const changed = await ask(branches, { headers: { 'if-none-match': etag } });

    expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
    expect([first, same, changed].map(remaining)).toEqual(['9', '8', '7']);
    expect(changed.status).toBe(200);
  });
});
