import { commitTitle } from '../commit';
import type { Association } from './association';
import { bodyLines, partQuoted } from './message-body';
import type { CommitMessage, OwnershipContext } from './ownership-context';
import { parseTrailers } from './trailers';
import { readTitle, type TitleKeys } from './title-keys';

const BULLET = /^\* +(\S.*)$/;
const PULL_REQUEST_SUFFIX = /\([#!]\d+\)\s*$/;
/** Words before a key that point at another issue: `* see also PAY-1`. */
const POINTER =
  /\b(?:see|cf|like|after|before|unlike|depends on|blocked by|relate[sd] to|follow[- ]?up (?:to|of|for))\b/i;

type SquashContext = Pick<OwnershipContext, 'isProjectKey' | 'pullRequests'>;

/**
 * The issues of the commits that a squash joined, from its `* title` lines. A line that reverts a
 * change undoes it only when no other line makes it.
 */
export function bySquashBullet(commit: CommitMessage, context: SquashContext): Association[] {
  const titles = squashBullets(commit, context).map((bullet) =>
    readTitle(bullet, context.isProjectKey),
  );
  const owned = titles.flatMap(({ owns, reapplies }) => [...owns, ...reapplies]);
  const undone = titles.flatMap(({ reverts }: TitleKeys) => reverts);
  return [
    ...owned.map((key) => toAssociation(key, 'owns')),
    ...undone.map((key) => toAssociation(key, 'reverts')),
  ];
}

const toAssociation = (issueKey: string, kind: 'owns' | 'reverts'): Association => ({
  issueKey,
  kind,
  source: 'squash-bullet',
  detail: null,
});

/**
 * The bullet lines of a squash message; none in any other message. A squash has one parent and
 * either a title that ends in `(#12)` or `(!12)`, or is what a pull request was merged as, or every
 * paragraph of its body before the trailers starts with a bullet. Only `* ` at the start of a line
 * counts, which is what GitHub, GitLab and Bitbucket write: people list remarks with `- `. Quoted
 * lines, code, what follows a `---` line (Dependabot) and lines that point at another issue do not.
 */
export function squashBullets(commit: CommitMessage, context: SquashContext): string[] {
  const body = bodyLines(commit.message);
  if (!isSquash(commit, context.pullRequests, body)) return [];
  const divider = body.findIndex((line) => line.trimEnd() === '---');
  const { own } = partQuoted(divider === -1 ? body : body.slice(0, divider));
  return own.flatMap((line) => BULLET.exec(line)?.[1] ?? []).filter((text) => !POINTER.test(text));
}

function isSquash(
  { sha, message, parents }: CommitMessage,
  pullRequests: SquashContext['pullRequests'],
  body: string[],
): boolean {
  if (parents.length > 1) return false;
  return (
    PULL_REQUEST_SUFFIX.test(commitTitle(message)) ||
    pullRequests.some(({ mergeSha }) => mergeSha === sha) ||
    isListOfBullets(message, body)
  );
}

function isListOfBullets(message: string, body: string[]): boolean {
  const paragraphs = body
    .join('\n')
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '');
  const written = parseTrailers(message).length > 0 ? paragraphs.slice(0, -1) : paragraphs;
  return written.length > 0 && written.every((paragraph) => BULLET.test(firstLine(paragraph)));
}

const firstLine = (paragraph: string): string => paragraph.trimStart().split('\n', 1)[0] ?? '';
