import { diff3Merge } from 'node-diff3';

import { anchorsOf, type Lines, type Sides } from './merge-anchors';

/** `unsure`: equal lines can be matched in two ways that do not give the same. */
export type MergedText =
  { status: 'clean'; text: string } | { status: 'conflict' } | { status: 'unsure' };

const LINE = /(?<=\n)/;
/** Matching takes up to the square of the lines that no anchor parts. */
const MOST_LINES = 2000;

/**
 * What a three-way merge by lines gives; a conflict where both sides changed the same lines, or lines
 * that touch, and not in the same way.
 *
 * Between lines that occur once in each text, as git's histogram does, what only one side changed is
 * taken from it. The rest is matched from its start and from its end: where these differ, git may go
 * either way.
 */
export function mergeTexts(base: string, ours: string, theirs: string): MergedText {
  const sides: Sides = [base.split(LINE), ours.split(LINE), theirs.split(LINE)];
  const parts = partsOf(sides).map(mergePart);
  const bad = (['conflict', 'unsure'] as const).find((status) =>
    parts.some((part) => part.status === status),
  );
  if (bad) return { status: bad };
  return { status: 'clean', text: parts.map((part) => textOf(part)).join('') };
}

const textOf = (part: MergedText): string => (part.status === 'clean' ? part.text : '');

/** What lies between the anchors, and each anchor by itself. */
function partsOf(sides: Sides): Sides[] {
  const parts: Sides[] = [];
  let from: readonly [number, number, number] = [0, 0, 0];
  for (const anchor of [...anchorsOf(sides), ends(sides)]) {
    const next = (side: 0 | 1 | 2): string[] => sides[side].slice(from[side], anchor[side]);
    const line = sides[0].slice(anchor[0], anchor[0] + 1);
    parts.push([next(0), next(1), next(2)], [line, line, line]);
    from = [anchor[0] + 1, anchor[1] + 1, anchor[2] + 1];
  }
  return parts;
}

const ends = ([base, ours, theirs]: Sides): [number, number, number] => [
  base.length,
  ours.length,
  theirs.length,
];

const CONFLICT: MergedText = { status: 'conflict' };
const UNSURE: MergedText = { status: 'unsure' };
const clean = (lines: readonly string[]): MergedText => ({ status: 'clean', text: lines.join('') });

function mergePart(sides: Sides): MergedText {
  const [base, ours, theirs] = sides;
  if (isSame(base, ours) || isSame(ours, theirs)) return clean(theirs);
  if (isSame(base, theirs)) return clean(ours);
  return Math.max(...ends(sides)) > MOST_LINES ? UNSURE : mergeContested(sides);
}

const isSame = (one: Lines, other: Lines): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

function mergeContested(sides: Sides): MergedText {
  const [base, ours, theirs] = sides;
  const forth = mergeLines(sides);
  const back = mergeLines([base.toReversed(), ours.toReversed(), theirs.toReversed()]);
  if (forth === null || back === null) return forth === back ? CONFLICT : UNSURE;
  return isSame(forth, back.toReversed()) ? clean(forth) : UNSURE;
}

function mergeLines([base, ours, theirs]: Sides): string[] | null {
  const regions = diff3Merge([...ours], [...base], [...theirs], { excludeFalseConflicts: true });
  return regions.some(({ conflict }) => conflict) ? null : regions.flatMap(({ ok }) => ok ?? []);
}
