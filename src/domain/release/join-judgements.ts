import { compareKeys } from '../dependencies/key-order';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { RepositoryId } from '../repository';
import { watchedKeys, type CompositionChunk } from './composition';
import type { JudgedIssue } from './judged-issue';
import { withMarks, type Readings } from './readings';

/** Judgements and what was looked at for them. */
export type Judgements = Pick<
  CompositionChunk,
  'issues' | 'needed' | 'renamed' | 'readings' | 'ticks'
>;

/** Judgements of earlier chunks that still hold. */
export type Kept = {
  issues: readonly JudgedIssue[];
  /** Where they are from. */
  chunks: readonly Judgements[];
  /** Keys of documents that are not what was judged there. */
  changed: ReadonlySet<string>;
};

/** Judgements that still hold and fresh ones, as if all had been made now. */
export function joinJudgements(
  kept: Kept,
  fresh: Judgements,
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): Judgements {
  const issues = [...kept.issues, ...fresh.issues].sort((a, b) => compareKeys(a.key, b.key));
  const own = new Set(issues.map(({ key }) => key));
  const needed = neededBeside(own, issues, [...kept.chunks, fresh]);
  const renamed = renamedTo(new Set([...own, ...needed]), [...kept.chunks, fresh]);
  const watched = watchedKeys({ issues, needed, renamed });
  const partsOf = (id: RepositoryId): Record<string, string> => ({
    ...partsIn(kept.chunks, id, (key) => watched.has(key) && !kept.changed.has(key)),
    ...partsIn([fresh], id, (key) => watched.has(key)),
  });
  const said = [...kept.chunks, fresh].flatMap(({ ticks }) => Object.entries(ticks));
  return {
    ...{ issues, needed, renamed },
    readings: withMarks(statuses, partsOf),
    ticks: Object.fromEntries(said.filter(([key]) => own.has(key))),
  };
}

/** What earlier chunks held themselves may be needed here, too. */
function neededBeside(
  own: ReadonlySet<string>,
  issues: readonly JudgedIssue[],
  known: readonly Judgements[],
): string[] {
  const referred = new Set(
    issues.flatMap(({ dependencies }) => dependencies.map(({ key }) => key)),
  );
  const looked = known.flatMap((one) => [...one.needed, ...one.issues.map(({ key }) => key)]);
  return [...new Set(looked)].filter((key) => referred.has(key) && !own.has(key)).sort();
}

const renamedTo = (keys: ReadonlySet<string>, known: readonly Judgements[]) =>
  Object.fromEntries(
    known.flatMap(({ renamed }) => Object.entries(renamed)).filter(([, now]) => keys.has(now)),
  );

const partsIn = (
  known: readonly { readings: Readings }[],
  id: RepositoryId,
  isWanted: (key: string) => boolean,
): Record<string, string> =>
  Object.fromEntries(
    known
      .flatMap(({ readings }) => Object.entries(readings[id]?.parts ?? {}))
      .filter(([key]) => isWanted(key)),
  );
