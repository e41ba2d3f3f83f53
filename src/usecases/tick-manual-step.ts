import type { Ports } from '../ports/ports';
import { getIssue, type IssuePorts, type IssueQuestion } from './get-issue';
import { isRefusal, refuse, type Outcome } from './refusal';
import { unlessKept } from './say-word';

type TickPorts = IssuePorts & Pick<Ports, 'ticks'>;

export type TickInput = {
  issueKey: string;
  stepId: string;
  done: boolean;
  note?: string | undefined;
} & Pick<IssueQuestion, 'from' | 'to'>;

/**
 * Keeps a person's word that a manual step of an issue is done, or is not after all, with who, when and a
 * note. The word covers the commits that ask for the step now: a later one opens the step again.
 */
export async function tickManualStep(
  ports: TickPorts,
  { stepId, done, note, ...question }: TickInput,
): Promise<Outcome<{ stepId: string; done: boolean; by: string; at: string }>> {
  const found = await getIssue(ports, question);
  if (isRefusal(found)) return found;
  const step = found.judgement?.facts.manualSteps.find(({ id }) => id === stepId);
  if (!step) {
    return refuse(
      'not-found',
      `${found.issue.key} has no such manual step any more. Reload: its changes may have arrived or been taken away.`,
    );
  }
  const { accountId, displayName: by } = await ports.asUser.getViewer();
  const at = ports.now();
  const word = { stepId, done, by, accountId, at, note: note === '' ? null : (note ?? null) };
  const keeping = await ports.ticks.addTick(found.issue.key, { ...word, shas: step.shas });
  return unlessKept(keeping, found.issue.key) ?? { stepId, done, by, at };
}
