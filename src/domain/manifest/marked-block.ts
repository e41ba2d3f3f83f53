/** What Jira takes of a version's description. */
export const LONGEST_DESCRIPTION = 16_384;

const BEGIN = '=== Convoy: where this release stands ===';
const END = '=== end of Convoy ===';

/**
 * The description with `lines` in Convoy's own block: in place of the block of before, else after what is
 * there. What people wrote around it stays. `null` when Jira would not take so much.
 */
export function withBlock(description: string, lines: readonly string[]): string | null {
  const block = [BEGIN, ...lines.map((line) => line.replaceAll('===', '=')), END].join('\n');
  const start = description.indexOf(BEGIN);
  const end = start < 0 ? -1 : description.indexOf(END, start);
  const text = end < 0 ? appended(description, block) : replaced(description, block, [start, end]);
  return text.length <= LONGEST_DESCRIPTION ? text : null;
}

const replaced = (description: string, block: string, [start, end]: [number, number]): string =>
  description.slice(0, start) + block + description.slice(end + END.length);

const appended = (description: string, block: string): string =>
  description.trim() === '' ? block : `${description.trimEnd()}\n\n${block}`;
