import type { LifeEvent } from '../lines/life-event';
import { reasonFrom } from './evidence-links';
import type { PromotionCase } from './promotion-case';
import type { Rule } from './rule';

type Judgement = Extract<LifeEvent, { kind: 'rejected' | 'approved' }>;

/** The last rejection or approval on a line. */
export const lastJudgement = (
  { lives }: Pick<PromotionCase, 'lives'>,
  line: string,
): Judgement | undefined =>
  lives
    .find((life) => life.line === line)
    ?.events.findLast(
      (event): event is Judgement => event.kind === 'rejected' || event.kind === 'approved',
    );

/** The last life event on `from` is a rejection: nothing was deployed and nobody approved since. */
export const rejected: Rule = (facts) => {
  const { from } = facts.promotion;
  const last = lastJudgement(facts, from);
  const stage = facts.lives.find(({ line }) => line === from)?.stage;
  if (stage !== 'rejected' || last?.kind !== 'rejected') return [];
  const by = last.by === null ? '' : ` by ${last.by}`;
  return reasonFrom([{ text: textOf(facts.issueKey, last), url: null }], {
    code: 'rejected',
    level: 'blocked',
    summary: `${facts.issueKey} was rejected on ${from}${by}, and nobody approved it since.`,
  });
};

/** A status of Jira, or what somebody failed in Convoy. */
function textOf(issueKey: string, { status, by, at, note }: Judgement): string {
  const who = `${by === null ? '' : ` by ${by}`} on ${at.slice(0, 10)}`;
  if (note === undefined) return `${issueKey} became ${status}${who}`;
  return `${issueKey}: ${status}${who}${note === null ? '' : `: ${note}`}`;
}
