import type { LifeEvent } from '../../../src/domain/lines/life-event';
import { lastJudgement, rejected } from '../../../src/domain/reasons/rejected';
import { itTells, judgement, lineLife, promotionCase } from '../../support/promotion-case';

/** The stage is that of the last event. */
const withEvents = (...events: LifeEvent[]) => {
  const kind = events.at(-1)?.kind;
  const stage = kind === 'rejected' || kind === 'approved' || kind === 'redeployed' ? kind : null;
  return promotionCase({ lives: [lineLife({ events, stage })] });
};
const redeployed: LifeEvent = {
  kind: 'redeployed',
  line: 'test',
  at: '2026-05-03T08:00:00Z',
  repository: 'github:acme/payments-api',
  environment: 'qa',
  sha: 'a2',
  shas: ['a2'],
  url: null,
};

describe('rejected', () => {
  it.each([
    {
      note: 'the total is wrong',
      told: 'PAY-1: Test failed by Quinn on 2026-05-03: the total is wrong',
    },
    { note: null, told: 'PAY-1: Test failed by Quinn on 2026-05-03' },
    { note: undefined, told: 'PAY-1 became Test failed by Quinn on 2026-05-03' },
  ])('tells where the word comes from: $told', ({ note, told }) => {
    const word: LifeEvent = {
      ...{ kind: 'rejected', line: 'test', at: '2026-05-03T09:00:00Z', by: 'Quinn' },
      ...{ status: 'Test failed', ...(note !== undefined && { note }) },
    };

    expect(rejected(withEvents(word))[0]?.evidence[0]?.text).toBe(told);
  });

  itTells(rejected, ['rejected', 'blocked'], {
    yes: [
      { when: 'it was rejected', facts: withEvents(judgement('rejected')) },
      {
        when: 'it was approved and then rejected',
        facts: withEvents(judgement('approved'), judgement('rejected')),
      },
    ],
    no: [
      {
        when: 'it was rejected and deployed again',
        facts: withEvents(judgement('rejected'), redeployed),
      },
      { when: 'nobody judged', facts: withEvents() },
      {
        when: 'it was approved since',
        facts: withEvents(judgement('rejected'), judgement('approved')),
      },
      {
        when: 'another line rejected it',
        facts: promotionCase({
          lives: [lineLife({ line: 'dev', events: [judgement('rejected')] })],
        }),
      },
      { when: 'nothing is known of the line', facts: promotionCase({ lives: [] }) },
    ],
  });

  it.each([
    ['Eva Roth', 'PAY-1 was rejected on test by Eva Roth, and nobody approved it since.'],
    [null, 'PAY-1 was rejected on test, and nobody approved it since.'],
  ])('says that %s did it', (by, summary) => {
    expect(rejected(withEvents(judgement('rejected', { by })))).toMatchObject([{ summary }]);
  });
});

describe('lastJudgement', () => {
  it('is the last of the line', () => {
    const facts = withEvents(judgement('rejected'), judgement('approved'), redeployed);

    expect(lastJudgement(facts, 'test')?.kind).toBe('approved');
  });
});
