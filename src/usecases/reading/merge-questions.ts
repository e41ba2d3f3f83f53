import type { MergeQuestion } from '../../domain/presence/merge-doubt';
import type { DiffFact } from '../../domain/presence/diff-fact';
import type { FileOf, WantedText } from '../../domain/presence/merged-file';
import { ownChange, filesOf } from '../../domain/presence/own-change';
import type { FilesAsk } from '../../ports/code-host';
import { ask, type Slice } from './slice';

type Texts = Map<string, string | null>;

/** The first merges whose files fit into one question; one merge is always among them. */
export function mergesOfStep(
  questions: readonly MergeQuestion[],
  mostFiles: number,
): MergeQuestion[] {
  const first: MergeQuestion[] = [];
  let left = mostFiles;
  for (const question of questions) {
    left -= filesOf(question).reduce((sum, { paths }) => sum + paths.length, 0);
    if (left < 0 && first.length > 0) break;
    first.push(question);
  }
  return first;
}

/**
 * What merges changed themselves. All is asked anew wherever a reading died: neither files nor texts
 * are kept, and what comes of them is kept at once.
 *
 * Errors: `ProviderError` when a question fails.
 */
export async function readMerges(
  slice: Slice,
  path: string,
  questions: readonly MergeQuestion[],
): Promise<Map<string, DiffFact>> {
  const files = await ask(slice, (host) => host.readFiles(path, asksOf(questions)));
  const texts: Texts = new Map();
  const fileAt = (sha: string, name: string): FileOf => {
    const found = files.get(sha) ?? 'unread';
    return found === 'unread' ? 'unread' : (found.get(name) ?? null);
  };
  const decide = (question: MergeQuestion) =>
    ownChange(question, { fileAt, textOf: (blob) => texts.get(blob) });
  for (;;) {
    const decided = questions.map(decide);
    const wanted = distinct(decided.flatMap((one) => one.wanted));
    if (wanted.length === 0) {
      return new Map(questions.map(({ merge }, at) => [merge, decided[at]?.fact ?? UNREAD]));
    }
    await readTexts(slice, path, wanted, texts);
  }
}

const UNREAD: DiffFact = { status: 'unread' };

/** One for each commit that any of the merges asks for. */
function asksOf(questions: readonly MergeQuestion[]): FilesAsk[] {
  const bySha = new Map<string, Set<string>>();
  for (const { sha, paths } of questions.flatMap(filesOf)) {
    bySha.set(sha, new Set([...(bySha.get(sha) ?? []), ...paths]));
  }
  return [...bySha].map(([sha, paths]) => ({ sha, paths: [...paths].sort() }));
}

const distinct = (wanted: readonly WantedText[]): WantedText[] => [
  ...new Map(wanted.map((one) => [one.blob, one])).values(),
];

/** What the host does not give counts as told: nobody can read it. */
async function readTexts(
  slice: Slice,
  path: string,
  wanted: readonly WantedText[],
  texts: Texts,
): Promise<void> {
  const most = slice.host.textsPerQuestion;
  for (let start = 0; start < wanted.length; start += most) {
    const some = wanted.slice(start, start + most);
    const found = await ask(slice, (host) => host.readTexts(path, some));
    for (const { blob } of some) texts.set(blob, found.get(blob) ?? null);
  }
}
