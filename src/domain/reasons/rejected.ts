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
  return reasonFrom(
    [
      {
        text: `${facts.issueKey} became ${last.status}${by} on ${last.at.slice(0, 10)}`,
        url: null,
      },
    ],
    {
      code: 'rejected',
      level: 'blocked',
      summary: `${facts.issueKey} was rejected on ${from}${by}, and nobody approved it since.`,
    },
  );
};
