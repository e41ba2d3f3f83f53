import { createGitHubSite } from './github-site';
import type { GitHubSite } from './github-site';

export type GraphQLAnswer = { data?: unknown; errors?: Record<string, unknown>[] };

/** `acme/payments-api` with three pull requests, two deployments and some checks, to ask with GraphQL. */
export type QuerySite = {
  shas: { first: string; one: string; two: string; merged: string; open: string };
  query(text: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
  inRepository(selection: string): Promise<GraphQLAnswer>;
  remove: GitHubSite['remove'];
};

export function createQuerySite(): QuerySite {
  const site = createGitHubSite();
  const { repository } = site;
  const first = repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' } });
  const branch = 'feature/PAY-2';
  const one = repository.commit({ message: 'PAY-2 One\n', files: { 'b.txt': 'b\n' }, branch });
  const two = repository.commit({
    message: 'PAY-2 Two\n\nBody\n',
    files: { 'b.txt': 'c\n' },
    branch,
    author: 'Bo Chen <7+bo@users.noreply.github.com>',
  });
  const merged = repository.merge({ from: branch, message: 'Merge pull request #1\n' });
  const open = repository.commit({ message: 'Open', files: { 'c.txt': 'c\n' }, branch: 'open' });
  repository.tag('v1', { at: 'main', message: 'Version 1' });
  const shas = { first, one, two, merged, open };
  const ask = site.start();
  site.write('pulls.json', [
    {
      number: 1,
      title: 'PAY-2 One and two',
      body: 'Text',
      user: { login: 'bo' },
      head: { ref: branch },
      base: { ref: 'main' },
      merge_commit_sha: merged,
      created_at: '2026-01-05T10:00:00Z',
      merged_at: '2026-01-05T12:00:00Z',
      reviews: [
        { user: { login: 'ana' }, state: 'APPROVED', submitted_at: '2026-01-05T11:00:00Z' },
        { user: { login: 'cy' }, state: 'PENDING', submitted_at: '2026-01-05T11:30:00Z' },
      ],
    },
    {
      number: 2,
      title: 'Open',
      user: { login: 'dependabot[bot]' },
      draft: true,
      head: { ref: 'open' },
      created_at: '2026-01-05T09:00:00Z',
      updated_at: '2026-01-06T09:00:00Z',
    },
    {
      number: 3,
      title: 'Given up',
      state: 'closed',
      merged_at: null,
      created_at: '2026-01-04T09:00:00Z',
      closed_at: '2026-01-04T10:00:00Z',
      head: { ref: 'gone', sha: first },
    },
  ]);
  site.write('deployments.json', [
    { id: 1, sha: first, ref: 'gone', environment: 'qa', created_at: '2026-02-01T10:00:00Z' },
    {
      id: 2,
      sha: merged,
      ref: 'main',
      environment: 'production',
      created_at: '2026-02-02T10:00:00Z',
      statuses: [
        { state: 'in_progress', created_at: '2026-02-02T10:01:00Z' },
        {
          state: 'success',
          created_at: '2026-02-02T10:05:00Z',
          environment_url: 'https://pay.acme.example',
        },
      ],
    },
  ]);
  site.write('checks.json', {
    [merged]: [
      { name: 'build', conclusion: 'failure' },
      { name: 'build', conclusion: 'success', details_url: 'https://ci.acme.example/2' },
      { name: 'e2e', status: 'in_progress' },
    ],
    [two]: [
      { name: 'build', conclusion: 'success' },
      { context: 'ci/jenkins', state: 'failure', target_url: 'https://ci.acme.example/1' },
    ],
  });

  const query: QuerySite['query'] = async (text, variables = {}) => {
    const body = JSON.stringify({ query: text, variables });
    const reply = await ask('/graphql', { method: 'POST', body });
    return (await reply.json()) as GraphQLAnswer;
  };
  return {
    shas,
    query,
    inRepository: (selection) =>
      query(`{ repository(owner: "acme", name: "payments-api") { ${selection} } }`),
    remove: site.remove,
  };
}
