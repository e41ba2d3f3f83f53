import type { RepositoryStatus } from '../../domain/evidence/repository-status';
import type { LineSignOff } from '../../domain/lines/changed-since';
import {
  groundsOf,
  hasNewSignOffs,
  inOrder,
  touchedIssues,
  whyOutdated,
  wordedIssues,
  type CompositionChunk,
  type CompositionEnd,
  type CompositionQuestion,
  type Grounds,
} from '../../domain/release/composition';
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
  /** Why they do not hold as they are, in words for people; `null` while they do. */
  why: string | null;
  /** They hold, but for people's signatures since. */
  hasNewSignOffs: boolean;
  /** Issues to be judged again, the most urgent first: of which people said something, then the others. */
  affected: string[];
  removed: string[];
  settings: Map<string, ProjectSettings>;
  statuses: Map<RepositoryId, RepositoryStatus>;
};

/** So many issues are judged when somebody waits; of more the composition is made again. */
export const AT_ONCE = 50;

/** Jira's index lags, and instants of the two clocks differ. */
const OVERLAP_MINUTES = 2;

type HoldPorts = Pick<Ports, 'asApp' | 'settings' | 'evidence' | 'ticks' | 'now'>;

/**
 * Holds stored judgements against what is known now: settings, statuses and words in a few reads, and one
 * question to Jira for all that changed since.
 */
export async function holdComposition(
  ports: HoldPorts,
  stock: Stock,
  now: { keys: readonly string[]; signOffs: readonly LineSignOff[] },
): Promise<Held> {
  const { question, chunks } = stock;
  const grounds = groundsIn(stock);
  const projects = inOrder(grounds.flatMap(({ settings }) => Object.keys(settings)));
  const [{ settings, statuses }, words, changed] = await Promise.all([
    readProjects(ports, projects),
    ports.ticks.countWords(now.keys),
    findChanged(ports, chunks, projects),
  ]);
  const current = groundsOf({ projects, settings, statuses, signOffs: now.signOffs });
  const removed = without(question.keys, now.keys);
  const added = without(now.keys, question.keys);
  const moved = new Set([...(changed ?? []), ...added, ...removed]);
  const issues = chunks.flatMap((chunk) => chunk.issues);
  const touched = [...added, ...touchedIssues(issues, moved)];
  const worded = chunks.flatMap((chunk) => wordedIssues(chunk, words));
  const affected = without([...new Set([...worded, ...touched])], removed);
  const why = outdatedBy(grounds, current) ?? whyShort(chunks, changed) ?? whyMany(affected);
  const hasSigned = chunks.some((chunk) => hasNewSignOffs(chunk.grounds, current));
  return { ...{ why, affected, removed, settings, statuses }, hasNewSignOffs: hasSigned };
}

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
