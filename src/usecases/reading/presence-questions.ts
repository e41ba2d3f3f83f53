import {
  NO_ANSWERS,
  spanKey,
  withAnswers,
  type CombinedAnswer,
  type FileAnswer,
  type PresenceAnswers,
} from '../../domain/evidence/presence-answers';
import type { FactsNeeded, Span } from '../../domain/presence/presence-facts';
import type { FilesAsk } from '../../ports/code-host';
import { ProviderError } from '../../ports/provider-error';
import { ask, type Slice } from './slice';

/** What presence asks for besides diffs, one question to the host each. */
export type PresenceQuestion =
  { kind: 'combined'; span: Span } | { kind: 'files'; asks: readonly FilesAsk[] };

/** Questions of one step, all asked whatever the slice has left: what a step asks must not depend on that. */
const MOST_QUESTIONS = 10;

/**
 * The next questions, in an order that depends on nothing but them. Files of many commits are one
 * question, which may take the host several requests: a step asks no more than one of them.
 */
export function questionsOf({ spans, blobs }: FactsNeeded, mostFiles: number): PresenceQuestion[] {
  const asks = firstAsks(blobs, mostFiles);
  const files = asks.length === 0 ? [] : [{ kind: 'files' as const, asks }];
  const combined = [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, span]) => ({ kind: 'combined' as const, span }));
  return [...files, ...combined].slice(0, MOST_QUESTIONS);
}

/** The first commits whose files are no more than `most` together; one commit is always among them. */
function firstAsks(blobs: FactsNeeded['blobs'], most: number): FilesAsk[] {
  const asks: FilesAsk[] = [];
  let left = most;
  for (const [sha, paths] of [...blobs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    left -= paths.size;
    if (left < 0 && asks.length > 0) break;
    asks.push({ sha, paths: [...paths].sort() });
  }
  return asks;
}

type Where = { path: string; at: string };

/**
 * Asks one after the other. When the host fails, the answers before are given: what is left comes
 * first the next time, and fails then by itself.
 *
 * Errors: `ProviderError` when the first question fails.
 */
export async function answerQuestions(
  slice: Slice,
  where: Where,
  questions: readonly PresenceQuestion[],
): Promise<PresenceAnswers> {
  let answers = NO_ANSWERS;
  for (const question of questions) {
    const more = await answer(slice, where, question).catch(unlessFirst(answers));
    if (more === 'failed') break;
    answers = withAnswers(answers, more);
  }
  return answers;
}

const unlessFirst =
  (before: PresenceAnswers) =>
  (error: unknown): 'failed' => {
    if (isPassing(error) && before !== NO_ANSWERS) return 'failed';
    throw error;
  };

/** What may be asked again soon. A refusal is told at once, even if it would not come a second time. */
const isPassing = (error: unknown): boolean =>
  error instanceof ProviderError &&
  (error.failure.kind === 'rate-limited' || error.failure.kind === 'unavailable');

async function answer(
  slice: Slice,
  where: Where,
  question: PresenceQuestion,
): Promise<PresenceAnswers> {
  if (question.kind === 'combined') {
    const { span } = question;
    const combined = await readCombined(slice, where, span);
    return { ...NO_ANSWERS, combined: new Map([[spanKey(span), combined]]) };
  }
  return { ...NO_ANSWERS, files: await readFiles(slice, where, question.asks) };
}

async function readCombined(
  slice: Slice,
  { path, at }: Where,
  span: Span,
): Promise<CombinedAnswer> {
  const fact = await ask(slice, (host) => host.readCombined(path, span));
  return fact.status === 'known' ? { patchId: fact.patchId } : { unreadAt: at };
}

/** Of a commit that the host does not know no file was read. */
async function readFiles(
  slice: Slice,
  { path, at }: Where,
  asks: readonly FilesAsk[],
): Promise<PresenceAnswers['files']> {
  const found = await ask(slice, (host) => host.readFiles(path, asks));
  return new Map(
    asks.map(({ sha, paths }) => {
      const files = found.get(sha) ?? 'unread';
      const answerOf = (one: string): FileAnswer =>
        files === 'unread' ? { unreadAt: at } : (files.get(one) ?? null);
      return [sha, new Map(paths.map((one) => [one, answerOf(one)]))];
    }),
  );
}
