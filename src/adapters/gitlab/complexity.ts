/**
 * What GitLab reckons a GraphQL query to be, by which it refuses one of over 250. A field counts 1,
 * and 1 more when it asks Gitaly; a list adds 1 % of itself for each thing of a page.
 *
 * Source: https://docs.gitlab.com/api/graphql/#limits;
 *         `Types::BaseField`, `Resolvers::BlobsResolver`, `ResolvesPipelines` in https://gitlab.com/gitlab-org/gitlab
 */
const MOST_COMPLEX = 250;

/** The project, its repository and what we may do there, and room for a field that a later GitLab counts higher. */
const AROUND = 8;

/** `blobs(paths:) { nodes { path oid mode } }`: its fields and one for each path, twice for a page of 100. */
export const blobsComplexity = (paths: number): number => 2 * (4 + 2 + paths);

/** Of what the checks of one commit take. */
export const MOST_PIPELINES = 5;
export const MOST_JOBS = 40;

const JOBS = Math.trunc((12 + 1) * (1 + MOST_JOBS / 100));

/**
 * `pipelines(sha:) { nodes { source jobs { … } } pageInfo { … } }`, of 12 fields below `jobs`, and
 * `commit(ref:) { sha }`; a sha counts 2.
 */
export const CHECKS_COMPLEXITY = Math.trunc((4 + JOBS + 1 + 2) * (1 + MOST_PIPELINES / 100)) + 3;

/** Things in as many queries as it takes, in order, each as full as GitLab lets it be. */
export function inQueries<T>(things: readonly T[], complexityOf: (thing: T) => number): T[][] {
  const queries: T[][] = [];
  let left = 0;
  for (const thing of things) {
    const complexity = complexityOf(thing);
    const isFull = complexity > left;
    if (isFull) left = MOST_COMPLEX - AROUND;
    left -= complexity;
    const [last] = isFull ? [] : queries.slice(-1);
    if (last) last.push(thing);
    else queries.push([thing]);
  }
  return queries;
}
