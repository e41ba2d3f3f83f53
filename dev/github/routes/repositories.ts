import { canSee, findMissingSso } from '../actor';
import { addressOf, pageOf } from '../env';
import type { App, Ask } from '../env';
import type { HostedRepository } from '../hosted-repository';
import { Problem, notFound } from '../problem';
import { readRepositoryFacts, toFullRepository, toRepository } from '../shapes/repository';
import type { Json } from '../shapes/user';

/** What the caller sees, by path. Organizations that still want single sign-on are left out and named in a header. */
function listVisible(ask: Ask): HostedRepository[] {
  const { host, actor } = ask.var;
  const granted = host.repositories.filter((repository) => canSee(actor, repository));
  const hidden = granted.filter(({ owner }) => findMissingSso(host, actor, owner) !== null);
  if (hidden.length > 0) {
    const ids = [...new Set(hidden.map(({ owner }) => owner))].join(',');
    ask.header('x-github-sso', `partial-results; organizations=${ids}`);
  }
  return granted
    .filter((repository) => !hidden.includes(repository))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function toList(ask: Ask, repositories: HostedRepository[]): Promise<Json[]> {
  return Promise.all(
    pageOf(ask, repositories).map(async (repository) =>
      toRepository(ask.var.host, repository, await readRepositoryFacts(repository)),
    ),
  );
}

async function listOrganization(ask: Ask): Promise<Response> {
  const { host, actor } = ask.var;
  const owner = ask.req.param('org')?.toLowerCase();
  const isOwn = (repository: HostedRepository): boolean => repository.owner.toLowerCase() === owner;
  if (!host.repositories.some(isOwn)) throw notFound();
  const missing = findMissingSso(host, actor, owner ?? '');
  if (missing !== null) throw ssoProblem(missing);
  return ask.json(await toList(ask, listVisible(ask).filter(isOwn)));
}

async function listInstallation(ask: Ask): Promise<Response> {
  if (ask.var.actor.kind !== 'installation') {
    throw new Problem(
      403,
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  }
  const visible = listVisible(ask);
  return ask.json({
    total_count: visible.length,
    repository_selection: ask.var.actor.app.repositories ? 'selected' : 'all',
    repositories: await toList(ask, visible),
  });
}

export function ssoProblem(url: string): Problem {
  return new Problem(
    403,
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    { headers: { 'x-github-sso': `required; url=${url}` } },
  );
}

/** GitHub's answer for a repository's former name. */
export function movedProblem(ask: Ask, repository: HostedRepository): Problem {
  ask.set('repository', repository);
  const location = addressOf(ask).toString();
  const status = ask.req.method === 'GET' ? 301 : 307;
  const message = status === 301 ? 'Moved Permanently' : 'Temporary Redirect';
  return new Problem(status, message, { headers: { location }, details: { url: location } });
}

export function addRepositoryRoutes(app: App): void {
  app.get('/user/repos', async (ask) => ask.json(await toList(ask, listVisible(ask))));
  app.get('/installation/repositories', listInstallation);
  app.get('/orgs/:org/repos', listOrganization);
  app.get('/repos/:owner/:repo', async (ask) => {
    const { host, repository } = ask.var;
    return ask.json(toFullRepository(host, repository, await readRepositoryFacts(repository)));
  });
}
