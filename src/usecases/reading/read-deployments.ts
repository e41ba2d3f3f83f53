import type { Deployment } from '../../domain/deployment';
import { lineIn, type ProjectSettings } from '../../domain/settings/project-settings';
import { environmentStatuses } from '../../domain/lines/environments';
import type { Page } from '../../ports/code-host';
import { ask, done, withReading, type Phase, type ReadingHeader, type Slice } from './slice';

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
  const wanted = wantedEnvironments(slice.projects, header.repository);
  const isSameQuestion = wanted.join('\n') === header.wantedEnvironments.join('\n');
  if (probe.status === 'unchanged' && isSameQuestion) return done(header);
  const stored = await slice.ports.evidence.readDeployments(header.repository);
  if (probe.status === 'unchanged') return done(withEnvironments(header, stored, wanted));
  const read = probe.value.count === 0 ? [] : await readChanged(slice, header.path, stored);
  const deployments = newestOfEach([...read, ...stored]);
  await slice.ports.evidence.saveDeployments(header.repository, deployments);
  const validators = { ...header.reading.validators, deployments: probe.validator };
  const settled = withEnvironments({ ...header, deploymentsRead: true }, deployments, wanted);
  return done(withReading(settled, { validators }));
};

/** The environments that lines of any project name for this repository, in lower case, sorted. */
export function wantedEnvironments(
  projects: readonly ProjectSettings[],
  repositoryId: string,
): string[] {
  const names = projects.flatMap((settings) =>
    settings.repositories
      .filter(({ id }) => id === repositoryId)
      .flatMap((repository) =>
        settings.route.flatMap((line) => lineIn(settings, repository, line)?.environments ?? []),
      ),
  );
  return [...new Set(names.map((name) => name.toLowerCase()))].sort();
}

/** Only environments of lines are followed: a host may have hundreds that live as long as a pull request. */
function withEnvironments(
  header: ReadingHeader,
  deployments: readonly Deployment[],
  wanted: string[],
): ReadingHeader {
  const isWanted = ({ environment }: Deployment) => wanted.includes(environment.toLowerCase());
  const names = new Set(
    deployments.filter((one) => !isWanted(one)).map(({ environment }) => environment),
  );
  return {
    ...header,
    environments: environmentStatuses(deployments.filter(isWanted)),
    wantedEnvironments: wanted,
    unmappedEnvironments: [...names].sort().slice(0, MAX_UNMAPPED),
  };
}

/** Newest first, until a page holds nothing that is new or changed. */
async function readChanged(
  slice: Slice,
  path: string,
  stored: readonly Deployment[],
): Promise<Deployment[]> {
  const before = new Map(stored.map((one) => [one.id, one.updatedAt]));
  const read: Deployment[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const at: string | null = cursor;
    const { items, next }: Page<Deployment> = await ask(slice, (host) =>
      host.listDeployments(path, at),
    );
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
