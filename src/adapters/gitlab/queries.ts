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

/** Asks which of `count` commits are there. */
export const commitsQuery = (count: number): string =>
  aliasedQuery(count, '$ask#: String!', (index) => `commit(ref: $ask${index}) { sha }`);
