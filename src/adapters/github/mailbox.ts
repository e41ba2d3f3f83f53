import type { Commit } from '../../domain/commit';
import { readWholeDiff, type WholeDiff } from '../../domain/presence/whole-diff';

/** The diffs that a mailbox proves, by commit, one character per byte, and whether no mail is missing. */
export type Mailbox = { diffs: Map<string, string>; isWhole: boolean };

type Messages = ReadonlyMap<string, string>;
type Mail = { sha: string; number: number; total: number; text: string; separator: number | null };

const MAIL_START = /^From ([0-9a-f]{40}(?:[0-9a-f]{24})?) Mon Sep 17 00:00:00 2001$/gm;
const NUMBERED = /^Subject: \[PATCH(?: (\d+)\/(\d+))?\]/m;
const SEPARATOR = '---';
const COUNTED =
  /^ (\d+) files? changed(?:, (\d+) insertions?\(\+\))?(?:, (\d+) deletions?\(-\))?$/m;
const SIGNATURE = /^(?:-- \n[^\n]*\n)?\n*$/;

/**
 * Reads what `git format-patch --stdout` writes, one character per byte.
 *
 * A message may hold anything, a forged mail too. So a mail counts only where it must begin: where
 * all lines that look like one are as many as the mails are numbered, or, after a mail whose message
 * is known, behind that message. A diff counts only if it is as long as its own summary says.
 */
export function readMailbox(text: string, commits: readonly Commit[]): Mailbox {
  const messages = new Map(commits.map(({ sha, message }) => [sha, message]));
  const mails = splitMails(text, messages);
  const diffs = mails.flatMap((mail): [string, string][] => {
    const diff = diffOf(mail);
    return diff === null ? [] : [[mail.sha, diff]];
  });
  return { diffs: new Map(diffs), isWhole: mails.length > 0 && mails.length === mails[0]?.total };
}

/** The mails from the first on for which it is certain where they begin and end. */
function splitMails(text: string, messages: Messages): Mail[] {
  const starts = [...text.matchAll(MAIL_START)].map(({ index }) => index);
  const mails: Mail[] = [];
  let at = starts[0] === 0 ? 0 : undefined;
  while (at !== undefined) {
    const head = headOf(text.slice(at), messages);
    const left = starts.filter((start) => start >= Number(at)).length;
    const isEachReal = left === head.total - mails.length;
    if (!isNext(head, mails) || (!isEachReal && head.separator === null)) break;
    const behindMessage = at + (head.separator ?? 0);
    const next = starts.find((start) => start > behindMessage);
    mails.push({ ...head, text: text.slice(at, next) });
    at = next;
  }
  return mails;
}

const isNext = ({ number, total }: Mail, mails: readonly Mail[]): boolean =>
  number === mails.length + 1 && total === (mails[0]?.total ?? total);

/** What stands before the diff. `text` may go on with further mails. */
function headOf(text: string, messages: Messages): Mail {
  const [, sha = ''] = new RegExp(MAIL_START.source, 'm').exec(text) ?? [];
  const headerEnd = text.indexOf('\n\n');
  const [, number = '1', total = '1'] = NUMBERED.exec(text.slice(0, headerEnd)) ?? [];
  const separator = separatorOf(text, headerEnd + 2, messages.get(sha));
  return { sha, number: Number(number), total: Number(total), text, separator };
}

/** Where the line `---` behind the message begins; `null` when the message is not the known one. */
function separatorOf(text: string, bodyStart: number, message: string | undefined): number | null {
  if (message === undefined || bodyStart < 2) return null;
  let at = bodyStart;
  for (const line of bodyOf(message)) {
    const end = text.indexOf('\n', at);
    if (end === -1 || toComparable(decode(text.slice(at, end))) !== line) return null;
    at = end + 1;
  }
  return text.startsWith(`${SEPARATOR}\n`, at) ? at : null;
}

const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/** Git writes a line without the blanks at its end; what is no UTF-8 is not told alike everywhere. */
const toComparable = (line: string): string =>
  line.replace(/[ \t\r]+$/, '').replace(/\uFFFD+/g, '\uFFFD');

/** The lines of a message behind its first paragraph, without empty ones around them. */
function bodyOf(message: string): string[] {
  const lines = message.split('\n').map(toComparable);
  const title = lines.findIndex((line) => line !== '');
  const titleEnd = lines.findIndex((line, at) => at > title && line === '');
  const start = titleEnd === -1 ? -1 : lines.findIndex((line, at) => at > titleEnd && line !== '');
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => line !== '') + 1);
}

/** The diff of a mail; `null` when it is not certain where it begins, or it is not whole. */
function diffOf({ text, separator }: Mail): string | null {
  const behind = text.slice(separator ?? onlySeparatorOf(text) ?? text.length);
  const start = behind.search(/^diff --git /m);
  const whole = start === -1 ? null : readWholeDiff(behind.slice(start));
  if (whole === null || !SIGNATURE.test(whole.rest)) return null;
  return isCounted(behind.slice(0, start), whole) ? whole.diff : null;
}

function isCounted(summary: string, whole: WholeDiff): boolean {
  const [, files, insertions = '0', deletions = '0'] = COUNTED.exec(summary) ?? [];
  return (
    Number(files) === whole.files &&
    Number(insertions) === whole.insertions &&
    Number(deletions) === whole.deletions
  );
}

/** The one line `---` of a mail, if no line before it could be of a diff. */
function onlySeparatorOf(text: string): number | null {
  const [found, second] = [...text.matchAll(/^---\n/gm)].map(({ index }) => index);
  const isOnly = found !== undefined && second === undefined;
  return isOnly && !/^diff --git /m.test(text.slice(0, found)) ? found : null;
}
