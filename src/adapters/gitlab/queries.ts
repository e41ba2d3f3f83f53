import { MOST_JOBS, MOST_PIPELINES } from './complexity';

/** GraphQL for what REST would need one call per commit for. Field by field the same as `schema.ts`. */

/** Name of the answer about the thing at `index` of those asked for. */
export const aliasAt = (index: number): string => `answer${index}`;

/** The variables that an aliased query takes, one for each thing asked for. */
export const toVariables = <T>(things: readonly T[]): Record<string, T> =>
  Object.fromEntries(things.map((thing, index) => [`ask${index}`, thing]));

function aliasedQuery(count: number, types: string, ask: (index: number) => string): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => types.replaceAll('#', String(index)));
  return `query Aliased($path: ID!, ${variables.join(', ')}) {
  project(fullPath: $path) {
    repository {
      ${indexes.map((index) => `${aliasAt(index)}: ${ask(index)}`).join('\n      ')}
    }
  }
}`;
}

/** Asks for the diffs of `count` commits at once; GitLab gives those of ten. */
export const diffsQuery = (count: number): string =>
  aliasedQuery(
    count,
    '$ask#: String!',
    (index) =>
      `commit(ref: $ask${index}) { diffs { oldPath newPath aMode bMode newFile renamedFile deletedFile diff } }`,
  );

/** Asks for files of `count` commits at once. */
export const blobsQuery = (count: number): string =>
  aliasedQuery(
    count,
    '$ask#: String!, $paths#: [String!]!',
    (index) => `blobs(ref: $ask${index}, paths: $paths${index}) { nodes { path oid mode } }`,
  );

/** Asks for texts of files of `count` commits at once. */
export const textsQuery = (count: number): string =>
  aliasedQuery(
    count,
    '$ask#: String!, $paths#: [String!]!',
    (index) => `blobs(ref: $ask${index}, paths: $paths${index}) { nodes { oid rawTextBlob } }`,
  );

/** Asks which of `count` commits are there. */
export const commitsQuery = (count: number): string =>
  aliasedQuery(count, '$ask#: String!', (index) => `commit(ref: $ask${index}) { sha }`);

/** Asks which range of commits merge requests hold, at most 100. */
export const MERGED_RANGES_QUERY = `query Merged($path: ID!, $iids: [String!]) {
  project(fullPath: $path) {
    mergeRequests(iids: $iids) { nodes { iid diffRefs { startSha headSha } } }
  }
}`;

/** Asks for the newest pipelines of `count` commits with their jobs, and which of the commits are there. */
export function pipelinesQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const each = (line: (index: number) => string): string => indexes.map(line).join('\n    ');
  return `query Checks($path: ID!, ${indexes.map((index) => `$ask${index}: String!`).join(', ')}) {
  project(fullPath: $path) {
    userPermissions { readCommitStatus }
    repository { ${each((index) => `${aliasAt(index)}: commit(ref: $ask${index}) { sha }`)} }
    ${each((index) => `${aliasAt(index)}: pipelines(sha: $ask${index}, first: ${MOST_PIPELINES}) { ...Checked }`)}
  }
}
fragment Checked on PipelineConnection {
  nodes {
    source
    jobs(first: ${MOST_JOBS}, retried: false) {
      nodes {
        id name status allowFailure createdAt startedAt finishedAt
        detailedStatus { detailsPath }
      }
      pageInfo { hasNextPage }
    }
  }
  pageInfo { hasNextPage }
}`;
}
