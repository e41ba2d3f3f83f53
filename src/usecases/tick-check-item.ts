import type { Ports } from '../ports/ports';
import { getIssue, type IssuePorts, type IssueQuestion } from './get-issue';
import { isRefusal, refuse, type Outcome } from './refusal';
import { sayWord, type SaidWord, type WordInput } from './say-word';

export type CheckItemInput = WordInput & IssueQuestion & { itemId: string };

/**
 * Keeps a person's word on an item of an issue's checklist: it is done, it failed, or it is open after
 * all. The word covers the commits that the item is about now: a later one opens it again.
 */
export async function tickCheckItem(
  ports: IssuePorts & Pick<Ports, 'ticks'>,
  { itemId, outcome, note, ...question }: CheckItemInput,
): Promise<Outcome<SaidWord>> {
  const found = await getIssue(ports, question);
  if (isRefusal(found)) return found;
  const { issue, judgement, checklist } = found;
  const item = checklist.find(({ id }) => id === itemId);
  if (!item || !judgement) {
    return refuse(
      'not-found',
      `The checklist of ${issue.key} has no such item any more. Reload: its changes may have arrived or been taken away.`,
    );
  }
  const line = judgement.facts.promotion.from;
  return sayWord(ports, item, { outcome, note, line }, (word) =>
    ports.ticks.addTick(issue.key, word),
  );
}
