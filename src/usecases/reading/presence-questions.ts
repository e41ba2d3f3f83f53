import {
  NO_ANSWERS,
  spanKey,
  withAnswers,
  type CombinedAnswer,
  type FileAnswer,
  type PresenceAnswers,
} from '../../domain/evidence/presence-answers';
import type { FactsNeeded, Span } from '../../domain/presence/presence-facts';
import { ProviderError } from '../../ports/provider-error';
import { ask, type Slice } from './slice';

/** What presence asks for besides diffs, one question to the host each. */
export type PresenceQuestion =
  { kind: 'combined'; span: Span } | { kind: 'files'; sha: string; paths: string[] };

/** Questions of one step, all asked whatever the slice has left: what a step asks must not depend on that. */
const MOST_QUESTIONS = 10;

/** The next questions, in an order that depends on nothing but them. */
export function questionsOf({ spans, blobs }: FactsNeeded): PresenceQuestion[] {
  const files = [...blobs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha, paths]) => ({ kind: 'files' as const, sha, paths: [...paths].sort() }));
  const combined = [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, span]) => ({ kind: 'combined' as const, span }));
  return [...files, ...combined].slice(0, MOST_QUESTIONS);
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
  const files = await readFiles(slice, where, question);
  return { ...NO_ANSWERS, files: new Map([[question.sha, files]]) };
}

async function readCombined(
  slice: Slice,
  { path, at }: Where,
  span: Span,
): Promise<CombinedAnswer> {
  const fact = await ask(slice, (host) => host.readCombined(path, span));
  return fact.status === 'known' ? { patchId: fact.patchId } : { unreadAt: at };
}

async function readFiles(
  slice: Slice,
  { path, at }: Where,
  { sha, paths }: { sha: string; paths: readonly string[] },
): Promise<Map<string, FileAnswer>> {
  const found = await ask(slice, (host) => host.readFiles(path, { sha, paths }));
  return new Map(
    paths.map((one): [string, FileAnswer] => [
      one,
      found === 'unread' ? { unreadAt: at } : (found.get(one) ?? null),
    ]),
  );
}
