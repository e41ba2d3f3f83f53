import { UNREAD_BLOB, type DiffFact } from './diff-fact';
import type { MergeQuestion } from './merge-doubt';
import {
  mergeVersions,
  PLAIN,
  UNTOLD,
  versionsOf,
  type MergeFiles,
  type Verdict,
  type Versions,
} from './merge-versions';
import { blobOf, type WantedText } from './merged-file';
import { movedVerdict } from './moved-file';

/**
 * What a merge changed itself: each file that is not as git joins it, and each where git could not join
 * it, whichever way somebody did. Texts that could still tell are `wanted`; the fact stands without them.
 */
export function ownChange(
  question: MergeQuestion,
  files: MergeFiles,
): { fact: DiffFact; wanted: readonly WantedText[] } {
  const verdicts = question.paths.map((path) => verdictOf(question, path, files));
  const wanted = verdicts.flatMap((one) => (one.status === 'unsure' ? one.wanted : []));
  if (verdicts.some(({ status }) => status === 'unsure')) return { fact: UNREAD, wanted };
  const own = verdicts.flatMap((one) => (one.status === 'told' ? one.own : []));
  return { fact: toFact(question, [...new Set(own)].sort(), files), wanted };
}

const UNREAD: DiffFact = { status: 'unread' };

/** Its patch is like no other: what git calls its difference holds the marks of a conflict. */
function toFact({ merge }: MergeQuestion, own: readonly string[], files: MergeFiles): DiffFact {
  return {
    status: 'known',
    patchId: own.length === 0 ? null : merge,
    ...{ loosePatchId: null, linesId: null, inverseId: null, growth: 0 },
    paths: own.map((path) => {
      const file = files.fileAt(merge, path);
      const mode = file === null || file === 'unread' ? null : file.mode;
      return { path, before: UNREAD_BLOB, after: blobOf(file), mode };
    }),
  };
}

function verdictOf(question: MergeQuestion, path: string, files: MergeFiles): Verdict {
  const versions = versionsOf(question, path, files);
  const { merge, base, sides } = versions;
  if (merge === 'unread') return UNTOLD;
  const isOneSided = sides.some(({ file }) => file === null) || !hasFile(base);
  const moved = isOneSided ? movedVerdict(question, versions, files) : null;
  if (moved) return moved;
  const merged = mergeVersions(versions, files.textOf);
  if (merged.status === 'unsure') return merged;
  const isPlain = merged.status === 'clean' && merged.blob === blobOf(merge);
  return isPlain ? PLAIN : { status: 'told', own: [path] };
}

const hasFile = (base: Versions['base']): boolean => 'file' in base && base.file !== null;

/** The files that a question asks for, by commit. */
export function filesOf(question: MergeQuestion): { sha: string; paths: string[] }[] {
  const { merge, parents, bases, root, paths, moves } = question;
  const names = [...new Set([...paths, ...moves.flatMap(({ from, to }) => [from, to])])];
  const shas = [merge, ...parents, ...bases, ...(root === null ? [] : [root])];
  return [...new Set(shas)].map((sha) => ({ sha, paths: names }));
}
