import {
  chunkOf,
  chunksIn,
  groundsOf,
  inOrder,
  whyOutdated,
  type CompositionChunk,
  type CompositionEnd,
  type CompositionQuestion,
} from '../../domain/release/composition';
import { bundleId } from '../../domain/release/bundle-id';
import { findUnlisted } from '../../domain/release/judge-bundle';
import { lineSignOffs } from '../../domain/release/line-sign-offs';
import type { CompositionHeader, RunningComposition } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';
import { TOO_DEEP, type Related } from '../related';
import { readUnlisted } from './gather-bundle';
import { judgeThese } from './judge-these';
import { queueMarksOf } from './queue-marks';
import { readProjects } from './read-projects';

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
  if (!running) return;
  const isLate = step < running.step;
  const next = isLate ? running : runIn(await advance(ports, id, running), run);
  if (next) await ports.jobs.compose({ id, run, step: next.step }, 0);
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
  const mine = { run, step: 0, total: question.keys.length, startedAt: at, movedAt: at };
  const header = await compositions.changeHeader(id, (before) => ({
    ...before,
    running: before.running ?? mine,
  }));
  if (header.running?.run !== run) await compositions.forgetRun(id, run, 0);
  return header.running ?? mine;
}

/** Judges the next chunk of a run; gives the header as it is then, whoever judged it. */
export async function advance(
  ports: ComposePorts,
  id: string,
  running: RunningComposition,
): Promise<CompositionHeader> {
  const { compositions } = ports;
  const { run, step } = running;
  const question = await compositions.findQuestion(id, run);
  if (!question) return compositions.changeHeader(id, (header) => withoutRun(header, run));
  const chunk = await judgeChunk(ports, question, chunkOf(question.keys, step));
  await compositions.saveChunk(id, { run, nth: step }, chunk);
  if (step + 1 < chunksIn(question.keys)) {
    const next = { ...running, step: step + 1, movedAt: ports.now() };
    return compositions.changeHeader(id, (header) =>
      isAt(header, running) ? { ...header, running: next } : header,
    );
  }
  await compositions.saveEnd(id, run, await endOf(ports, id, { run, question }));
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

async function judgeChunk(
  ports: ComposePorts,
  question: CompositionQuestion,
  wanted: readonly string[],
): Promise<CompositionChunk> {
  const judgedAt = ports.now();
  await ports.ticks.startCounting(wanted);
  const [words, { acts }] = await Promise.all([
    ports.ticks.countWords(wanted),
    ports.releases.readRecord(bundleId(question.scope)),
  ]);
  const signOffs = lineSignOffs(acts);
  const judged = await judgeThese(ports, question, { wanted, signOffs });
  const { issues, unreadable, ticks, related } = judged;
  const own = new Set(issues.map(({ key }) => key));
  return {
    ...{ judgedAt, issues, unreadable, gaps: related.gaps },
    needed: [...related.known.keys()].filter((key) => !own.has(key)).sort(),
    isShort: related.gaps.some(({ why }) => why !== TOO_DEEP.why),
    grounds: groundsOf({ ...related, projects: projectsIn(related), signOffs }),
    words: Object.fromEntries(words),
    ticks: Object.fromEntries(ticks),
  };
}

const projectsIn = ({ known, settings }: Related): string[] => [
  ...new Set([...[...known.values()].map(({ issue }) => issue.projectKey), ...settings.keys()]),
];

/** What the bundle as a whole needs: changes that would travel along in the repositories of all its projects. */
async function endOf(
  ports: ComposePorts,
  id: string,
  { run, question }: { run: string; question: CompositionQuestion },
): Promise<CompositionEnd> {
  const chunks = (await ports.compositions.findChunks(id, run, chunksIn(question.keys))) ?? [];
  const projects = inOrder(chunks.flatMap(({ grounds }) => Object.keys(grounds.settings)));
  const { settings, statuses } = await readProjects(ports, projects);
  const facts = await readUnlisted(ports, [...settings.values()], question);
  const issues = chunks.flatMap((chunk) => chunk.issues);
  const { changes, since } = findUnlisted(issues, facts);
  return {
    ...{ unlisted: [...changes], since },
    grounds: groundsOf({ projects, settings, statuses, signOffs: [] }),
  };
}

/** After readings: judges an open release again if what it rests on changed. */
async function composeAgain(
  ports: ComposePorts,
  id: string,
  header: CompositionHeader | undefined,
): Promise<void> {
  if (header?.running) {
    const { run, step } = header.running;
    return ports.jobs.compose({ id, run, step }, 0);
  }
  const made = header?.made;
  const question = made && (await ports.compositions.findQuestion(id, made.run));
  if (!question || !(await isOutdated(ports, id, made))) return;
  const { run } = await beginRun(ports, id, { ...question, keys: await keysNow(ports, question) });
  await ports.jobs.compose({ id, run, step: 0 }, 0);
}

async function isOutdated(
  ports: ComposePorts,
  id: string,
  made: NonNullable<CompositionHeader['made']>,
): Promise<boolean> {
  const chunks = await ports.compositions.findChunks(id, made.run, made.chunks);
  if (!chunks) return true;
  const projects = inOrder(chunks.flatMap(({ grounds }) => Object.keys(grounds.settings)));
  const now = groundsOf({ ...(await readProjects(ports, projects)), projects, signOffs: [] });
  return chunks.some(
    ({ grounds, isShort }) => isShort || whyOutdated({ ...grounds, signOffs: [] }, now) !== null,
  );
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
