import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';

describe('GraphQL of the GitHub stand-in', () => {
  let site: QuerySite;
  beforeAll(() => {
    site = createQuerySite();
  });
  afterAll(() => {
    site.remove();
  });

  it('tells the viewer and what a query costs', async () => {
    const answer = await site.query(
      '{ viewer { login } rateLimit { cost limit nodeCount remaining resetAt } }',
    );

    expect(answer.data).toMatchObject({
      viewer: { login: 'convoy-bot' },
      rateLimit: { cost: 1, limit: 5000, nodeCount: 0, resetAt: '2026-05-04T10:00:00Z' },
    });
  });

  it.each([
    [
      'pullRequests { totalCount }',
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate the `pullRequests` connection.',
    ],
    [
      'pullRequests(first: 101) { totalCount }',
      'EXCESSIVE_PAGINATION',
      'Requesting 101 records on the `pullRequests` connection exceeds the `first` limit of 100 records.',
    ],
    [
      'pullRequests(first: 100) { nodes { commits(first: 100) { nodes { commit { parents(first: 100) { totalCount } } } } } }',
      'MAX_NODE_LIMIT_EXCEEDED',
      'This query requests up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.',
    ],
  ])('refuses %s as %s', async (selection, type, message) => {
    const answer = await site.inRepository(selection);

    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ type, message }]);
  });

  it.each([
    ['stargazerCount', 'Repository.stargazerCount is not modelled by this stand-in for GitHub.'],
    ['nonsense', 'Cannot query field "nonsense" on type "Repository".'],
  ])('says that %s cannot be asked', async (selection, message) => {
    const answer = await site.inRepository(selection);

    expect(answer.errors?.[0]).toMatchObject({ message });
  });
});
