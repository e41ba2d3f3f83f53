import { joinJudgements, type Judgements } from '../../../src/domain/release/join-judgements';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { judgedIssue } from '../../support/judged-bundle';

const STATUSES = new Map([[REPOSITORY, repositoryStatus({ revision: 'r2' })]]);
const TICK = {
  ...{ stepId: 's', done: true, by: 'Ana', accountId: 'ana', note: null, shas: [] },
  at: '2026-05-04T09:01:00Z',
};

const needs = (key: string) => ({
  ...{ key, neededBy: 'PAY-1', summary: null, issueStatus: null, why: '', sources: [] },
  ...{ status: 'missing' as const, hasChanges: true, url: null },
});

const judgements = (parts: Record<string, string>, more: Partial<Judgements> = {}): Judgements => ({
  ...{ issues: [], needed: [], renamed: {}, ticks: {} },
  readings: { [REPOSITORY]: { runs: 'n1', revision: 'r1', parts } },
  ...more,
});

const PAY_1 = judgedIssue({ key: 'PAY-1', dependencies: [needs('PAY-9'), needs('WEB-7')] });
const PAY_2 = judgedIssue({ key: 'PAY-2' });

const kept = (before: Judgements, changed: string[] = []) => ({
  issues: [PAY_1],
  chunks: [before],
  changed: new Set(changed),
});

describe('joinJudgements', () => {
  it('puts issues in their order, each with the part that was judged', () => {
    const { issues, readings } = joinJudgements(
      kept(judgements({ 'PAY-1': 'old1', 'PAY-2': 'old2' }), ['PAY-2']),
      judgements({ 'PAY-2': 'new2' }, { issues: [PAY_2] }),
      STATUSES,
    );

    expect(issues.map(({ key }) => key)).toEqual(['PAY-1', 'PAY-2']);
    expect(readings[REPOSITORY]).toMatchObject({
      revision: 'r2',
      parts: { 'PAY-1': 'old1', 'PAY-2': 'new2' },
    });
  });

  it('drops the part of a document that changed and that nobody judged again', () => {
    const before = judgements({ 'PAY-1': 'old1', 'PAY-9': 'old9' }, { needed: ['PAY-9'] });

    const { readings } = joinJudgements(kept(before, ['PAY-9']), judgements({}), STATUSES);

    expect(readings[REPOSITORY]?.parts).toEqual({ 'PAY-1': 'old1' });
  });

  it('goes on watching what its issues need, also where that was judged beside them, and nothing else', () => {
    const before = judgements(
      { 'WEB-7': 'w7', 'OLD-7': 'o7', 'PAY-9': 'p9', 'PAY-8': 'p8' },
      {
        issues: [PAY_1, judgedIssue({ key: 'PAY-9' })],
        needed: ['WEB-7', 'PAY-8'],
        renamed: { 'OLD-7': 'WEB-7', 'OLD-8': 'PAY-8' },
      },
    );

    const joined = joinJudgements(kept(before), judgements({}), STATUSES);

    expect(joined.needed).toEqual(['PAY-9', 'WEB-7']);
    expect(joined.renamed).toEqual({ 'OLD-7': 'WEB-7' });
    expect(joined.readings[REPOSITORY]?.parts).toEqual({
      'WEB-7': 'w7',
      'OLD-7': 'o7',
      'PAY-9': 'p9',
    });
  });

  it('keeps what people said of its issues, the newest words first', () => {
    const before = judgements({}, { ticks: { 'PAY-1': [TICK], 'PAY-3': [TICK] } });
    const fresh = judgements({}, { issues: [PAY_2], ticks: { 'PAY-2': [TICK, TICK] } });

    expect(joinJudgements(kept(before), fresh, STATUSES).ticks).toEqual({
      'PAY-1': [TICK],
      'PAY-2': [TICK, TICK],
    });
  });
});
