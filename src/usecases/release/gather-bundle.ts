import { compareKeys } from '../../domain/dependencies/key-order';
import type { Gap } from '../../domain/gap';
import type { Tick } from '../../domain/reasons/manual-step';
import type { SpreadOfRepository } from '../../domain/release/unlisted-changes';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { MAX_LEVELS, openRelated, readLevel, TOO_DEEP, type Related } from '../related';

export type BundlePorts = Pick<Ports, 'asApp' | 'settings' | 'evidence' | 'ticks'>;

/** Everything that is stored and that Jira knows of a bundle, as the app sees it. */
export type GatheredBundle = {
  /** Issues of the bundle, by the keys that they have now. */
  keys: string[];
  unreadable: { key: string; why: string }[];
  related: Related;
  ticks: Map<string, Tick[]>;
  spread: SpreadOfRepository[];
  gaps: Gap[];
};

/**
 * Reads the issues of a bundle and all that they need, level by level: questions to Jira and reads of
 * storage grow with the number of issues in pages, never with issues times repositories.
 */
export async function gatherBundle(
  ports: BundlePorts,
  scope: readonly string[],
  promotion: { from: string; to: string },
): Promise<GatheredBundle> {
  const related = openRelated();
  await readLevel(ports, related, scope);
  const keys = scope.map((key) => related.renamed.get(key) ?? key);
  const found = [...new Set(keys)].filter((key) => related.known.has(key)).sort(compareKeys);
  await readNeeded(ports, related, new Set(scope));
  for (const key of related.known.keys()) related.visible.add(key);
  const projects = [...related.settings.values()];
  const [ticks, spread] = await Promise.all([
    ports.ticks.readTicksOf(found),
    readSpread(ports, projects, promotion),
  ]);
  return {
    keys: found,
    unreadable: keys
      .filter((key) => !related.known.has(key))
      .map((key) => ({ key, why: 'Jira does not give it to Convoy' })),
    ...{ related, ticks, spread, gaps: related.gaps },
  };
}

async function readNeeded(
  ports: Omit<BundlePorts, 'ticks'>,
  related: Related,
  asked: Set<string>,
): Promise<void> {
  for (let level = 1; level <= MAX_LEVELS + 1; level += 1) {
    const wanted = neededBy(related).filter((key) => !asked.has(key));
    if (wanted.length === 0) return;
    if (level > MAX_LEVELS) related.gaps.push(TOO_DEEP);
    else await readLevel(ports, related, wanted);
    for (const key of wanted) asked.add(key);
  }
}

/** Issues that known ones need and that nobody read yet. */
function neededBy({ known, edgesOf }: Related): string[] {
  const needed = [...known.keys()].flatMap((key) =>
    (edgesOf(key) ?? []).filter(({ from }) => from === key).map(({ to }) => to),
  );
  return [...new Set(needed)].filter((key) => !known.has(key)).sort(compareKeys);
}

/** What each repository that a project of the bundle lists has on one line and not on the other. */
function readSpread(
  { evidence }: Pick<BundlePorts, 'evidence'>,
  projects: readonly ProjectSettings[],
  promotion: { from: string; to: string },
): Promise<SpreadOfRepository[]> {
  const places = projects.flatMap((settings) =>
    settings.repositories.flatMap((listed) => placeOf(settings, listed, promotion)),
  );
  const byRepository = new Map(places.map((place) => [place.repository, place]));
  return Promise.all(
    [...byRepository.values()].map(async (place) => ({
      ...place,
      changes: await evidence.readSpread(place.repository),
    })),
  );
}

function placeOf(
  settings: ProjectSettings,
  listed: RepositorySettings,
  { from, to }: { from: string; to: string },
): Omit<SpreadOfRepository, 'changes'>[] {
  const [start, end] = [lineIn(settings, listed, from), lineIn(settings, listed, to)];
  return start && end ? [{ repository: listed.id, from: start.branch, to: end.branch }] : [];
}
