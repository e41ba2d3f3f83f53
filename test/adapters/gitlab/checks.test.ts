import type { Answer } from '../../contracts/counting-fetch';
import { countingFetch } from '../../contracts/counting-fetch';
import { failureOf } from '../../support/failure-of';
import { createGitLabSite, GITLAB_TOKEN, type GitLabSite } from '../../support/gitlab-site';
import { createGitLab } from '../../../src/adapters/gitlab/gitlab';
import type { CodeHost } from '../../../src/ports/code-host';

const BASE = 'https://git.acme.com/gitlab';
const PATH = 'acme/web/shop';
const job = (id: number, name: string, more: object = {}): object => ({
  id,
  name,
  status: 'success',
  created_at: '2026-01-05T10:00:00.250Z',
  ...more,
});

describe('checks of GitLab', () => {
  let site: GitLabSite;
  let answer: Answer;
  let shas: string[];

  beforeAll(() => {
    site = createGitLabSite();
    shas = Array.from({ length: 9 }, (_, at) => site.repository.commit({ message: `PAY-1 ${at}` }));
    const ask = site.start({ host: BASE, tokens: [{ token: 'guest', guestOf: [PATH] }] });
    answer = async (request) =>
      ask(request.url, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        ...(request.method === 'POST' && { body: await request.text() }),
      });
    site.write('pipelines.json', pipelines(shas));
  });
  afterAll(() => {
    site.remove();
  });

  /** What GitLab does not tell by GraphQL: an older one. */
  const withoutGraphQL: Answer = (request) =>
    request.url.endsWith('/graphql')
      ? Promise.resolve(Response.json({ errors: [{ message: "Field 'commit' doesn't exist" }] }))
      : answer(request);

  function connect(over: Answer, token = GITLAB_TOKEN): { host: CodeHost; calls(): number } {
    const { fetch, calls } = countingFetch((request) => {
      const headers = new Headers(request.headers);
      headers.set('private-token', token);
      return over(new Request(request, { headers }));
    });
    return { host: createGitLab({ fetch, baseUrl: BASE, token, retryBaseMs: 1 }), calls };
  }

  it('are the same by GraphQL as by REST, in fewer calls', async () => {
    const [graphql, rest] = [connect(answer), connect(withoutGraphQL)];

    const [told, listed] = [
      await graphql.host.listChecks(PATH, shas),
      await rest.host.listChecks(PATH, shas),
    ];

    expect([...told.checks]).toEqual([...listed.checks]);
    expect(told.checks.get(shas[0] ?? '')).toEqual([
      {
        name: 'build',
        state: 'failed',
        url: `${BASE}/${PATH}/-/jobs/11`,
        at: '2026-01-05T10:05:00Z',
      },
      {
        name: 'lint',
        state: 'skipped',
        url: `${BASE}/${PATH}/-/jobs/12`,
        at: '2026-01-05T10:00:00Z',
      },
      { name: 'scan', state: 'pending', url: 'https://scan.example/1', at: '2026-01-05T10:00:00Z' },
    ]);
    expect([graphql.calls(), rest.calls()]).toEqual([2 + 2, 2 + 9]);
  });

  it('of a commit with too many pipelines or jobs come from REST', async () => {
    const { host, calls } = connect(answer);
    const [, many = '', long = ''] = shas;

    const { checks } = await host.listChecks(PATH, [many, long]);

    expect([checks.get(many)?.length, checks.get(long)?.length]).toEqual([6, 41]);
    expect(calls()).toBe(1 + 2);
  });

  it('are refused to whom GitLab shows none, and are not taken for none', async () => {
    const { host } = connect(answer, 'guest');

    const { failure } = await failureOf(host.listChecks(PATH, shas.slice(0, 1)));

    expect(failure).toEqual({ kind: 'forbidden', sso: false });
  });
});

/** Of nine commits: a plain one, one with six pipelines, one with 41 jobs, and some with none. */
const pipelines = ([plain = '', many = '', long = '']: readonly string[]): object => ({
  [plain]: [
    {
      id: 1,
      status: 'failed',
      jobs: [
        job(11, 'build', { status: 'failed', finished_at: '2026-01-05T10:05:00.750Z' }),
        job(12, 'lint', {
          status: 'failed',
          allow_failure: true,
          finished_at: '2026-01-05T10:00:00Z',
        }),
      ],
    },
    { id: 2, status: 'success', jobs: [job(9, 'build')] },
    {
      id: 3,
      status: 'running',
      source: 'external',
      jobs: [job(13, 'scan', { status: 'running', target_url: 'https://scan.example/1' })],
    },
    { id: 4, status: 'failed', source: 'ondemand_dast_scan', jobs: [job(14, 'dast')] },
    { id: 5, status: 'failed', source: 'parent_pipeline', jobs: [job(15, 'child')] },
  ],
  [many]: [1, 2, 3, 4, 5, 6].map((nth) => ({
    id: 20 + nth,
    status: 'success',
    jobs: [job(200 + nth, `job ${nth}`)],
  })),
  [long]: [
    {
      id: 30,
      status: 'success',
      jobs: Array.from({ length: 41 }, (_, nth) => job(300 + nth, `job ${nth}`)),
    },
  ],
});
