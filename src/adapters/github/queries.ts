/** GraphQL for what REST would need one call per item for. Field by field the same as `schema.ts`. */

export const VIEWER = 'query Viewer { viewer { login } }';

/**
 * The node limit is 500,000 a query; this one stays below 260,000.
 *
 * Source: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export const PULL_REQUESTS = `query PullRequests($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url state isDraft
        author { login }
        headRefName headRefOid baseRefName
        mergeCommit { oid }
        createdAt updatedAt mergedAt
        reviews(first: 50, states: [APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED]) {
          totalCount
          nodes { author { login } state submittedAt commit { oid } }
        }
        commits(first: 50) {
          totalCount
          nodes {
            commit {
              oid message authoredDate committedDate
              author { name }
              tree { oid }
              parents(first: 100) { nodes { oid } }
            }
          }
        }
      }
    }
  }
}`;

export const DEPLOYMENTS = `query Deployments($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    deployments(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id commitOid environment originalEnvironment state createdAt updatedAt
        ref { name }
        latestStatus { ...Status }
        statuses(first: 20) { nodes { ...Status } }
      }
    }
  }
}
fragment Status on DeploymentStatus { state createdAt environmentUrl logUrl }`;

/** Name of the answer about the thing at `index` of those asked for. */
export const aliasAt = (index: number): string => `answer${index}`;

/** The variables that an aliased query takes, one for each thing asked for. */
export const toVariables = (things: readonly string[]): Record<string, string> =>
  Object.fromEntries(things.map((thing, index) => [variableAt(index), thing]));

const variableAt = (index: number): string => `ask${index}`;

/** One query for `count` things of a repository: one alias and one variable for each. */
function aliasedQuery(count: number, type: string, ask: (variable: string) => string): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `, $${variableAt(index)}: ${type}!`);
  const asks = indexes.map((index) => `${aliasAt(index)}: ${ask(`$${variableAt(index)}`)}`);
  return `query Aliased($owner: String!, $name: String!${variables.join('')}) {
  repository(owner: $owner, name: $name) {
    ${asks.join('\n    ')}
  }
}`;
}

/** Asks for the heads of `count` branches at once, by their full ref names. */
export const headsQuery = (count: number): string =>
  aliasedQuery(count, 'String', (name) => `ref(qualifiedName: ${name}) { target { oid } }`);

/** Asks for the check runs and commit statuses of `count` commits at once. */
export const rollupsQuery = (count: number): string =>
  `${aliasedQuery(count, 'GitObjectID', (sha) => `object(oid: ${sha}) { ...Checked }`)}
fragment Checked on GitObject {
  __typename
  ... on Commit {
    statusCheckRollup {
      contexts(first: 100) {
        totalCount
        nodes {
          __typename
          ... on CheckRun { name status conclusion detailsUrl startedAt completedAt }
          ... on StatusContext { context state targetUrl createdAt }
        }
      }
    }
  }
}`;

/** Asks for the commit statuses alone, which need no permission for checks. */
export const statusesQuery = (count: number): string =>
  `${aliasedQuery(count, 'GitObjectID', (sha) => `object(oid: ${sha}) { ...Statused }`)}
fragment Statused on GitObject {
  __typename
  ... on Commit {
    status { contexts { __typename context state targetUrl createdAt } }
  }
}`;

/** Asks for the entries of `count` folders at once, each as `sha:path`; a commit has none, but is there. */
export const foldersQuery = (count: number): string =>
  `${aliasedQuery(count, 'String', (folder) => `object(expression: ${folder}) { ...Listed }`)}
fragment Listed on GitObject {
  __typename
  ... on Tree { entries { name mode type oid } }
}`;

/** Asks for the texts of `count` blobs at once. */
export const textsQuery = (count: number): string =>
  `${aliasedQuery(count, 'GitObjectID', (blob) => `object(oid: ${blob}) { ...Text }`)}
fragment Text on GitObject {
  __typename
  ... on Blob { text }
}`;
