import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';

describe('deployments by GraphQL', () => {
  let site: QuerySite;
  beforeAll(() => {
    site = createQuerySite();
  });
  afterAll(() => {
    site.remove();
  });

  it('tells deployments, newest first, with their statuses', async () => {
    const answer =
      await site.inRepository(`deployments(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) { nodes {
      databaseId environment originalEnvironment commitOid ref { name } state createdAt updatedAt
      latestStatus { state } statuses(first: 5) { nodes { state createdAt logUrl environmentUrl } }
    } }`);

    expect(answer).toEqual({
      data: {
        repository: {
          deployments: {
            nodes: [
              {
                databaseId: 2,
                environment: 'production',
                originalEnvironment: 'production',
                commitOid: site.shas.merged,
                ref: { name: 'main' },
                state: 'ACTIVE',
                createdAt: '2026-02-02T10:00:00Z',
                updatedAt: '2026-02-02T10:05:00Z',
                latestStatus: { state: 'SUCCESS' },
                statuses: {
                  nodes: [
                    {
                      state: 'SUCCESS',
                      createdAt: '2026-02-02T10:05:00Z',
                      logUrl: null,
                      environmentUrl: 'https://pay.acme.example',
                    },
                    {
                      state: 'IN_PROGRESS',
                      createdAt: '2026-02-02T10:01:00Z',
                      logUrl: null,
                      environmentUrl: null,
                    },
                  ],
                },
              },
              {
                databaseId: 1,
                environment: 'qa',
                originalEnvironment: 'qa',
                commitOid: site.shas.first,
                ref: null,
                state: 'PENDING',
                createdAt: '2026-02-01T10:00:00Z',
                updatedAt: '2026-02-01T10:00:00Z',
                latestStatus: null,
                statuses: { nodes: [] },
              },
            ],
          },
        },
      },
    });
  });
});
