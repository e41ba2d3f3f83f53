import { Deployments, Environments } from '@gitbeaker/rest';

import type { Deployment } from '../../domain/deployment';
import type { Conditional, Page } from '../../ports/code-host';
import { compare, toHeaders } from '../validator';
import { nextPage, pageOf } from './address';
import type { GitLabClient } from './client';
import { statedTier } from './environment-tier';
import { toDeployment } from './map';
import { GitLabDeploymentProbe, GitLabDeployments, GitLabEnvironments } from './schema';

const MAX_ENVIRONMENT_PAGES = 5;

/**
 * Whether any deployment changed: each new state moves its `updated_at`, however old it is.
 *
 * Source: GET /projects/:id/deployments, https://docs.gitlab.com/api/deployments/#list-project-deployments
 * Limits: does not see that one was deleted. `count` stops at 10,000: GitLab counts no further.
 */
export async function probeDeployments(
  client: GitLabClient,
  path: string,
  validator: string | null,
): Promise<Conditional<{ count: number }>> {
  const answer = await client.getUnless(304, {
    call: (settings) =>
      new Deployments(settings).all(path, {
        orderBy: 'updated_at',
        sort: 'desc',
        perPage: 1,
        page: 1,
      }),
    schema: GitLabDeploymentProbe,
    about: { what: 'the deployments', path },
    headers: toHeaders(validator),
  });
  if (answer === null) return { status: 'unchanged' };
  const { value: newest, headers } = answer;
  const value = { count: newest.length === 0 ? 0 : Number(headers['x-total'] ?? 10_000) };
  return compare(validator, newest, { value, headers });
}

/**
 * Deployments, the newest first. GitLab tells the state of now, and when the job began and ended.
 *
 * Source: GET /projects/:id/deployments, https://docs.gitlab.com/api/deployments/#list-project-deployments;
 *         GET /projects/:id/environments for tiers, https://docs.gitlab.com/api/environments/#list-environments
 * Limits: 100 a page, and for each page 1 call more for each 100 environments, up to five, until
 *         those of the page are found. `tier` is `null` unless somebody set it.
 * Units:  instants are ISO 8601, UTC.
 * Errors: `unexpected-answer` when a deployment names an environment and GitLab lists none.
 */
export async function listDeployments(
  client: GitLabClient,
  path: string,
  cursor: string | null,
): Promise<Page<Deployment>> {
  const { value, headers } = await client.get({
    call: (settings) =>
      new Deployments(settings).all(path, { orderBy: 'id', sort: 'desc', ...pageOf(cursor) }),
    schema: GitLabDeployments,
    about: { what: 'the deployments', path },
  });
  const names = new Set(value.flatMap(({ environment }) => environment?.name ?? []));
  const tiers = await readTiers(client, path, names);
  const tierOf = (name: string): Deployment['tier'] => tiers.get(name) ?? null;
  return { items: value.map((one) => toDeployment(one, tierOf)), next: nextPage(headers) };
}

type Tiers = Map<string, Deployment['tier']>;

/** Tiers of these environments; one that was deleted has none. */
async function readTiers(
  client: GitLabClient,
  path: string,
  names: ReadonlySet<string>,
): Promise<Tiers> {
  const about = { what: 'the environments', path };
  const tiers: Tiers = new Map();
  let cursor: string | null = null;
  for (let count = 0; count < MAX_ENVIRONMENT_PAGES && tiers.size < names.size; count += 1) {
    const page = pageOf(cursor);
    const { value, headers } = await client.get({
      call: (settings) => new Environments(settings).all(path, page),
      schema: GitLabEnvironments,
      about,
    });
    if (value.length === 0) throw client.unexpected(about);
    const wanted = value.filter(({ name }) => names.has(name));
    wanted.forEach(({ name, tier }) => tiers.set(name, statedTier(name, tier)));
    cursor = nextPage(headers);
    if (cursor === null) break;
  }
  return tiers;
}
