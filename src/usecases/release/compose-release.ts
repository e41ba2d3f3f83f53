import { bundleId } from '../../domain/release/bundle-id';
import {
  chunksIn,
  inOrder,
  type CompositionEnd,
  type CompositionQuestion,
} from '../../domain/release/composition';
import { groundsOf, whyOutdated } from '../../domain/release/grounds';
import { findUnlisted } from '../../domain/release/judge-bundle';
import { lineSignOffs } from '../../domain/release/line-sign-offs';
import { contentMark } from '../../domain/release/readings';
import type { CompositionHeader, RunningComposition } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';
import { findMade, upTo } from './find-made';
import { holdComposition, type Stock } from './hold-composition';
import { judgeChunk } from './judge-chunk';
import { queueMarksOf } from './queue-marks';
import { readProjects } from './read-projects';
import { readUnlisted, readUnlistedAgain } from './read-unlisted';

export type ComposePorts = Pick<
  Ports,
  | 'asApp'
  | 'settings'
  | 'evidence'
  | 'ticks'
  | 'releases'
  | 'compositions'
  | 'marks'
  | 'jobs'
  | 'now'
  | 'newId'
>;

/** What a queued event asks for: a step of a run; without one, to judge again what is outdated. */
export type CompositionRequest = {
  id: string;
  run?: string | undefined;
  step?: number | undefined;
};

/**
 * One slice: judges one chunk and leaves the next to the next event. Safe to run twice and to be killed
 * anywhere: what counts is the header, and all that it names is written before it.
 */
export async function composeRelease(
  ports: ComposePorts,
  { id, run, step = 0 }: CompositionRequest,
): Promise<void> {
  const header = await ports.compositions.findHeader(id);
  if (run === undefined) return composeAgain(ports, id, header);
  const running = runIn(header, run);
  if (!header || !running) return;
  const isLate = step < running.step;
  const next = isLate ? running : runIn(await advance(ports, id, { ...header, running }), run);
  if (!next) return;
  await ports.jobs.compose({ id, run, step: next.step }, restSeconds(running, next));
}

/**
 * All installations may read 4,000 units a minute each, and judging an issue takes about two: of a large
 * release what comes after the first thousand waits, so that people and readings get theirs.
 *
 * Source: https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const AT_A_STRETCH = 1000;
const ISSUES_A_SECOND = 20;

function restSeconds(before: RunningComposition, { judged }: RunningComposition): number {
  return judged <= AT_A_STRETCH ? 0 : Math.ceil((judged - before.judged) / ISSUES_A_SECOND);
}

/** What is left of a run; `undefined` when it is over. */
const runIn = (
  header: CompositionHeader | undefined,
  run: string,
): RunningComposition | undefined => (header?.running?.run === run ? header.running : undefined);

/** Begins to judge a bundle; when somebody else began before, that run goes on. */
export async function beginRun(
  { compositions, now, newId }: Pick<ComposePorts, 'compositions' | 'now' | 'newId'>,
  id: string,
  question: CompositionQuestion,
): Promise<RunningComposition> {
  const [run, at] = [newId(), now()];
  await compositions.saveQuestion(id, run, question);
  const times = { startedAt: at, movedAt: at };
  const mine = { run, step: 0, total: question.keys.length, judged: 0, ...times };
  const header = await compositions.changeHeader(id, (before) => ({
    ...before,
    running: before.running ?? mine,
  }));
  if (header.running?.run !== run) await compositions.forgetRun(id, run, 0);
  return header.running ?? mine;
}

type Made = Pick<CompositionHeader, 'made'>;

/** Judges the next chunk of a run; gives the header as it is then, whoever judged it. */
export async function advance(
  ports: ComposePorts,
  id: string,
  { running, made }: Made & { running: RunningComposition },
): Promise<CompositionHeader> {
  const { compositions } = ports;
  const { run, step } = running;
  const question = await compositions.findQuestion(id, run);
  if (!question) return compositions.changeHeader(id, (header) => withoutRun(header, run));
  const { chunk, judged } = await judgeChunk(ports, { id, question, nth: step, made });
  await compositions.saveChunk(id, { run, nth: step }, chunk);
  if (step + 1 < chunksIn(question.keys)) {
    const far = { step: step + 1, judged: running.judged + judged, movedAt: ports.now() };
    return compositions.changeHeader(id, (header) =>
      isAt(header, running) ? { ...header, running: { ...running, ...far } } : header,
    );
  }
  await compositions.saveEnd(id, run, await endOf(ports, id, { run, question, made }));
  const published = await publish(ports, id, running);
  await queueMarksOf(ports, question);
  return published;
}

