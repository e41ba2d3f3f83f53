import { compareKeys } from '../../domain/dependencies/key-order';
import type { Tick } from '../../domain/reasons/manual-step';
import type { Ports } from '../../ports/ports';
import { MAX_LEVELS, openRelated, readLevel, TOO_DEEP, type Related } from '../related';

export type BundlePorts = Pick<Ports, 'asApp' | 'settings' | 'evidence' | 'ticks'>;

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
