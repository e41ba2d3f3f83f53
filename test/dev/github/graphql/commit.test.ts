import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';

describe('checks of commits by GraphQL', () => {
  let site: QuerySite;
  beforeAll(() => {
    site = createQuerySite();
  });
  afterAll(() => {
    site.remove();
  });

  it('rolls up the checks of several commits at once, the last of each name', async () => {
    const rollup = `... on Commit { oid statusCheckRollup { state contexts(first: 100) { totalCount nodes { __typename
      ... on CheckRun { name status conclusion detailsUrl }
      ... on StatusContext { context state targetUrl } } } } }`;
    const answer = await site.inRepository(`
      a: object(oid: "${site.shas.merged}") { ${rollup} }
      b: object(oid: "${site.shas.two}") { ${rollup} }
      c: object(oid: "${site.shas.first}") { ${rollup} }
      d: object(oid: "${'1'.repeat(40)}") { ${rollup} }`);

    expect(answer).toMatchObject({
      data: {
        repository: {
          a: {
            statusCheckRollup: {
              state: 'PENDING',
              contexts: {
                totalCount: 2,
                nodes: [
                  {
                    __typename: 'CheckRun',
                    name: 'build',
                    conclusion: 'SUCCESS',
                    detailsUrl: 'https://ci.acme.example/2',
                  },
                  { __typename: 'CheckRun', name: 'e2e', status: 'IN_PROGRESS', conclusion: null },
                ],
              },
            },
          },
          b: {
            statusCheckRollup: {
              state: 'FAILURE',
              contexts: {
                nodes: [
                  { name: 'build', status: 'COMPLETED' },
                  { __typename: 'StatusContext', context: 'ci/jenkins', state: 'FAILURE' },
                ],
              },
            },
          },
          c: { oid: site.shas.first, statusCheckRollup: null },
          d: null,
        },
      },
    });
  });
});
