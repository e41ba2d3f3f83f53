import { parseRepositoryId, type RepositoryId } from '../domain/repository';
import { connectionFor } from '../domain/settings/connection-for';
import type { ProjectSettings } from '../domain/settings/project-settings';
import {
  suggestLines as suggest,
  type LineSuggestion,
  type LineWanted,
} from '../domain/settings/suggest-lines';
import type { Branch, CodeHost } from '../ports/code-host';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { refuse, type Outcome } from './refusal';

export type SuggestedLines = {
  branches: string[];
  /** Whether `branches` are all that the repository has. */
  isComplete: boolean;
  suggestions: LineSuggestion[];
};

/** Of 100 branches each: what a screen can wait for. */
const MAX_PAGES = 10;

/** For which lines branches are looked for; without any, for the usual ones. */
type Wanted = { projectKey?: string | undefined; route?: readonly LineWanted[] | undefined };

type SuggestPorts = Pick<Ports, 'asUser' | 'settings' | 'connections' | 'openCodeHost'>;

/** The branches of a repository, and which line of the project's route each probably is. */
export function suggestLines(
  ports: SuggestPorts,
  { repository, ...wanted }: Wanted & { repository: RepositoryId },
): Promise<Outcome<SuggestedLines>> {
  return asAdministrator(ports, async () => {
    const address = parseRepositoryId(repository);
    const connection = connectionFor(repository, await ports.connections.listConnections());
    if (address === null || connection === undefined) return uncovered(repository);
    const host = await ports.openCodeHost(connection);
    const { path, defaultBranch } = await host.getRepository(address.path);
    const { branches, isComplete } = await listBranches(host, path);
    const route = await findRoute(ports, wanted);
    const suggestions = suggest({ branches, defaultBranch }, route.length > 0 ? route : undefined);
    return { branches: branches.map(({ name }) => name), isComplete, suggestions };
  });
}

function uncovered(repository: RepositoryId): Outcome<SuggestedLines> {
  return refuse(
    'not-found',
    `No connection covers ${repository}. Add one for its host and owner under Connections.`,
  );
}

async function listBranches(
  host: CodeHost,
  path: string,
): Promise<{ branches: Branch[]; isComplete: boolean }> {
  const branches: Branch[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await host.listBranches(path, { validator: null, cursor });
    if (answer.status === 'unchanged') break;
    branches.push(...answer.value.items);
    cursor = answer.value.next;
    if (cursor === null) break;
  }
  return { branches, isComplete: cursor === null };
}

/** The route as it is edited, else as it is saved. */
async function findRoute(
  { settings }: Pick<Ports, 'settings'>,
  { route, projectKey }: Wanted,
): Promise<readonly LineWanted[]> {
  if (route !== undefined) return route;
  const saved = projectKey === undefined ? undefined : await settings.findSettings(projectKey);
  return saved ? routeOf(saved) : [];
}

function routeOf({ route, lines }: ProjectSettings): LineWanted[] {
  return route.map((name) => ({ name, branch: lines[name]?.branch ?? null }));
}
