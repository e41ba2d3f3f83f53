import type { ChangedSince } from '../../../src/domain/lines/life-event';
import {
  askAgain,
  deployAgain,
  deployFirst,
  fixChecks,
  mergeOpenPullRequests,
  promoteFirst,
} from '../../../src/domain/reasons/line-actions';
import type { Answer } from '../../../src/domain/reasons/next-action';
import type { PromotionCase } from '../../../src/domain/reasons/promotion-case';
import { pullRequestEvidence, REPOSITORY } from '../../support/builders';
import {
  caseOf,
  cellsOf,
  changeOn,
  environmentCell,
  judgement,
  lineLife,
  promotionCase,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const REASON = { code: 'x', level: 'blocked', summary: '', evidence: [] } as const;
const said = (answer: Answer, facts: PromotionCase): string[] =>
  answer(facts, { ...REASON, evidence: [] }).map(({ text, owner }) => `${owner ?? '-'}: ${text}`);
const settings = repositorySettings(REPOSITORY, { owner: 'Team Blue' });
const qa = (more: Parameters<typeof environmentCell>[0]) =>
  cellsOf({ test: { environments: [environmentCell(more)] } });
const failed = {
  state: 'failed',
  holds: 1,
  at: '2026-05-02T08:00:00Z',
  sha: 'a1',
  url: null,
} as const;

const since = (deployedSince: boolean | null): ChangedSince => ({
  event: { kind: 'rejected', at: '2026-05-02T08:00:00Z', by: 'Eva Roth', status: 'QA failed' },
  commits: [
    {
      repository: REPOSITORY,
      sha: 'a1',
      title: 'PAY-1 Fix login',
      reachedAt: '2026-05-03T08:00:00Z',
      deployedSince,
    },
  ],
});

describe('actions on lines', () => {
  it('give an open pull request to its author', () => {
    const pullRequests = [pullRequestEvidence({ number: 7, baseBranch: 'release/test' })];

    expect(said(mergeOpenPullRequests, caseOf({ pullRequests }))).toEqual([
      'ana: Merge or close #7 of Payments API into release/test.',
    ]);
  });

  it('give a failed check to the author of the commit', () => {
    const checks = [{ name: 'build', state: 'failed', url: null, at: null } as const];

    expect(said(fixChecks, caseOf({ changes: [travellingChange({ checks })] }))).toEqual([
      'Ana Lima: Fix build of a1 in Payments API.',
    ]);
  });

  it.each([
    {
      when: 'dev has it',
      change: changeOn({ dev: 'present' }),
      told: ['Team Blue: Promote 1 change from dev to test in Payments API first.'],
    },
    {
      when: 'no line has it',
      change: changeOn({}),
      told: ['Team Blue: Merge the changes in Payments API into release/test first.'],
    },
  ])('bring a change to test when $when', ({ change, told }) => {
    expect(said(promoteFirst, caseOf({ settings, changes: [change] }))).toEqual(told);
  });

  it('repair a deployment that failed, and do not ask for another one beside', () => {
    const facts = caseOf({ settings, cells: qa({ deployed: 0, attempted: failed }) });

    expect(said(deployAgain, facts)).toEqual([
      'Team Blue: Repair the deployment of Payments API to qa, and deploy again.',
    ]);
    expect(said(deployFirst, facts)).toEqual([]);
  });

  it('deploy what nobody deployed', () => {
    expect(said(deployFirst, caseOf({ cells: qa({ deployed: 0 }) }))).toEqual([
      '-: Deploy Payments API to qa.',
    ]);
  });

  it('deploy nothing of which the branch has nothing yet', () => {
    const change = changeOn({ test: 'absent', prod: 'absent' });
    const facts = caseOf({ changes: [change], cells: qa({ deployed: 0 }) });

    expect(said(deployFirst, facts)).toEqual([]);
  });

  it.each<{ when: string; changedSince: ChangedSince | null; text: string }>([
    {
      when: 'nothing changed since',
      changedSince: null,
      text: 'Eva Roth: Repair what was rejected, and ask Eva Roth to look at PAY-1 on test again.',
    },
    {
      when: 'a change is deployed',
      changedSince: since(true),
      text: 'Eva Roth: Ask Eva Roth to look at PAY-1 on test again: 1 change since.',
    },
    {
      when: 'it is not deployed',
      changedSince: since(false),
      text: 'Eva Roth: Deploy 1 change to test, then ask Eva Roth to look at PAY-1 on test again: 1 change since.',
    },
    {
      when: 'nobody knows whether it is',
      changedSince: since(null),
      text: 'Eva Roth: Ask Eva Roth to look at PAY-1 on test again: 1 change since.',
    },
  ])('ask whoever rejected it when $when', ({ changedSince, text }) => {
    const lives = [lineLife({ events: [judgement('rejected')], changedSince })];

    expect(said(askAgain, promotionCase({ lives }))).toEqual([text]);
  });
});
