import type { RepositoryStatus } from '../../domain/evidence/repository-status';
import type { LineSignOff } from '../../domain/lines/changed-since';
import {
  inOrder,
  touchedIssues,
  watchedKeys,
  wordedIssues,
  type CompositionChunk,
  type CompositionEnd,
  type CompositionQuestion,
} from '../../domain/release/composition';
import { groundsOf, hasNewSignOffs, whyOutdated, type Grounds } from '../../domain/release/grounds';
import { changedDocuments, revisedRepositories } from '../../domain/release/readings';
import type { RepositoryId } from '../../domain/repository';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { ProviderError } from '../../ports/provider-error';
import { readProjects } from './read-projects';

/** Stored judgements of one run: all of them, or those that are there yet. */
export type Stock = {
  question: CompositionQuestion;
  chunks: CompositionChunk[];
  /** `null` while the run goes on. */
  end: CompositionEnd | null;
};

/** What stored judgements are worth now. */
export type Held = {
  /** Why none of them holds, in words for people; `null` while those of single issues do. */
  broken: string | null;
  /** Why they cannot be shown as they are: broken, or too many to be judged again while somebody waits. */
  why: string | null;
  /** They hold, but for people's signatures since. */
  hasNewSignOffs: boolean;
  /** Issues to be judged again, the most urgent first: of which people said something, then the others. */
  affected: string[];
  removed: string[];
  /** Keys of documents that are not what was judged. */
  changed: Set<string>;
  /** How many words people had said of each issue of the release. */
  words: ReadonlyMap<string, number>;
  settings: Map<string, ProjectSettings>;
  statuses: Map<RepositoryId, RepositoryStatus>;
};

/** So many issues are judged when somebody waits; of more the composition is brought up to date first. */
export const AT_ONCE = 50;

/** Jira's index lags, and instants of the two clocks differ. */
const OVERLAP_MINUTES = 2;

export type HoldPorts = Pick<Ports, 'asApp' | 'settings' | 'evidence' | 'ticks' | 'now'>;

/**
 * Holds stored judgements against what is known now: settings, statuses and words in a few reads, what
 * changed of issues in one for each repository that holds something else, and one question to Jira for
 * all that changed since.
 */
export async function holdComposition(
  ports: HoldPorts,
  stock: Stock,
  now: { keys: readonly string[]; signOffs: readonly LineSignOff[] },
): Promise<Held> {
  const { question, chunks } = stock;
  const grounds = groundsIn(stock);
  const projects = inOrder(grounds.flatMap(({ settings }) => Object.keys(settings)));
  const [{ settings, statuses }, words, asked] = await Promise.all([
    readProjects(ports, projects),
    ports.ticks.countWords(now.keys),
    findChanged(ports, chunks, projects),
  ]);
  const current = groundsOf({ projects, settings, statuses, signOffs: now.signOffs });
  const changed = await documentsThatChanged(ports, chunks, statuses);
  const removed = without(question.keys, now.keys);
  const added = without(now.keys, question.keys);
  const moved = new Set([...(asked ?? []), ...added, ...removed, ...asTheyAreNow(chunks, changed)]);
  const touched = touchedIssues(
    chunks.flatMap((chunk) => chunk.issues),
    moved,
  );
  const worded = chunks.flatMap((chunk) => wordedIssues(chunk, words));
  const affected = without([...new Set([...worded, ...added, ...touched])], removed);
  const broken = outdatedBy(grounds, current) ?? whyShort(chunks, asked);
  return {
    ...{ broken, why: broken ?? whyMany(affected), affected, removed, changed, words },
    ...{ settings, statuses },
    hasNewSignOffs: chunks.some((chunk) => hasNewSignOffs(chunk.grounds, current)),
  };
}

/** Statuses were read before: what an index says is never older than they are. */
async function documentsThatChanged(
  { evidence }: Pick<HoldPorts, 'evidence'>,
  chunks: readonly CompositionChunk[],
  statuses: Held['statuses'],
): Promise<Set<string>> {
  const revised = chunks.flatMap(({ readings }) => revisedRepositories(readings, statuses));
  const indexes = new Map(
    await Promise.all(
      [...new Set(revised)].map(async (id) => [id, await evidence.readIndex(id)] as const),
    ),
  );
  return new Set(
    chunks.flatMap((chunk) => [
      ...changedDocuments(chunk.readings, watchedKeys(chunk), { statuses, indexes }),
    ]),
  );
}

/** A document may lie under a key that its issue does not have any more. */
const asTheyAreNow = (
  chunks: readonly CompositionChunk[],
  changed: ReadonlySet<string>,
): string[] => {
  const renamed = new Map(chunks.flatMap((chunk) => Object.entries(chunk.renamed)));
  return [...changed].map((key) => renamed.get(key) ?? key);
};

const groundsIn = ({ chunks, end }: Stock): Grounds[] => [
  ...chunks.map(({ grounds }) => grounds),
  ...(end ? [end.grounds] : []),
];

const outdatedBy = (grounds: readonly Grounds[], current: Grounds): string | null =>
  grounds.map((one) => whyOutdated(one, current)).find((why) => why !== null) ?? null;

function whyShort(chunks: readonly CompositionChunk[], changed: string[] | null): string | null {
  if (changed === null) return 'Jira did not say what changed';
  return chunks.some(({ isShort }) => isShort) ? 'Jira did not give all issues' : null;
}

const whyMany = (affected: readonly string[]): string | null =>
  affected.length > AT_ONCE ? `${affected.length} issues changed` : null;

const without = (keys: readonly string[], others: readonly string[]): string[] => {
  const left = new Set(others);
  return keys.filter((key) => !left.has(key));
};

/** Issues of the projects that changed since the oldest chunk was judged; `null` when Jira does not say. */
async function findChanged(
  { asApp, now }: Pick<HoldPorts, 'asApp' | 'now'>,
  chunks: readonly CompositionChunk[],
  projects: readonly string[],
): Promise<string[] | null> {
  if (chunks.length === 0) return [];
  const since = Math.min(...chunks.map(({ judgedAt }) => Date.parse(judgedAt)));
  const minutes = (Date.parse(now()) - since) / 60_000 + OVERLAP_MINUTES;
  try {
    return await asApp.listChangedIssues(projects, minutes);
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
