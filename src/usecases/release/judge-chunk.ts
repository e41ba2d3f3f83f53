import { evidenceDigest } from '../../domain/manifest/evidence-hash';
import { bundleId } from '../../domain/release/bundle-id';
import {
  CHUNK,
  chunkOf,
  type CompositionChunk,
  type CompositionQuestion,
} from '../../domain/release/composition';
import { groundsOf } from '../../domain/release/grounds';
import { keysInTexts } from '../../domain/release/hidden-issues';
import { joinJudgements, type Judgements, type Kept } from '../../domain/release/join-judgements';
import { lineSignOffs } from '../../domain/release/line-sign-offs';
import { readingsOf } from '../../domain/release/readings';
import type { LineSignOff } from '../../domain/lines/changed-since';
import type { CompositionHeader } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';
import { TOO_DEEP, type Related } from '../related';
import { holdComposition, type Held } from './hold-composition';
import { judgeThese, type JudgedThese, type JudgePorts } from './judge-these';

type ChunkPorts = JudgePorts & Pick<Ports, 'releases' | 'compositions'>;

type ChunkOfRun = {
  id: string;
  question: CompositionQuestion;
  nth: number;
  /** What was made before: what still holds of it is not judged again. */
  made: CompositionHeader['made'];
};

/** Judges one chunk of a bundle; `judged` counts the issues of it that had to be. */
export async function judgeChunk(
  ports: ChunkPorts,
  { id, question, nth, made }: ChunkOfRun,
): Promise<{ chunk: CompositionChunk; judged: number }> {
  const judgedAt = ports.now();
  const wanted = chunkOf(question.keys, nth);
  await ports.ticks.startCounting(wanted);
  const [words, { acts }] = await Promise.all([
    ports.ticks.countWords(wanted),
    ports.releases.readRecord(bundleId(question.scope)),
  ]);
  const signOffs = lineSignOffs(acts);
  const kept = await findKept(ports, { id, question, wanted, made, signOffs });
  const isKept = new Set(kept.issues.map(({ key }) => key));
  const again = wanted.filter((key) => !isKept.has(key));
  const fresh = await judgeThese(ports, question, { wanted: again, signOffs });
  const seen = together(kept, fresh.related);
  const judgements = joinJudgements(kept, toJudgements(fresh, seen), seen.statuses);
  const { gaps } = fresh.related;
  return {
    judged: again.length,
    chunk: {
      ...judgements,
      ...{ judgedAt, unreadable: fresh.unreadable, gaps },
      isShort: gaps.some(({ why }) => why !== TOO_DEEP.why),
      grounds: groundsOf({ ...seen, signOffs }),
      words: Object.fromEntries(words),
      told: keysInTexts(judgements.issues),
      digests: Object.fromEntries(
        judgements.issues.map((issue) => [issue.key, evidenceDigest(issue)]),
      ),
    },
  };
}

const toJudgements = (
  { issues, ticks, related }: JudgedThese,
  { statuses }: Pick<Parameters<typeof groundsOf>[0], 'statuses'>,
): Judgements => ({
  issues,
  needed: [...related.known.keys()],
  renamed: Object.fromEntries(related.renamed),
  readings: readingsOf(statuses, [...related.documents.values()]),
  ticks: Object.fromEntries(ticks),
});

type KeptOfRun = Kept & Pick<Held, 'settings' | 'statuses'>;

const NOTHING: KeptOfRun = {
  ...{ issues: [], chunks: [], changed: new Set() },
  ...{ settings: new Map(), statuses: new Map() },
};

/** Of the chunks that were made before, what holds of the wanted issues; a gap may have been closed since. */
async function findKept(
  ports: ChunkPorts,
  {
    id,
    question,
    wanted,
    made,
    signOffs,
  }: Omit<ChunkOfRun, 'nth'> & { wanted: readonly string[]; signOffs: readonly LineSignOff[] },
): Promise<KeptOfRun> {
  const before = made && (await ports.compositions.findQuestion(id, made.run));
  if (!before) return NOTHING;
  const stored = await ports.compositions.findChunks(id, made.run, nthsOf(before, wanted));
  const chunks = (stored ?? []).filter(({ gaps }) => gaps.length === 0);
  if (chunks.length === 0) return NOTHING;
  const held = await holdComposition(
    ports,
    { question: before, chunks, end: null },
    { keys: question.keys, signOffs },
  );
  if (held.broken !== null || held.hasNewSignOffs) return NOTHING;
  const isWanted = new Set(wanted);
  const isAffected = new Set(held.affected);
  const issues = chunks
    .flatMap((chunk) => chunk.issues)
    .filter(({ key }) => isWanted.has(key) && !isAffected.has(key));
  return { issues, chunks, ...held };
}

/** Chunks in which keys were judged before. */
function nthsOf({ keys }: CompositionQuestion, wanted: readonly string[]): number[] {
  const at = new Map(keys.map((key, index) => [key, index]));
  const nths = wanted.flatMap((key) => {
    const index = at.get(key);
    return index === undefined ? [] : [Math.floor(index / CHUNK)];
  });
  return [...new Set(nths)];
}

/** What was known when the kept ones were held counts first: it is the older. */
function together(
  kept: KeptOfRun,
  { known, ...related }: Related,
): Omit<Parameters<typeof groundsOf>[0], 'signOffs'> {
  const settings = new Map([...related.settings, ...kept.settings]);
  const projects = [...known.values()].map(({ issue }) => issue.projectKey);
  return {
    projects: [...new Set([...projects, ...settings.keys()])],
    settings,
    statuses: new Map([...related.statuses, ...kept.statuses]),
  };
}
