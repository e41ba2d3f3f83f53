import { compareKeys } from '../../domain/dependencies/key-order';
import type { RepositoryStatus } from '../../domain/evidence/repository-status';
import type { PromotionMode } from '../../domain/promotion/promotion';
import type { CompositionEnd, CompositionQuestion } from '../../domain/release/composition';
import {
  findUnlisted,
  type FoundUnlisted,
  type UnlistedFacts,
} from '../../domain/release/judge-bundle';
import { contentMark } from '../../domain/release/readings';
import type { AuditWindow } from '../../domain/release/release-before';
import { inUnlistedOrder } from '../../domain/release/unlisted-changes';
import type { RepositoryId } from '../../domain/repository';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';

type Step = { from: string; to: string };

/** What is asked of a bundle; `window` only counts in an audit. */
type AskedOfBundle = {
  promotion: Step;
  mode: PromotionMode;
  window: AuditWindow | null;
};

type EvidencePort = { evidence: Pick<Ports['evidence'], 'readSpread' | 'readArrivals'> };

/** What the repositories that projects of the bundle list have beside it; an audit without a window reads none. */
export async function readUnlisted(
  { evidence }: EvidencePort,
  projects: readonly ProjectSettings[],
  { promotion, mode, window }: AskedOfBundle,
  isWanted: (repository: RepositoryId) => boolean = () => true,
): Promise<UnlistedFacts> {
  const places = placesOf(projects, promotion).filter(({ repository }) => isWanted(repository));
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

/** What was found before, of which bundle. */
export type UnlistedBefore = {
  question: CompositionQuestion;
  end: Pick<CompositionEnd, 'unlisted' | 'contents'>;
};

type Now = {
  settings: ReadonlyMap<string, ProjectSettings>;
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
};

/**
 * As `readUnlisted`, of the repositories alone that hold something else than before. Changes of issues
 * that left the release are beside it now, and another window shows other changes: then all are read.
 */
export async function readUnlistedAgain(
  ports: EvidencePort,
  asked: AskedOfBundle & Pick<CompositionQuestion, 'keys'>,
  { settings, statuses }: Now,
  { question, end }: UnlistedBefore,
): Promise<UnlistedFacts | FoundUnlisted> {
  const projects = [...settings.values()];
  if (hasLeft(question, asked) || !isSameWindow(question, asked)) {
    return readUnlisted(ports, projects, asked);
  }
  const isOther = (id: RepositoryId): boolean => {
    const status = statuses.get(id);
    return !status || end.contents[id] !== contentMark(status);
  };
  const { changes, since } = findUnlisted([], await readUnlisted(ports, projects, asked, isOther));
  const kept = end.unlisted.filter(({ repository }) => !isOther(repository));
  return { mode: 'found', changes: inUnlistedOrder([...kept, ...changes]), since };
}

function hasLeft(
  before: Pick<CompositionQuestion, 'keys'>,
  now: Pick<CompositionQuestion, 'keys'>,
): boolean {
  const there = new Set(now.keys);
  return before.keys.some((key) => !there.has(key));
}

const isSameWindow = (
  before: Pick<CompositionQuestion, 'window'>,
  now: Pick<CompositionQuestion, 'window'>,
): boolean => JSON.stringify(before.window) === JSON.stringify(now.window);
