import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';
import { createGitHubSite } from '../../../support/github-site';

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

  it('gives the commit statuses alone', async () => {
    const status = '... on Commit { status { state contexts { context state } } }';
    const answer = await site.inRepository(`
      a: object(oid: "${site.shas.two}") { ${status} }
      b: object(oid: "${site.shas.merged}") { ${status} }`);

    expect(answer).toEqual({
      data: {
        repository: {
          a: {
            status: {
              state: 'FAILURE',
              contexts: [{ context: 'ci/jenkins', state: 'FAILURE' }],
            },
          },
          b: { status: null },
        },
      },
    });
  });

  it('keeps the check runs of a private repository from a fine-grained token, one by one', async () => {
    const own = createGitHubSite();
    const sha = own.repository.commit({ message: 'First', files: { 'a.txt': '1' } });
    const repository = {
      path: 'acme/payments-api',
      git: own.repository.gitFolder,
      checks: own.write('own.json', {
        [sha]: [
          { name: 'build', conclusion: 'success' },
          { context: 'ci/jenkins', state: 'success' },
        ],
      }),
      isPrivate: true,
    };
    const ask = own.start({ isFineGrained: true, repositories: [repository] });
    const query = `{ repository(owner: "acme", name: "payments-api") { object(oid: "${sha}") {
      ... on Commit { statusCheckRollup { state contexts(first: 9) { nodes { __typename } } } } } } }`;

    const reply = await ask('/graphql', { method: 'POST', body: JSON.stringify({ query }) });
    const answer: unknown = await reply.json();
    own.remove();

    const rollup = {
      state: 'SUCCESS',
      contexts: { nodes: [null, { __typename: 'StatusContext' }] },
    };
    expect(reply.status).toBe(200);
    expect(answer).toMatchObject({
      data: { repository: { object: { statusCheckRollup: rollup } } },
      errors: [
        {
          type: 'FORBIDDEN',
          path: ['repository', 'object', 'statusCheckRollup', 'contexts', 'nodes', 0],
          extensions: { saml_failure: false },
          message: 'Resource not accessible by personal access token',
        },
      ],
    });
  });
});
