import {
  countAnswers,
  firstAskAgainAt,
  toRecordedDiff,
  withAnswers,
  type PresenceAnswers,
  type RecordedDiff,
} from '../../domain/evidence/presence-answers';
import { headerRefs } from '../../domain/evidence/repository-header';
import type { Gap } from '../../domain/gap';
import type { DiffFact } from '../../domain/presence/diff-fact';
import { planDiffRanges } from '../../domain/presence/diff-ranges';
import type { MergeQuestion } from '../../domain/presence/merge-doubt';
import { wantedDiffs } from '../../domain/presence/wanted-diffs';
import type { DiffsAsk } from '../../ports/code-host';
import { assemble, evidenceFingerprint, storedFacts } from './assemble';
import { mergesOfStep, readMerges } from './merge-questions';
import { answerQuestions, questionsOf } from './presence-questions';
import {
  ask,
  commitLog,
  done,
  gap,
  withReading,
  type Phase,
  type PhaseStep,
  type ReadingHeader,
  type Slice,
} from './slice';

/** Diffs that are read of the newest commits that every ref has: a change may be undone there without a word. */
const NEWEST_SHARED = 50;

/**
 * What commits changed, as far as it takes to know where changes are: diffs of the commits that some
 * ref has and another has not, then what presence asks for besides. Nothing is asked for twice.
 *
 * Each step depends on what is stored and on nothing else, so that the same answers are stored in the
 * same order wherever a slice ends or dies.
 */
export const readChanges: Phase = async (slice, header) => {
  const fingerprint = await evidenceFingerprint(slice, header);
  if (!isWorthAsking(header, fingerprint)) return done(header);
  const likely = await nextDiffs(slice, header, await likelyDiffs(slice, header));
  if (likely) return readDiffs(slice, header, likely);
  const { needs, merges } = await assemble(slice, header);
  const missing = await nextDiffs(slice, header, [...merges.missingDiffs, ...needs.diffs]);
  if (missing) return readDiffs(slice, header, missing);
  const asked = mergesOfStep(merges.questions, slice.host.filesPerQuestion);
  if (asked.length > 0) return decideMerges(slice, header, asked);
  const questions = questionsOf(needs, slice.host.filesPerQuestion);
  if (questions.length === 0) return finish(slice, header, fingerprint);
  const { startedAt } = header.reading;
  const more = await answerQuestions(slice, { path: header.path, at: startedAt }, questions);
  await keepAnswers(slice, header, more);
  return { header: withProgress(header, questions.length), isDone: false, isCheckpoint: true };
};

function isWorthAsking(header: ReadingHeader, fingerprint: string): boolean {
  const { changesAskAgainAt: again, reading } = header;
  const isSame = header.changesFrom === fingerprint && header.indexedFrom !== null;
  return !isSame || (again !== null && Date.parse(again) <= Date.parse(reading.startedAt));
}

/** What is new makes the issues' parts stale. */
const withProgress = (header: ReadingHeader, done: number): ReadingHeader => ({
  ...withReading(header, { done: header.reading.done + done }),
  indexedFrom: null,
});

async function likelyDiffs(slice: Slice, header: ReadingHeader): Promise<string[]> {
  slice.likelyDiffs ??= await likelyDiffsNow(slice, header);
  return slice.likelyDiffs;
}

async function likelyDiffsNow(slice: Slice, header: ReadingHeader): Promise<string[]> {
  const { repository, pullRequestBuckets } = header;
  const pullRequests = await slice.ports.evidence.readPullRequests(repository, pullRequestBuckets);
  const open = pullRequests.filter(({ state }) => state === 'open');
  return wantedDiffs({
    commits: await commitLog(slice, header),
    refs: headerRefs(header).map(([, sha]) => sha),
    extra: open.flatMap(({ commits }) => commits.map(({ sha }) => sha)),
    newestShared: NEWEST_SHARED,
  }).map(({ sha }) => sha);
}

/** The next question for those of the diffs that nobody asked for yet; `null` when there are none. */
async function nextDiffs(
  slice: Slice,
  header: ReadingHeader,
  shas: readonly string[],
): Promise<DiffsAsk | null> {
  const { diffs } = await storedFacts(slice, header);
  const wanted = shas.filter((sha) => !diffs.has(sha));
  if (wanted.length === 0) return null;
  const [first = null] = planDiffRanges({
    commits: await commitLog(slice, header),
    wanted,
    refs: headerRefs(header).map(([, sha]) => sha),
    perQuestion: perQuestion(slice, header),
  });
  return first;
}

