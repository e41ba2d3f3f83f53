import { counted } from '../../reasons/evidence-links';
import type { Reason } from '../../reasons/reason';
import type { CheckItem } from '../check-item';
import type { JudgedIssue } from '../judged-issue';
import { isReviewable, reviewId } from '../review-id';
import { foundItem } from './found-item';
import type { FoundItem, GateRule, ReleaseFacts } from './release-facts';

/**
 * No issue is blocked, and a person looked at each reason that asks for it. What a person looked at and
 * found wrong is a rejection.
 */
export const issuesGate: GateRule = (facts) => {
  const { issues } = facts.bundle;
  const open = [...blockedItems(facts), ...toReview(facts)];
  const waiting = new Set(open.map(({ issueKey }) => issueKey));
  const done = issues.filter(({ key }) => !waiting.has(key)).length;
  return {
    open,
    summary:
      open.length === 0
        ? `${counted(done, 'issue')}: none is blocked, and everything to look at was looked at.`
        : `${done} of ${counted(issues.length, 'issue')} may go. ${open[0]?.text ?? ''}`,
    progress: { done, of: issues.length },
  };
};

/** What no look can answer: blocked reasons, and what somebody found wrong. */
export const blockedItems = ({ bundle: { issues }, items }: ReleaseFacts): FoundItem[] => [
  ...issues.flatMap((issue) =>
    issue.reasons.filter(({ level }) => level === 'blocked').map((one) => reasonItem(issue, one)),
  ),
  ...items.filter(({ state }) => state === 'failed').flatMap((item) => failedItem(item, issues)),
];

function toReview({ bundle: { issues }, items }: ReleaseFacts): FoundItem[] {
  const seen = new Set(items.filter(isAnswered).map(({ id }) => id));
  return issues.flatMap((issue) =>
    issue.reasons
      .filter(({ level }) => level === 'manual-review')
      .filter((reason) => !(isReviewable(reason) && seen.has(reviewId(issue.key, reason))))
      .map((reason) => reasonItem(issue, reason)),
  );
}

/** A failed one is told as that. */
const isAnswered = ({ kind, state }: CheckItem): boolean => kind === 'review' && state !== 'open';

/** A word covers the commits that it was about, and a reason is open with any other. */
function reasonItem({ key, changes }: JudgedIssue, reason: Reason): FoundItem {
  const { code, level, summary, evidence, shas = [] } = reason;
  const owners = changes
    .filter(({ commits }) => commits.some(({ sha }) => shas.includes(sha)))
    .map(({ owner }) => owner);
  const text = summary.includes(key) ? summary : `${key}: ${summary}`;
  return foundItem([reviewId(key, reason), level], {
    code,
    text,
    issueKey: key,
    owner: owners.find((owner) => owner !== null) ?? null,
    url: evidence.find(({ url }) => url !== null)?.url ?? null,
    shas,
  });
}

/** The issue may say by itself that it was rejected. */
function failedItem(item: CheckItem, issues: readonly JudgedIssue[]): FoundItem[] {
  const { id, issueKey, text, owner, word, links, shas } = item;
  const issue = issues.find(({ key }) => key === issueKey);
  if (issue?.reasons.some(({ code, level }) => code === 'rejected' && level === 'blocked')) {
    return [];
  }
  return [
    foundItem([id], {
      code: 'check-item-failed',
      text: `${issueKey === null ? '' : `${issueKey}: `}“${text}” was failed${saidOf(word)}`,
      issueKey,
      owner,
      url: links.find(({ url }) => url !== null)?.url ?? null,
      shas,
    }),
  ];
}

const saidOf = (word: CheckItem['word']): string =>
  word === null ? '.' : ` by ${word.by}${word.note === null ? '.' : `: ${word.note}`}`;
