/** One `Key: value` line of a commit message's last paragraph. */
export type Trailer = { key: string; value: string };

const AFTER_NEWLINE = /(?<=\n)/;
const BLANK = /^[ \t\r]*\n?$/;
const INDENTED = /^[ \t\r\n]/;
const TAIL_LINE = /^(?:#|\n$|Conflicts:\n$)/;
const FOLD = /\n[ \t\r\n]*/g;
const SEPARATOR = /^[A-Za-z0-9-]+[ \t]*:/;
const GENERATED_BY_GIT = /^(?:Signed-off-by: |\(cherry picked from commit )/;
const SCISSORS = '# ------------------------ >8 ------------------------\n';

/**
 * The trailers of a stored commit message, unfolded, in order: what
 * `git log --format='%(trailers:only,unfold)'` prints.
 *
 * Source: trailer.c, commit.c (`ignore_non_trailer`) and wt-status.c (`wt_status_locate_end`) of
 * git 2.39 with its default configuration; `---` does not end a message in `git log`.
 */
export function parseTrailers(message: string): Trailer[] {
  const lines = logLines(message);
  return fold(lines.slice(trailerStart(lines))).flatMap((text) => toTrailer(text) ?? []);
}

const isBlank = (line: string): boolean => BLANK.test(line);
const isComment = (line: string): boolean => line.startsWith('#');

/** Trims what git calls space: blank, tab and line ends of ASCII, no other. */
function trim(text: string): string {
  let end = text.length;
  while (end > 0 && INDENTED.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(/^[ \t\r\n]+/, '');
}

/** The lines, each with its newline, that git looks at: from the title to the end of the log message. */
function logLines(message: string): string[] {
  const lines = message.split(AFTER_NEWLINE);
  const title = lines.findIndex((line) => !isBlank(line));
  if (title === -1) return [];
  const fromTitle = lines.slice(title);
  const cut = fromTitle.indexOf(SCISSORS);
  const text = cut === -1 ? fromTitle : fromTitle.slice(0, cut);
  return text.slice(0, text.reduce(nextTail, NO_TAIL).start ?? text.length);
}

/** The run of comments, empty lines and old-style lists of conflicts that may end a message. */
type Tail = { start: number | null; inConflicts: boolean };
const NO_TAIL: Tail = { start: null, inConflicts: false };

/** Git takes no tail for one that starts at the very first line. */
function nextTail(tail: Tail, line: string, index: number): Tail {
  if (tail.inConflicts && line.startsWith('\t')) return tail;
  if (TAIL_LINE.test(line)) {
    return {
      start: tail.start ?? (index || null),
      inConflicts: tail.inConflicts || line.startsWith('Conflicts:'),
    };
  }
  return tail.start === null ? tail : NO_TAIL;
}

/** The first line of the trailer paragraph, or `lines.length` when there is none. */
function trailerStart(lines: string[]): number {
  const titleEnd = lines.findIndex(isBlank);
  const last = lines.findLastIndex((line) => !isComment(line) && !isBlank(line));
  const start = lines.findLastIndex((line, index) => index < last && isBlank(line)) + 1;
  const isAfterTitle = titleEnd !== -1 && start > titleEnd;
  return isAfterTitle && isTrailerBlock(lines.slice(start, last + 1)) ? start : lines.length;
}

/** All lines are trailers, or a quarter of them are and git wrote one of these. */
function isTrailerBlock(block: string[]): boolean {
  let trailers = 0;
  let others = 0;
  let continuations = 0;
  for (const line of block.toReversed()) {
    if (isTrailerLine(line)) {
      trailers += 1;
      continuations = 0;
    } else if (INDENTED.test(line)) {
      continuations += 1;
    } else {
      others += continuations + (isComment(line) ? 0 : 1);
      continuations = 0;
    }
  }
  others += continuations;
  const isGenerated = block.some((line) => GENERATED_BY_GIT.test(line));
  return isGenerated ? trailers * 3 >= others : trailers > 0 && others === 0;
}

const isTrailerLine = (line: string): boolean =>
  GENERATED_BY_GIT.test(line) || SEPARATOR.test(line);

/** Joins each trailer with the indented lines that continue it. */
function fold(block: string[]): string[] {
  const folded: string[] = [];
  for (const line of block) {
    const last = folded.at(-1);
    const continues = last !== undefined && INDENTED.test(line) && SEPARATOR.test(last);
    if (continues) folded[folded.length - 1] = last + line;
    else folded.push(line);
  }
  return folded;
}

function toTrailer(text: string): Trailer | null {
  const separator = SEPARATOR.exec(text)?.[0];
  if (separator === undefined) return null;
  const value = trim(text.slice(separator.length)).replace(FOLD, ' ');
  return { key: trim(separator.slice(0, -1)), value: trim(value) };
}
