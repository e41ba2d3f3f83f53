import { compareKeys } from '../../domain/dependencies/key-order';
import type { Tick } from '../../domain/reasons/manual-step';
import type { PromotionMode } from '../../domain/promotion/promotion';
import type { UnlistedFacts } from '../../domain/release/judge-bundle';
import type { AuditWindow } from '../../domain/release/release-before';
import type { RepositoryId } from '../../domain/repository';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { MAX_LEVELS, openRelated, readLevel, TOO_DEEP, type Related } from '../related';

export type BundlePorts = Pick<Ports, 'asApp' | 'settings' | 'evidence' | 'ticks'>;

type Step = { from: string; to: string };

/** What is asked of a bundle; `window` only counts in an audit. */
export type AskedOfBundle = {
  promotion: Step;
  mode: PromotionMode;
  window: AuditWindow | null;
};

/** Issues of a bundle and all that they need, as far as Jira and storage know, as the app sees it. */
export type GatheredIssues = {
  /** Those that were asked for, by the keys that they have now. */
  keys: string[];
  unreadable: { key: string; why: string }[];
  related: Related;
  ticks: Map<string, Tick[]>;
};

/**
 * Reads issues of a bundle and all that they need, level by level: questions to Jira and reads of
 * storage grow with the number of issues in pages, never with issues times repositories.
 */
export async function gatherIssues(
  ports: BundlePorts,
  wanted: readonly string[],
): Promise<GatheredIssues> {
  const related = openRelated();
  await readLevel(ports, related, wanted);
  const keys = wanted.map((key) => related.renamed.get(key) ?? key);
  const found = [...new Set(keys)].filter((key) => related.known.has(key)).sort(compareKeys);
  await readNeeded(ports, related, new Set(wanted));
  for (const key of related.known.keys()) related.visible.add(key);
  return {
    keys: found,
    unreadable: keys
      .filter((key) => !related.known.has(key))
      .map((key) => ({ key, why: 'Jira does not give it to Convoy' })),
    ...{ related, ticks: await ports.ticks.readTicksOf(found) },
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

/** What the repositories that projects of the bundle list have beside it; an audit without a window reads none. */
export async function readUnlisted(
  { evidence }: Pick<BundlePorts, 'evidence'>,
  projects: readonly ProjectSettings[],
  { promotion, mode, window }: AskedOfBundle,
): Promise<UnlistedFacts> {
  const places = placesOf(projects, promotion);
  if (mode === 'plan') {
    const spread = places.map(async (place) => ({
      ...place,
      changes: await evidence.readSpread(place.repository),
    }));
    return { mode, spread: await Promise.all(spread) };
  }
  const arrivals = (window === null ? [] : places).map(async ({ repository, to }) => ({
    ...{ repository, to },
    changes: await evidence.readArrivals(repository),
  }));
  return { mode, window, arrivals: await Promise.all(arrivals) };
}

type Place = { repository: RepositoryId; from: string; to: string };

/** The branches of the promotion's lines in each repository that has both. */
function placesOf(projects: readonly ProjectSettings[], promotion: Step): Place[] {
  const inOrder = projects.toSorted((a, b) => compareKeys(a.projectKey, b.projectKey));
  const places = inOrder.flatMap((settings) =>
    settings.repositories.flatMap((listed) => placeOf(settings, listed, promotion)),
  );
  return [...new Map(places.map((place) => [place.repository, place])).values()];
}

function placeOf(
  settings: ProjectSettings,
  listed: RepositorySettings,
  { from, to }: Step,
): Place[] {
  const [start, end] = [lineIn(settings, listed, from), lineIn(settings, listed, to)];
  return start && end ? [{ repository: listed.id, from: start.branch, to: end.branch }] : [];
}
