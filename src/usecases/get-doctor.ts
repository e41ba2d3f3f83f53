import type {
  ConnectionFacts,
  CutIssue,
  DoctorFacts,
  RepositoryFacts,
} from '../domain/doctor/doctor-facts';
import { examine, notSetUp } from '../domain/doctor/examine';
import type { Finding } from '../domain/doctor/finding';
import type { RepositoryHeader } from '../domain/evidence/repository-header';
import { shardsOf } from '../domain/evidence/status-shard';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';

type DoctorPorts = Pick<Ports, 'asUser' | 'settings' | 'connections' | 'evidence' | 'now'>;

/** Headers that one look reads: a storage read each, of the 4,000 that Forge gives a minute. */
const MAX_HEADERS = 1000;
const HEADERS_AT_ONCE = 25;
/** Issues that may have been cut and are looked at. */
const MAX_ISSUES = 32;

/** What is wrong with a project's settings and evidence, from what is stored; asks no code host. */
export function getDoctor(
  ports: DoctorPorts,
  { projectKey }: { projectKey: string },
): Promise<Outcome<Finding[]>> {
  return asAdministrator(ports, async () => {
    const settings = await ports.settings.findSettings(projectKey);
    return settings ? examine(await gatherFacts(ports, settings)) : notSetUp(projectKey);
  });
}

async function gatherFacts(ports: DoctorPorts, settings: ProjectSettings): Promise<DoctorFacts> {
  const [statuses, headers, connections, repositoriesOfSite] = await Promise.all([
    ports.evidence.readStatuses(shardsOf(settings)),
    readHeaders(ports, settings),
    readConnections(ports),
    countRepositories(ports),
  ]);
  const repositories = settings.repositories.map((repository, index): RepositoryFacts => ({
    repository,
    status: statuses.get(repository.id),
    header: index < MAX_HEADERS ? headers.get(repository.id) : 'not-looked-up',
  }));
  const cutIssues = await findCutIssues(ports, settings, [...headers.values()]);
  return { now: ports.now(), settings, repositories, connections, repositoriesOfSite, cutIssues };
}

async function readHeaders(
  { evidence }: Pick<Ports, 'evidence'>,
  { repositories }: ProjectSettings,
): Promise<Map<RepositoryId, RepositoryHeader>> {
  const ids = repositories.slice(0, MAX_HEADERS).map(({ id }) => id);
  const found: (RepositoryHeader | undefined)[] = [];
  for (let start = 0; start < ids.length; start += HEADERS_AT_ONCE) {
    const batch = ids.slice(start, start + HEADERS_AT_ONCE);
    found.push(...(await Promise.all(batch.map((id) => evidence.findHeader(id)))));
  }
  const headers = found.filter((header) => header !== undefined);
  return new Map(headers.map((header) => [header.repository, header]));
}

async function readConnections({
  connections,
}: Pick<Ports, 'connections'>): Promise<ConnectionFacts[]> {
  const all = await connections.listConnections();
  return Promise.all(all.map(async (one) => toFacts(one, await connections.findSecret(one.id))));
}

/** Of a secret only that it is there. */
const toFacts = (
  { id, provider, baseUrl, owner, auth }: Connection,
  secret: string | undefined,
): ConnectionFacts => ({
  id,
  provider,
  baseUrl,
  owner,
  login: auth.kind,
  hasSecret: secret !== undefined,
});

async function countRepositories({ settings }: Pick<Ports, 'settings'>): Promise<number> {
  const keys = await settings.listConfiguredProjects();
  const all = await Promise.all(keys.map((key) => settings.findSettings(key)));
  return new Set(all.flatMap((project) => project?.repositories.map(({ id }) => id) ?? [])).size;
}

async function findCutIssues(
  { evidence }: Pick<Ports, 'evidence'>,
  { projectKey }: ProjectSettings,
  headers: readonly RepositoryHeader[],
): Promise<CutIssue[]> {
  const largest = headers.flatMap(({ outline }) => outline?.shares[projectKey]?.largest ?? []);
  const keys = [...new Set(largest)].sort().slice(0, MAX_ISSUES);
  if (keys.length === 0) return [];
  const issues = await evidence.findIssues(keys);
  return issues.flatMap(({ issueKey, repositories }) =>
    repositories
      .filter(({ omitted }) => omitted > 0)
      .map(({ repository, omitted }) => ({ issueKey, repository, omitted })),
  );
}
