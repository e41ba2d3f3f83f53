import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';

describe('pull requests by GraphQL', () => {
  let site: QuerySite;
  beforeAll(() => {
    site = createQuerySite();
  });
  afterAll(() => {
    site.remove();
  });

  it('tells a pull request with its reviews and commits', async () => {
    const answer =
      await site.inRepository(`pullRequests(first: 1, states: [MERGED]) { totalCount nodes {
      number title body url state isDraft author { login } headRefName headRefOid baseRefName mergeCommit { oid }
      createdAt updatedAt mergedAt
      reviews(first: 10, states: [APPROVED]) { totalCount nodes { author { login } state submittedAt commit { oid } } }
      commits(first: 10) { totalCount nodes { commit {
        oid message author { name date user { login } } authoredDate committedDate parents(first: 2) { nodes { oid } }
      } } }
    } }`);

    expect(answer).toEqual({
      data: {
        repository: {
          pullRequests: {
            totalCount: 1,
            nodes: [
              {
                number: 1,
                title: 'PAY-2 One and two',
                body: 'Text',
                url: 'https://github.com/acme/payments-api/pull/1',
                state: 'MERGED',
                isDraft: false,
                author: { login: 'bo' },
                headRefName: 'feature/PAY-2',
                headRefOid: site.shas.two,
                baseRefName: 'main',
                mergeCommit: { oid: site.shas.merged },
                createdAt: '2026-01-05T10:00:00Z',
                updatedAt: '2026-01-05T12:00:00Z',
                mergedAt: '2026-01-05T12:00:00Z',
                reviews: {
                  totalCount: 1,
                  nodes: [
                    {
                      author: { login: 'ana' },
                      state: 'APPROVED',
                      submittedAt: '2026-01-05T11:00:00Z',
                      commit: { oid: site.shas.two },
                    },
                  ],
                },
                commits: {
                  totalCount: 2,
                  nodes: [
                    {
                      commit: {
                        oid: site.shas.one,
                        message: 'PAY-2 One',
                        author: { name: 'Ana Lima', date: '2026-01-05T09:01:00Z', user: null },
                        authoredDate: '2026-01-05T09:01:00Z',
                        committedDate: '2026-01-05T09:01:00Z',
                        parents: { nodes: [{ oid: site.shas.first }] },
                      },
                    },
                    {
                      commit: {
                        oid: site.shas.two,
                        message: 'PAY-2 Two\n\nBody',
                        author: {
                          name: 'Bo Chen',
                          date: '2026-01-05T09:02:00Z',
                          user: { login: 'bo' },
                        },
                        authoredDate: '2026-01-05T09:02:00Z',
                        committedDate: '2026-01-05T09:02:00Z',
                        parents: { nodes: [{ oid: site.shas.one }] },
                      },
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    });
  });

  it('pages pull requests by their last update', async () => {
    const text = `query ($after: String) { repository(owner: "acme", name: "payments-api") {
      pullRequests(first: 2, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
        nodes { number state isDraft author { login } } pageInfo { hasNextPage endCursor }
      } } }`;
    type Pulls = {
      repository: {
        pullRequests: { nodes: unknown; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };

    const first = (await site.query(text)).data as Pulls;
    const { endCursor } = first.repository.pullRequests.pageInfo;
    const second = (await site.query(text, { after: endCursor })).data as Pulls;

    expect(first.repository.pullRequests).toMatchObject({
      nodes: [
        { number: 2, state: 'OPEN', isDraft: true, author: { login: 'dependabot' } },
        { number: 1, state: 'MERGED', isDraft: false, author: { login: 'bo' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    expect(second.repository.pullRequests).toMatchObject({
      nodes: [{ number: 3, state: 'CLOSED' }],
      pageInfo: { hasNextPage: false },
    });
  });
});
