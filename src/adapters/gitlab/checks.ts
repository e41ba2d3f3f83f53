import { Commits } from '@gitbeaker/rest';

import type { Check } from '../../domain/check';
import type { CodeHost } from '../../ports/code-host';
import { inTurns } from '../in-turns';
import { nextPage, pageOf } from './address';
import type { GitLabClient } from './client';
import { CHECKS_COMPLEXITY, inQueries } from './complexity';
import { toChecks, toStatus } from './map';
import { aliasAt, pipelinesQuery, toVariables } from './queries';
import type { Headers } from './rate-limit';
import { GitLabPipelines, GitLabStatuses, type GitLabCommitPipelines } from './schema';

/**
 * Reads jobs and outside statuses of commits, of each name the newest. `[]` for a commit without checks; a
 * sha that names no commit here is absent.
 *
 * Source: GraphQL `Project.pipelines`, https://docs.gitlab.com/api/graphql/reference/#projectpipelines;
 *         GET /projects/:id/repository/commits/:sha/statuses, https://docs.gitlab.com/api/commits/#list-commit-statuses
 * Limits: a call for each eight commits, five at a time; one more for a commit with over 5 pipelines or over 40
 *         jobs in one. A GitLab of before 17.10 does not know the question, and where GraphQL shows no
 *         project or no statuses REST says why: one call for each commit. By REST 100 a commit; what goes
 *         beyond stands as one check of unknown state. No call for no sha.
 * Units:  `at` is ISO 8601, UTC, to the second: the end, else the start.
 * Errors: `forbidden` when the connection may not read statuses.
 */
export function createChecksReader(client: GitLabClient, baseUrl: string): CodeHost['listChecks'] {
  const { origin } = new URL(baseUrl);
  return async (path, shas) => {
    const queries = inQueries(shas, () => CHECKS_COMPLEXITY);
    const answers = await inTurns(queries, (some) => readPipelines(client, { path, origin }, some));
    const told = new Map(answers.flatMap((some) => [...some]));
    const unclear = shas.filter((sha) => !told.has(sha));
    const listed = await inTurns(unclear, (sha) => readStatuses(client, path, sha));
    unclear.forEach((sha, at) => told.set(sha, listed[at] ?? null));
    const checks = shas.flatMap((sha): [string, Check[]][] => {
      const found = told.get(sha);
      return found ? [[sha, found]] : [];
    });
    return { checks: new Map(checks), withheld: null };
  };
}

/** `null`: there is no such commit. */
type Told = Map<string, Check[] | null>;

/** What GraphQL tells in full; the other commits are not in it. */
async function readPipelines(
  client: GitLabClient,
  { path, origin }: { path: string; origin: string },
  shas: readonly string[],
): Promise<Told> {
  const answer = await client.query({
    text: pipelinesQuery(shas.length),
    variables: { path, ...toVariables(shas) },
    schema: GitLabPipelines,
    about: { what: 'the checks', path },
  });
  const project = answer?.project;
  const isTold = project?.userPermissions.readCommitStatus === true;
  if (!isTold || project.repository === null) return new Map();
  const { repository, pipelines } = project;
  return new Map(
    shas.flatMap((sha, at): [string, Check[] | null][] => {
      const found = pipelines[aliasAt(at)];
      if (!repository[aliasAt(at)]) return [[sha, null]];
      return found && isWhole(found) ? [[sha, toChecks(statusesOf(found, origin), null)]] : [];
    }),
  );
}

const isWhole = ({ nodes, pageInfo }: GitLabCommitPipelines): boolean =>
  !pageInfo.hasNextPage && nodes.every(({ jobs }) => jobs !== null && !jobs.pageInfo.hasNextPage);

/**
 * Sources of pipelines that say nothing of a commit, and that REST leaves out.
 *
 * Source: `Enums::Ci::Pipeline.dangling_sources` in https://gitlab.com/gitlab-org/gitlab
 */
const DANGLING = new Set([
  ...['webide', 'parent_pipeline', 'ondemand_dast_scan', 'ondemand_dast_validation'],
  ...['security_orchestration_policy', 'container_registry_push', 'duo_workflow'],
  'pipeline_execution_policy_schedule',
]);

const statusesOf = (
  { nodes }: GitLabCommitPipelines,
  origin: string,
): ReturnType<typeof toStatus>[] =>
  nodes
    .filter(({ source }) => source === null || !DANGLING.has(source))
    .flatMap(({ jobs }) => jobs?.nodes ?? [])
    .map((job) => toStatus(job, origin));

async function readStatuses(
  client: GitLabClient,
  path: string,
  sha: string,
): Promise<Check[] | null> {
  const answer = await client.getUnless(404, {
    call: (settings) => new Commits(settings).allStatuses(path, sha, FIRST_PAGE),
    schema: GitLabStatuses,
    about: { what: 'the checks', path },
  });
  return answer && toChecks(answer.value, cutOf(answer.headers));
}

/** Gitbeaker's types leave paging out here; without it Gitbeaker would read every page, 20 a call. */
const FIRST_PAGE = pageOf(null) as Parameters<Commits['allStatuses']>[2];

/** How what the first page does not hold is called; `null` when it holds all. */
function cutOf(headers: Headers): string | null {
  if (nextPage(headers) === null) return null;
  const total = headers['x-total'];
  return total === undefined ? '…and more' : `…and ${Number(total) - 100} more`;
}
