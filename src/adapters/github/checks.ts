import type { Check } from '../../domain/check';
import type { CodeHost } from '../../ports/code-host';
import { ProviderError } from '../../ports/provider-error';
import { splitPath } from './address';
import type { GitHubClient } from './client';
import { toChecks } from './map';
import { aliasAt, rollupsQuery, statusesQuery, toVariables } from './queries';
import { GitHubRollups, GitHubStatuses } from './schema';

type Shas = readonly string[];

/**
 * Check runs and commit statuses of up to 100 commits: of each name the newest. `[]` for a commit
 * without checks; a sha that names no commit here is absent. Where check runs are refused, as every
 * fine-grained token is for those of private repositories, the commit statuses alone answer, and
 * `withheld` stands for the check runs.
 *
 * Source: GraphQL `Commit.statusCheckRollup` and `Commit.status`,
 *         https://docs.github.com/graphql/reference/objects#commit;
 *         https://github.com/cli/cli/issues/12597 (what a fine-grained token is told)
 * Limits: one request, two when check runs are refused; a reader remembers for which repositories
 *         they are, and why. 100 checks a commit; what goes beyond stands as one check of unknown state. No
 *         call for no sha.
 * Units:  `at` is ISO 8601, UTC: the end, else the start.
 */
export function createChecksReader(client: GitHubClient): CodeHost['listChecks'] {
  const refused = new Map<string, Check>();
  return async (path, shas) => {
    if (shas.length === 0) return { checks: new Map(), withheld: null };
    const checks = refused.get(path) ?? (await readRollups(client, path, shas));
    if (checks instanceof Map) return { checks, withheld: null };
    const statuses = await readStatuses(client, path, shas);
    refused.set(path, checks);
    return { checks: statuses, withheld: checks };
  };
}

const withheldFor = (why: string): Check => ({
  name: 'check runs',
  state: 'unknown',
  url: null,
  at: null,
  why,
});

/** What stands for them when the connection may not read them. */
async function readRollups(
  client: GitHubClient,
  path: string,
  shas: Shas,
): Promise<Map<string, Check[]> | Check> {
  try {
    const { repository } = await client.query({
      text: rollupsQuery(shas.length),
      variables: { ...splitPath(path), ...toVariables(shas) },
      schema: GitHubRollups,
      about: { what: 'the checks', path },
    });
    return byCommit(repository, shas, (commit) => commit.statusCheckRollup?.contexts);
  } catch (error) {
    if (isRefused(error)) return withheldFor(error.message);
    throw error;
  }
}

const isRefused = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && error.failure.kind === 'forbidden' && !error.failure.sso;

async function readStatuses(
  client: GitHubClient,
  path: string,
  shas: Shas,
): Promise<Map<string, Check[]>> {
  const { repository } = await client.query({
    text: statusesQuery(shas.length),
    variables: { ...splitPath(path), ...toVariables(shas) },
    schema: GitHubStatuses,
    about: { what: 'the commit statuses', path },
  });
  return byCommit(
    repository,
    shas,
    ({ status }) => status && { totalCount: status.contexts.length, nodes: status.contexts },
  );
}

function byCommit<Found extends { __typename: string }>(
  answers: Record<string, Found | null>,
  shas: Shas,
  contextsOf: (commit: Found) => Parameters<typeof toChecks>[0] | null | undefined,
): Map<string, Check[]> {
  return new Map(
    shas.flatMap((sha, index): [string, Check[]][] => {
      const found = answers[aliasAt(index)];
      return found?.__typename === 'Commit'
        ? [[sha, toChecks(contextsOf(found) ?? NO_CHECKS)]]
        : [];
    }),
  );
}

const NO_CHECKS = { totalCount: 0, nodes: [] };