const isAt = ({ running }: CompositionHeader, { run, step }: RunningComposition): boolean =>
  running?.run === run && running.step === step;

const withoutRun = (header: CompositionHeader, run: string): CompositionHeader =>
  header.running?.run === run ? { ...header, running: null } : header;

/** From here on the run is what the release is judged by; what it replaces goes. */
async function publish(
  { compositions, now }: Pick<ComposePorts, 'compositions' | 'now'>,
  id: string,
  running: RunningComposition,
): Promise<CompositionHeader> {
  const { run, step } = running;
  const made = { run, chunks: step + 1, madeAt: now() };
  let replaced: CompositionHeader['made'] = null;
  const header = await compositions.changeHeader(id, (before) => {
    if (!isAt(before, running)) return before;
    replaced = before.made;
    return { made, running: null };
  });
  const old = replaced as CompositionHeader['made'];
  if (old) await compositions.forgetRun(id, old.run, old.chunks);
  return header;
}

/** What the bundle as a whole needs: changes that would travel along in the repositories of all its projects. */
async function endOf(
  ports: ComposePorts,
  id: string,
  { run, question, made }: { run: string; question: CompositionQuestion } & Made,
): Promise<CompositionEnd> {
  const nths = upTo(chunksIn(question.keys));
  const chunks = (await ports.compositions.findChunks(id, run, nths)) ?? [];
  const projects = inOrder(chunks.flatMap(({ grounds }) => Object.keys(grounds.settings)));
  const now = await readProjects(ports, projects);
  const grounds = groundsOf({ projects, ...now, signOffs: [] });
  const before = await findEndBefore(ports, id, made);
  const facts =
    before && whyOutdated(before.end.grounds, grounds) === null
      ? await readUnlistedAgain(ports, question, now, before)
      : await readUnlisted(ports, [...now.settings.values()], question);
  const issues = chunks.flatMap((chunk) => chunk.issues);
  const { changes, since } = findUnlisted(issues, facts);
  const contents = [...now.statuses].map(([one, status]) => [one, contentMark(status)] as const);
  return { unlisted: [...changes], since, grounds, contents: Object.fromEntries(contents) };
}

async function findEndBefore(
  { compositions }: Pick<ComposePorts, 'compositions'>,
  id: string,
  made: Made['made'],
): Promise<{ question: CompositionQuestion; end: CompositionEnd } | null> {
  if (!made) return null;
  const [question, end] = await Promise.all([
    compositions.findQuestion(id, made.run),
    compositions.findEnd(id, made.run),
  ]);
  return question && end ? { question, end } : null;
}

/** After readings: judges an open release again where what it rests on changed. */
async function composeAgain(
  ports: ComposePorts,
  id: string,
  header: CompositionHeader | undefined,
): Promise<void> {
  if (header?.running) {
    const { run, step } = header.running;
    return ports.jobs.compose({ id, run, step }, 0);
  }
  const stock = await findMade(ports, id, header?.made ?? null);
  if (!stock) return;
  const keys = await keysNow(ports, stock.question);
  if (await holds(ports, stock, keys)) return;
  const { run } = await beginRun(ports, id, { ...stock.question, keys });
  await ports.jobs.compose({ id, run, step: 0 }, 0);
}

async function holds(ports: ComposePorts, stock: Stock, keys: readonly string[]): Promise<boolean> {
  const { acts } = await ports.releases.readRecord(bundleId(stock.question.scope));
  const held = await holdComposition(ports, stock, { keys, signOffs: lineSignOffs(acts) });
  const isSame = held.affected.length === 0 && held.removed.length === 0;
  return held.broken === null && !held.hasNewSignOffs && isSame;
}

/** A query is asked as its viewer, who is not here: its issues are those that were found then. */
async function keysNow(
  { asApp }: Pick<ComposePorts, 'asApp'>,
  { scope, keys }: CompositionQuestion,
): Promise<string[]> {
  if (scope.jql !== null) return keys;
  const found = await Promise.all(scope.versionIds.map((id) => asApp.listIssuesOfVersion(id)));
  return inOrder(found.flat());
}
