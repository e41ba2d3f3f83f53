import { createQuerySite } from '../../../support/query-site';
import type { QuerySite } from '../../../support/query-site';

describe('a repository by GraphQL', () => {
  let site: QuerySite;
  beforeAll(() => {
    site = createQuerySite();
  });
  afterAll(() => {
    site.remove();
  });

  it('tells the repository', async () => {
    const answer = await site.inRepository(
      'nameWithOwner url isArchived isPrivate defaultBranchRef { name prefix target { oid } }',
    );

    expect(answer).toEqual({
      data: {
        repository: {
          nameWithOwner: 'acme/payments-api',
          url: 'https://github.com/acme/payments-api',
          isArchived: false,
          isPrivate: true,
          defaultBranchRef: {
            name: 'main',
            prefix: 'refs/heads/',
            target: { oid: site.shas.merged },
          },
        },
      },
    });
  });

  it('tells refs, an annotated tag as an object of its own', async () => {
    const answer = await site.inRepository(`
      ref(qualifiedName: "refs/tags/v1") { name target { __typename ... on Tag { target { oid } } } }
      none: ref(qualifiedName: "refs/heads/none") { name }
      refs(refPrefix: "refs/heads/", first: 10) { totalCount nodes { name } }`);

    expect(answer).toEqual({
      data: {
        repository: {
          ref: { name: 'v1', target: { __typename: 'Tag', target: { oid: site.shas.merged } } },
          none: null,
          refs: {
            totalCount: 3,
            nodes: [{ name: 'feature/PAY-2' }, { name: 'main' }, { name: 'open' }],
          },
        },
      },
    });
  });

  it('answers NOT_FOUND for a repository that is not there', async () => {
    const answer = await site.query('{ repository(owner: "acme", name: "none") { id } }');

    expect(answer).toEqual({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          locations: [{ line: 1, column: 3 }],
          message: "Could not resolve to a Repository with the name 'acme/none'.",
        },
      ],
    });
  });
});
