import { createGitHubSite } from '../../support/github-site';
import type { GitHubSite } from '../../support/github-site';

const REPO = '/repos/acme/payments-api';
const START = Date.parse('2026-05-04T09:00:00Z');

describe('limits and validators of the GitHub stand-in', () => {
  let site: GitHubSite;
  let now: number;
  const clock = (): Date => new Date(now);
  const remaining = (reply: Response): string | null => reply.headers.get('x-ratelimit-remaining');
  beforeEach(() => {
    now = START;
    site = createGitHubSite();
    site.repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' } });
  });
  afterEach(() => {
    site.remove();
  });

  it('counts requests down, refuses at nothing, and starts again after an hour', async () => {
    const ask = site.start({ rateLimit: 2, clock });

    const first = await ask(REPO);
    const second = await ask(`${REPO}/commits/none`);
    const refused = await ask(REPO);
    now += 3_600_000;
    const later = await ask(REPO);

    expect([first, second, refused, later].map((reply) => reply.status)).toEqual([
      200, 422, 403, 200,
    ]);
    expect([first, second, refused, later].map(remaining)).toEqual(['1', '0', '0', '1']);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'x-ratelimit-limit': '2',
      'x-ratelimit-used': '2',
      'x-ratelimit-reset': String(START / 1000 + 3600),
      'x-ratelimit-resource': 'core',
      date: 'Mon, 04 May 2026 09:00:00 GMT',
    });
    expect(await refused.json()).toMatchObject({
      message: 'API rate limit exceeded for user ID 1.',
    });
  });

  it('answers 304 for nothing, until something changes', async () => {
    const ask = site.start({ rateLimit: 10 });

    const first = await ask(`${REPO}/branches`);
    const etag = first.headers.get('etag') ?? '';
    const same = await ask(`${REPO}/branches`, { headers: { 'if-none-match': etag } });
    site.repository.commit({ message: 'Second', files: { 'b.txt': 'b\n' } });
    const changed = await ask(`${REPO}/branches`, { headers: { 'if-none-match': etag } });

    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
    expect([first, same, changed].map(remaining)).toEqual(['9', '9', '8']);
    expect(changed.status).toBe(200);
  });

  it('tells the limits without counting', async () => {
    const ask = site.start({ rateLimit: 1 });
    await ask(REPO);

    const reply = await ask('/rate_limit');

    expect(await reply.json()).toMatchObject({
      rate: { limit: 1, used: 1, remaining: 0 },
      resources: { graphql: { limit: 1, used: 0, remaining: 1 } },
    });
  });

  it('counts GraphQL by points of its own, and answers a spent hour with 200', async () => {
    const ask = site.start({ rateLimit: 1 });
    const init = { method: 'POST', body: JSON.stringify({ query: '{ viewer { login } }' }) };

    const first = await ask('/graphql', init);
    const second = await ask('/graphql', init);
    const rest = await ask(REPO);

    expect([remaining(first), first.headers.get('x-ratelimit-resource')]).toEqual(['0', 'graphql']);
    expect(second.status).toBe(200);
    expect(await second.json()).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
    expect(rest.status).toBe(200);
  });

  it('slows down bursts with retry-after', async () => {
    const ask = site.start({ secondaryLimit: { requestsPerMinute: 1 }, clock });

    await ask(REPO);
    now += 20_000;
    const refused = await ask(REPO);
    now += 40_000;
    const later = await ask(REPO);

    expect([refused.status, refused.headers.get('retry-after'), later.status]).toEqual([
      403,
      '40',
      200,
    ]);
    expect(await refused.json()).toMatchObject({
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    });
  });
});
