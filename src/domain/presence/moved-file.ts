import type { MergeQuestion } from './merge-doubt';
import { blobOf, mergeFiles, type Placed, type WantedText } from './merged-file';
import {
  PLAIN,
  UNTOLD,
  versionsOf,
  type MergeFiles,
  type Verdict,
  type Versions,
} from './merge-versions';
import { similarity } from './similarity';

type Case = { question: MergeQuestion; versions: Versions; files: MergeFiles; base: Placed };

/**
 * A file that a side took away, or that both sides made: it may have been moved, and then git joins it
 * with what the other side made of the old one. `null` where no move comes into it.
 */
export function movedVerdict(
  question: MergeQuestion,
  versions: Versions,
  files: MergeFiles,
): Verdict | null {
  if (!('file' in versions.base)) return UNTOLD;
  const one: Case = { question, versions, files, base: versions.base };
  const before = blobOf(one.base.file);
  const [ours, theirs] = [blobOf(versions.sides[0].file), blobOf(versions.sides[1].file)];
  if (ours === theirs) return before === null ? null : bothTook(one);
  if (before === null) return bothMade(one);
  const isJoined = ours === before || theirs === before;
  return isJoined ? null : oneTook(one, ours === null ? 0 : 1);
}

/** New names of a file on one side, also where it was moved again. */
function newNames({ moves }: MergeQuestion, path: string, at: 0 | 1): string[] {
  const names = new Set([path]);
  for (const name of names) {
    const next = moves.filter((move) => move.at === at && move.from === name);
    for (const { to } of next) names.add(to);
  }
  names.delete(path);
  return [...names];
}

/** Git knows no conflict between two moves to one name: it joins the two with what they were before. */
function bothMade({ question, versions }: Case): Verdict | null {
  const isMoved = question.moves.some(({ to }) => to === versions.path);
  return isMoved || question.isKnown.includes(false) ? UNTOLD : null;
}

/** Both took the file away: a conflict where one of them only moved it. */
function bothTook(one: Case): Verdict | null {
  if (one.question.isKnown.includes(false)) return UNTOLD;
  const [ours, theirs] = [namesThere(one, 0), namesThere(one, 1)];
  if (namesOf(ours) === namesOf(theirs)) return null;
  if (ours.length > 0 && theirs.length > 0) return UNTOLD;
  return onlyOne([
    ...ours.flatMap((moved) => ownMove(one, moved, 0) ?? []),
    ...theirs.flatMap((moved) => ownMove(one, moved, 1) ?? []),
  ]);
}

const namesOf = (all: readonly Versions[]): string => all.map(({ path }) => path).join('\n');
const onlyOne = ([first, ...others]: readonly Verdict[]): Verdict | null =>
  others.length > 0 ? UNTOLD : (first ?? null);

/** Files that stand under a new name on one side. */
const namesThere = ({ question, versions, files }: Case, at: 0 | 1): Versions[] =>
  newNames(question, versions.path, at)
    .map((name) => versionsOf(question, name, files))
    .filter(({ sides }) => sides[at].file !== null);

/** One side took the file away or moved it, the other changed it. */
function oneTook(one: Case, at: 0 | 1): Verdict | null {
  if (!one.question.isKnown[at]) return UNTOLD;
  const tries = namesThere(one, at).flatMap((moved) => tryMove(one, moved, at) ?? []);
  const plain = tries.find((verdict) => verdict.status === 'told' && verdict.own.length === 0);
  const unsure = tries.flatMap((verdict) => (verdict.status === 'unsure' ? [verdict] : []));
  if (plain) return plain;
  if (unsure.length > 0) {
    return { status: 'unsure', wanted: unsure.flatMap(({ wanted }) => wanted) };
  }
  return onlyOne(tries);
}

/** `null`: the file under the new name is another one. */
function tryMove(one: Case, moved: Versions, at: 0 | 1): Verdict | null {
  const { base, versions, files } = one;
  const other = at === 0 ? 1 : 0;
  if (moved.sides[other].file !== null) return UNTOLD;
  const merged = mergeFiles(base, moved.sides[at], versions.sides[other], files.textOf);
  if (merged.status === 'unsure') return merged;
  const isClean = merged.status === 'clean' && merged.blob === blobOf(moved.merge);
  return isClean && versions.merge === null ? PLAIN : ownMove(one, moved, at);
}

function ownMove({ base, versions, files }: Case, moved: Versions, at: 0 | 1): Verdict | null {
  const alike = likeness(base, moved.sides[at], files);
  if (typeof alike !== 'string') return alike;
  const own = versions.merge === null ? [moved.path] : [moved.path, versions.path];
  return alike === 'yes' ? { status: 'told', own } : null;
}

/** Git takes files for one that have half of their bytes in common; it counts them otherwise than we do. */
const SURELY_ALIKE = 0.6;
const SURELY_OTHER = 0.4;

function likeness(base: Placed, target: Placed, { textOf }: MergeFiles): 'yes' | 'no' | Verdict {
  const [one, other] = [toWanted(base), toWanted(target)];
  if (one.blob === other.blob) return 'yes';
  const [before, after] = [textOf(one.blob), textOf(other.blob)];
  if (typeof before !== 'string' || typeof after !== 'string') {
    return {
      status: 'unsure',
      wanted: [one, other].filter(({ blob }) => textOf(blob) === undefined),
    };
  }
  const alike = similarity(before, after);
  if (alike >= SURELY_ALIKE) return 'yes';
  return alike <= SURELY_OTHER ? 'no' : UNTOLD;
}

const toWanted = ({ file, sha, path }: Placed): WantedText => ({
  blob: blobOf(file) ?? '',
  sha,
  path,
});