/** Grows again after each answer, up to what the host likes. */
function perQuestion({ host }: Slice, { reading: { cursor } }: ReadingHeader): number {
  return cursor === null ? host.diffsPerQuestion : Math.min(Number(cursor), host.diffsPerQuestion);
}

async function readDiffs(
  slice: Slice,
  header: ReadingHeader,
  question: DiffsAsk,
): Promise<PhaseStep> {
  const asked = perQuestion(slice, header);
  const answer = await ask(slice, (host) => host.listDiffs(header.path, question));
  if (answer.status === 'too-large' && question.commits.length > 1) {
    const fewer = Math.floor(Math.min(asked, question.commits.length) / 2);
    const smaller = withReading(header, { cursor: String(fewer) });
    return { header: smaller, isDone: false, isCheckpoint: false };
  }
  const diffs = answer.status === 'read' ? answer.diffs : new Map<string, DiffFact>();
  const shas = question.commits.map(({ sha }) => sha);
  const kept = await keepDiffs(slice, header, { shas, diffs });
  const cursor = header.reading.cursor === null ? null : String(asked * 2);
  const reached = withProgress(withReading(kept, { cursor }), question.commits.length);
  return { header: reached, isDone: false, isCheckpoint: true };
}

/** What a merge changed itself is kept like any other diff. */
async function decideMerges(
  slice: Slice,
  header: ReadingHeader,
  questions: readonly MergeQuestion[],
): Promise<PhaseStep> {
  const diffs = await readMerges(slice, header.path, questions);
  const shas = questions.map(({ merge }) => merge);
  const kept = await keepDiffs(slice, header, { shas, diffs });
  return { header: withProgress(kept, shas.length), isDone: false, isCheckpoint: true };
}

type Answered = { shas: readonly string[]; diffs: ReadonlyMap<string, DiffFact> };

/** A commit that the host does not know, or whose diff it cut, has an unread diff. */
async function keepDiffs(
  slice: Slice,
  header: ReadingHeader,
  { shas, diffs }: Answered,
): Promise<ReadingHeader> {
  const facts = await storedFacts(slice, header);
  const unreadAt = header.reading.startedAt;
  const rows = shas.map((sha): [string, RecordedDiff] => {
    const tries = (facts.overdue.get(sha)?.tries ?? 0) + 1;
    return [sha, toRecordedDiff(diffs.get(sha), { unreadAt, tries })];
  });
  await slice.ports.evidence.appendDiffs(header.repository, header.diffCount, rows);
  slice.facts = { ...facts, diffs: new Map([...facts.diffs, ...rows]) };
  slice.assembled = null;
  return { ...header, diffCount: header.diffCount + rows.length };
}

async function keepAnswers(
  slice: Slice,
  header: ReadingHeader,
  more: PresenceAnswers,
): Promise<void> {
  const facts = await storedFacts(slice, header);
  const answers = withAnswers(facts.answers, more);
  await slice.ports.evidence.saveAnswers(header.repository, answers);
  slice.facts = { ...facts, answers };
  slice.assembled = null;
}

/** Keeps of the answers what the refs as they are now need, and says what nobody can tell. */
async function finish(
  slice: Slice,
  header: ReadingHeader,
  fingerprint: string,
): Promise<PhaseStep> {
  const { used, doubtful } = await assemble(slice, header);
  const { diffs, answers } = await storedFacts(slice, header);
  if (countAnswers(used) < countAnswers(answers)) {
    await slice.ports.evidence.saveAnswers(header.repository, used);
  }
  const gaps = doubtful.length === 0 ? [] : [doubt(header, doubtful)];
  return done({
    ...header,
    changesFrom: fingerprint,
    changesAskAgainAt: firstAskAgainAt(diffs, used),
    gaps: { ...header.gaps, changes: gaps },
  });
}

/** Shas that a gap names. */
const NAMED = 3;

function doubt(header: ReadingHeader, shas: readonly string[]): Gap {
  const named = shas.slice(0, NAMED).map((sha) => sha.slice(0, 10));
  const others = shas.length > NAMED ? ` and ${shas.length - NAMED} more` : '';
  const what = shas.length === 1 ? 'a change' : `${shas.length} changes`;
  return gap(
    header,
    `where ${what} of ${header.path} arrived (${named.join(', ')}${others})`,
    'The code host cut a diff or a file that could tell, or left it out.',
  );
}
