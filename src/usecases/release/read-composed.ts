import {
  compositionId,
  type CompositionChunk,
  type CompositionQuestion,
} from '../../domain/release/composition';
import type { CompositionHeader, RunningComposition } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';
import { advance, beginRun, type ComposePorts } from './compose-release';
import { findMade, upTo } from './find-made';
import { holdComposition, type Held, type Stock } from './hold-composition';
import { standingOf } from './standing-of';
import { noteOpen } from './open-compositions';
import type { ComposedQuestion, Standing } from './standing';

type ReadPorts = ComposePorts & Pick<Ports, 'startWatch'>;

/** Who waits for all of it gets as much as is judged in this time; a resolver has 25 s. */
const PATIENCE_MS = 14_000;
/** A run that did not move for so long lost its event. */
const STUCK_MS = 60_000;
/** While evidence keeps changing a release is judged again at most so often. */
const PAUSE_SECONDS = 60;

/**
 * A large bundle from its stored judgement. What changed of a few issues is judged now; of more, the old
 * judgement is given as one that does not hold, or the part that is there, and the rest is queued.
 */
export async function readComposed(ports: ReadPorts, asked: ComposedQuestion): Promise<Standing> {
  const id = compositionId(asked);
  if (asked.isToCome) await noteOpen(ports, { id, projectKeys: asked.scope.projectKeys });
  const header = await ports.compositions.findHeader(id);
  const shown = await madeNow(ports, asked, { id, header });
  if (shown && isFresh(shown.held)) return standingOf(ports, asked, shown);
  const left = await runningNow(ports, asked, { id, header });
  if (left === null) return readMade(ports, asked, id);
  await keepMoving(ports, id, { header, running: left });
  const part = shown ?? (await partOf(ports, asked, { id, running: left }));
  return standingOf(ports, asked, { ...part, running: left });
}

/** The run that is under way or begins here, after what it does while somebody waits; `null` when that is all. */
async function runningNow(
  ports: ReadPorts,
  asked: ComposedQuestion,
  { id, header }: { id: string; header: CompositionHeader | undefined },
): Promise<RunningComposition | null> {
  const running = header?.running ?? (await beginRun(ports, id, questionOf(asked)));
  return asked.isWhole ? runOn(ports, id, { made: header?.made ?? null, running }) : running;
}

const questionOf = ({
  scope,
  keys,
  promotion,
  mode,
  window,
}: ComposedQuestion): CompositionQuestion => ({ scope, keys, promotion, mode, window });

type Shown = { stock: Stock; held: Held };

/** The newest whole judgement, and what it is worth; `null` when there is none. */
async function madeNow(
  ports: ReadPorts,
  asked: ComposedQuestion,
  { id, header }: { id: string; header: CompositionHeader | undefined },
): Promise<Shown | null> {
  const stock = await findMade(ports, id, header?.made ?? null);
  return stock && { stock, held: await holdComposition(ports, stock, asked) };
}

const isFresh = ({ why, hasNewSignOffs }: Held): boolean => why === null && !hasNewSignOffs;

/** Judges chunk after chunk while there is time; what is left, or `null` when nothing is. */
async function runOn(
  ports: ReadPorts,
  id: string,
  { made, running: start }: Pick<CompositionHeader, 'made'> & { running: RunningComposition },
): Promise<RunningComposition | null> {
  const elapsed = ports.startWatch();
  let running: RunningComposition | null = start;
  let slowest = 0;
  while (running?.run === start.run && elapsed() + slowest < PATIENCE_MS) {
    const before = elapsed();
    ({ running } = await advance(ports, id, { made, running }));
    slowest = Math.max(slowest, elapsed() - before);
  }
  return running;
}

/** What was made just now. What changed meanwhile is told, and is for the next time. */
async function readMade(ports: ReadPorts, asked: ComposedQuestion, id: string): Promise<Standing> {
  const header = await ports.compositions.findHeader(id);
  const shown = await madeNow(ports, asked, { id, header });
  if (shown) return standingOf(ports, asked, shown);
  const stock = { question: asked, chunks: [], end: null };
  return standingOf(ports, asked, { stock, held: await holdComposition(ports, stock, asked) });
}

async function partOf(
  ports: ReadPorts,
  asked: ComposedQuestion,
  { id, running }: { id: string; running: RunningComposition },
): Promise<Shown> {
  const { run, step } = running;
  const question = (await ports.compositions.findQuestion(id, run)) ?? asked;
  const chunks: CompositionChunk[] =
    (await ports.compositions.findChunks(id, run, upTo(step))) ?? [];
  const stock = { question, chunks, end: null };
  return { stock, held: await holdComposition(ports, stock, asked) };
}

/** Queues what was begun here, and what seems to have lost its event: one too many does no harm. */
async function keepMoving(
  { jobs, now }: Pick<ReadPorts, 'jobs' | 'now'>,
  id: string,
  { header, running }: { header: CompositionHeader | undefined; running: RunningComposition },
): Promise<void> {
  const { run, step, movedAt } = running;
  const isStuck = Date.parse(now()) - Date.parse(movedAt) > STUCK_MS;
  if (header?.running && !isStuck) return;
  const madeAt = header?.made?.madeAt;
  const age = madeAt === undefined ? Infinity : (Date.parse(now()) - Date.parse(madeAt)) / 1000;
  await jobs.compose({ id, run, step }, Math.max(0, PAUSE_SECONDS - age));
}
