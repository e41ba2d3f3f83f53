import type { Deployment } from '../../domain/deployment';
import type { RepositoryHeader } from '../../domain/evidence/repository-header';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import {
  environmentsOfLines,
  lineOfEnvironment,
  type EnvironmentsOfLine,
} from '../../domain/lines/environment-line';
import { environmentStatuses } from '../../domain/lines/environments';
import { digestOf } from '../../domain/digest';
import type { Page } from '../../ports/code-host';
import {
  ask,
  contradiction,
  done,
  withReading,
  type Phase,
  type ReadingHeader,
  type Slice,
} from './slice';

/** Pages of 100 deployments that are read at most; older ones are superseded. */
const MAX_PAGES = 5;
/** Deployments that are kept of each environment. */
const KEPT = 30;
/** Names of environments that no line names, kept for the administrator. */
const MAX_UNMAPPED = 50;

/** Deployments and what became of them; only when one of the newest changed. */
export const readDeployments: Phase = async (slice, header) => {
  const probe = await ask(slice, (host) =>
    host.probeDeployments(
      header.path,
      header.deploymentsRead ? header.validators.deployments : null,
    ),
  );
  const followed = followedBy(slice.projects, header.repository);
  const isSameQuestion = header.environmentsFollowed === digestOf(followed);
  if (probe.status === 'unchanged' && isSameQuestion) return done(header);
  const stored = await keptDeployments(slice, header);
  if (probe.status === 'unchanged') return done(withEnvironments(header, stored, followed));
  const listed = probe.value.count === 0 ? [] : await readChanged(slice, header, stored);
  const deployments = newestOfEach([...listed, ...stored]);
  await slice.ports.evidence.saveDeployments(header.repository, deployments);
  const validators = { ...header.reading.validators, deployments: probe.validator };
  const isSame = JSON.stringify(deployments) === JSON.stringify(stored);
  const indexedFrom = isSame ? header.indexedFrom : null;
  const read = { ...header, deploymentsRead: true, indexedFrom };
  const settled = withEnvironments(read, deployments, followed);
  return done(withReading(settled, { validators }));
};

/** Deployments of earlier readings; what is stored counts only once the header says that they were read. */
export async function keptDeployments(
  { ports }: Pick<Slice, 'ports'>,
  { repository, environmentsFollowed }: RepositoryHeader,
): Promise<Deployment[]> {
  return environmentsFollowed === null ? [] : ports.evidence.readDeployments(repository);
}

/** For each project that lists the repository, the environments that its lines name. */
function followedBy(projects: readonly ProjectSettings[], id: string): EnvironmentsOfLine[][] {
  return projects.flatMap((settings) =>
    settings.repositories
      .filter((repository) => repository.id === id)
      .map((repository) => environmentsOfLines(settings, repository)),
  );
}

/** Only environments of lines are followed: a host may have hundreds that live as long as a pull request. */
function withEnvironments(
  header: ReadingHeader,
  deployments: readonly Deployment[],
  followed: readonly EnvironmentsOfLine[][],
): ReadingHeader {
  const isFollowed = (one: Deployment) =>
    followed.some((lines) => lineOfEnvironment(one, lines) !== null);
  const names = new Set(
    deployments.filter((one) => !isFollowed(one)).map(({ environment }) => environment),
  );
  const environmentsFollowed = digestOf(followed);
  const isSame = header.environmentsFollowed === environmentsFollowed;
  return {
    ...header,
    indexedFrom: isSame ? header.indexedFrom : null,
    environments: environmentStatuses(deployments.filter(isFollowed)),
    environmentsFollowed,
    unmappedEnvironments: [...names].sort().slice(0, MAX_UNMAPPED),
  };
}

/** Newest first, until a page holds nothing that is new or changed. No page may be empty: there are some. */
async function readChanged(
  slice: Slice,
  header: ReadingHeader,
  stored: readonly Deployment[],
): Promise<Deployment[]> {
  const before = new Map(stored.map((one) => [one.id, one.updatedAt]));
  const read: Deployment[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const at: string | null = cursor;
    const { items, next }: Page<Deployment> = await ask(slice, (host) =>
      host.listDeployments(header.path, at),
    );
    if (items.length === 0) {
      throw contradiction(header, 'the host lists no deployments where some must be');
    }
    read.push(...items);
    const isKnown = items.every(({ id, updatedAt }) => before.get(id) === updatedAt);
    if (next === null || isKnown) break;
    cursor = next;
  }
  return read;
}

function newestOfEach(deployments: readonly Deployment[]): Deployment[] {
  const unique = new Map<string, Deployment>();
  deployments.forEach((one) => unique.has(one.id) || unique.set(one.id, one));
  const sorted = [...unique.values()].sort(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1),
  );
  const kept = new Map<string, number>();
  return sorted.filter(({ environment }) => {
    const count = (kept.get(environment) ?? 0) + 1;
    kept.set(environment, count);
    return count <= KEPT;
  });
}
