import type { PromotionCase } from '../../../src/domain/reasons/promotion-case';
import { nextActions } from '../../../src/domain/reasons/next-actions';
import { reasons } from '../../../src/domain/reasons/reasons';
import { pullRequestEvidence, REPOSITORY } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  cellsOf,
  changeOn,
  dependenciesOf,
  dependency,
  environmentCell,
  judgement,
  knownTrailersOf,
  lineLife,
  manualStep,
  mergedPullRequest,
  promotionCase,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const settings = repositorySettings(REPOSITORY, { owner: 'Team Blue' });
const open = pullRequestEvidence({
  number: 7,
  author: 'ana',
  baseBranch: 'release/test',
  headSha: 'h7',
});
const PROMOTE = 'promote: Promote 1 change from test to prod in Payments API.';
const said = (facts: PromotionCase): string[] =>
  nextActions(facts, reasons(facts)).map(({ code, text }) => `${code}: ${text}`);

describe('nextActions', () => {
  it.each<{ when: string; facts: PromotionCase; actions: string[] }>([
    { when: 'nothing is in the way', facts: promotionCase(), actions: [PROMOTE] },
    {
      when: 'a pull request is open and the change is nowhere',
      facts: caseOf({ changes: [changeOn({})], pullRequests: [open] }),
      actions: ['open-pull-request: Merge or close #7 of Payments API into release/test.'],
    },
    {
      when: 'the change is on dev only',
      facts: caseOf({ changes: [changeOn({ dev: 'present' })] }),
      actions: ['source-behind: Promote 1 change from dev to test in Payments API first.'],
    },
    {
      when: 'a dependency is missing',
      facts: promotionCase({
        dependencies: dependenciesOf({ edges: [dependency({ status: 'missing' })] }),
      }),
      actions: ['missing-dependency: Promote LED-3 to prod first, or let it travel along.'],
    },
    {
      when: 'it was rejected, with a database change and an open step',
      facts: caseOf(
        { changes: [travellingChange({ paths: { listed: ['db/x.ts'], omitted: 0 } })] },
        {
          lives: [lineLife({ events: [judgement('rejected')], stage: 'rejected' })],
          manualSteps: [manualStep({ owner: 'DBA' })],
        },
      ),
      actions: [
        'rejected: Repair what was rejected, and ask Eva Roth to look at PAY-1 on test again.',
        'db-change: Look at this and decide: PAY-1 changes a database.',
        'manual-step: Do by hand in Payments API, and tick it: Restart the queue',
      ],
    },
    {
      when: 'the repository could not be read',
      facts: promotionCase({
        gaps: [{ repository: REPOSITORY, what: 'the repository', why: 'GitHub answered 404' }],
      }),
      actions: [
        'repository-unavailable: Make it readable again: Payments API could not be read, and PAY-1 has changes there.',
      ],
    },
    {
      when: 'the branch of prod is not there',
      facts: caseOf({ cells: cellsOf({ prod: { branchState: 'missing' } }) }),
      actions: [
        'target-ref-missing: Create the branch, or correct it in the settings: Payments API has no branch main',
      ],
    },
    {
      when: 'nothing was found',
      facts: caseOf({ changes: [] }),
      actions: ['no-change-found: Link the commits of PAY-1, or label it as one that needs none.'],
    },
    {
      when: 'nobody deployed it and nobody reviewed it',
      facts: caseOf({
        cells: cellsOf({ test: { environments: [environmentCell({ deployed: 0 })] } }),
        pullRequests: [mergedPullRequest({ reviews: [], reviewCount: 0 })],
      }),
      actions: [
        'not-deployed-in-source: Deploy Payments API to qa.',
        'unreviewed: Have it reviewed: Payments API #1 Fix login (merged without an approval)',
        PROMOTE,
      ],
    },
    {
      when: 'a flag has to be switched',
      facts: caseOf({
        changes: [travellingChange({ trailers: knownTrailersOf({ featureFlags: ['new-login'] }) })],
      }),
      actions: [PROMOTE, 'feature-flag: Feature flags to switch: new-login.'],
    },
    {
      when: 'it has not arrived, in an audit',
      facts: promotionCase({ mode: 'audit' }),
      actions: [PROMOTE],
    },
    {
      when: 'all has arrived and the issue is not done',
      facts: caseOf({ changes: [arrivedChange()] }),
      actions: ['status-not-done: Move PAY-1 from In Progress to done.'],
    },
    {
      when: 'all has arrived in the branch and was taken out of production',
      facts: caseOf({
        changes: [arrivedChange()],
        cells: cellsOf({
          prod: { environments: [environmentCell({ name: 'production', deployed: 0 })] },
        }),
      }),
      actions: [
        'status-not-done: Deploy Payments API to prod: not everything of PAY-1 runs there.',
      ],
    },
    {
      when: 'what it needs is hidden from the viewer',
      facts: promotionCase({
        dependencies: dependenciesOf({ edges: [dependency({ key: null, status: 'hidden' })] }),
      }),
      actions: [
        'evidence-incomplete: Ask somebody who may see it to judge what PAY-1 needs.',
        PROMOTE,
      ],
    },
    {
      when: 'it is there in another form',
      facts: caseOf(
        { changes: [changeOn({ test: 'present', prod: 'adapted' })] },
        { status: { name: 'Done', category: 'done' } },
      ),
      actions: [
        'adapted-change: Look at this and decide: A change of PAY-1 is on prod in another form: same title, other content.',
      ],
    },
  ])('are $actions when $when', ({ facts, actions }) => {
    expect(said(facts)).toEqual(actions);
  });

  it('name who does it, and link what it is about', () => {
    const facts = caseOf({ settings });

    expect(nextActions(facts, reasons(facts))).toEqual([
      {
        code: 'promote',
        text: 'Promote 1 change from test to prod in Payments API.',
        owner: 'Team Blue',
        links: [
          {
            text: 'Payments API a1 PAY-1 Fix login',
            url: 'https://github.com/acme/payments-api/commit/a1',
          },
        ],
      },
    ]);
  });
});
