import { bundleOf, judgeIssues, type BundleFacts } from '../../../src/domain/release/judge-bundle';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { blockedBy, judgeInput, toldIssue, type ToldIssue } from '../../support/judged';
import { projectSettings } from '../../support/settings';

const TESTED = ['develop', 'release/test'];
const PROMOTION = { from: 'test', to: 'prod' };
const NOW = '2026-05-04T09:00:00Z';

function judge(told: [ToldIssue, ...ToldIssue[]], keys: string[], promotion = PROMOTION) {
  const { atHand } = judgeInput(told);
  return judgeIssues({
    ...{ keys, bundle: new Set(keys), atHand, promotion, mode: 'plan', now: NOW },
    ...{ ticks: new Map(), signOffs: [] },
  });
}

const facts: BundleFacts = {
  ...{ promotion: PROMOTION, mode: 'plan' as const, unreadable: [], gaps: [] },
  unlisted: { mode: 'plan', spread: [] },
  projects: [projectSettings()],
  statuses: new Map([[REPOSITORY, repositoryStatus()]]),
};

describe('judgeIssues', () => {
  it('says of each issue what travels, where it is and what its changes are', () => {
    const [judged] = judge([toldIssue('PAY-1', TESTED)], ['PAY-1']);

    expect(judged).toMatchObject({
      ...{ key: 'PAY-1', verdict: 'safe', reasons: [] },
      toPromote: [{ repository: REPOSITORY, sha: 'pay-10000000' }],
      lines: [
        { name: 'dev', state: 'all' },
        { name: 'test', state: 'all' },
        { name: 'prod', state: 'none' },
      ],
      changes: [{ repository: REPOSITORY, commits: [{ presence: { prod: { state: 'absent' } } }] }],
    });
  });

  it('lets an issue travel with one of the bundle that it needs, whatever its version', () => {
    const told: [ToldIssue, ToldIssue] = [
      toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')] }),
      toldIssue('PAY-2', TESTED),
    ];

    const [together] = judge(told, ['PAY-1', 'PAY-2']);
    const [alone] = judge(told, ['PAY-1']);

    expect(together).toMatchObject({ verdict: 'safe', dependencies: [{ status: 'in-bundle' }] });
    expect(alone).toMatchObject({ verdict: 'blocked', dependencies: [{ status: 'missing' }] });
  });

  it('is no safer for an issue whose project has no such lines', () => {
    const [judged] = judge([toldIssue('PAY-1', TESTED)], ['PAY-1'], { from: 'uat', to: 'live' });

    expect(judged).toMatchObject({
      verdict: 'manual-review',
      reasons: [{ code: 'evidence-incomplete' }],
    });
  });

  it('leaves out keys of which nothing is known', () => {
    expect(judge([toldIssue('PAY-1', TESTED)], ['PAY-9'])).toEqual([]);
  });
});

describe('bundleOf', () => {
  it('goes by number, with what is needed first in the order of promotion', () => {
    const told: [ToldIssue, ToldIssue] = [
      toldIssue('PAY-2', TESTED, { links: [blockedBy('PAY-10')] }),
      toldIssue('PAY-10', TESTED),
    ];

    const bundle = bundleOf(judge(told, ['PAY-10', 'PAY-2']).toReversed(), facts);

    expect(bundle.issues.map(({ key }) => key)).toEqual(['PAY-2', 'PAY-10']);
    expect(bundle.order).toEqual({
      issues: ['PAY-10', 'PAY-2'],
      repositories: [REPOSITORY],
      cycles: [],
    });
  });

  it('names a cycle', () => {
    const told: [ToldIssue, ToldIssue] = [
      toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')] }),
      toldIssue('PAY-2', TESTED, { links: [blockedBy('PAY-1')] }),
    ];

    const bundle = bundleOf(judge(told, ['PAY-1', 'PAY-2']), facts);

    expect(bundle.order.cycles).toEqual([['PAY-1', 'PAY-2']]);
  });

  it('tells a gap once, however many issues have it', () => {
    const gap = { repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' };
    const issues = judge(
      [toldIssue('PAY-1', TESTED), toldIssue('PAY-2', TESTED)],
      ['PAY-1', 'PAY-2'],
    ).map((issue) => ({ ...issue, gaps: [gap] }));

    expect(bundleOf(issues, facts).gaps).toEqual([gap]);
  });

  it('knows no moment when a repository was never read', () => {
    const statuses = new Map([[REPOSITORY, repositoryStatus({ asOf: null })]]);

    expect(bundleOf([], { ...facts, statuses }).asOf).toBeNull();
    expect(bundleOf([], facts).asOf).toBe('2026-05-04T08:00:00Z');
  });

  it('keeps what travels along unlisted, but not under a former key of an issue of the bundle', () => {
    const waiting = (key: string) => ({ key, sha: 'b1', on: ['release/test'], doubtful: [] });
    const branches = { repository: REPOSITORY, from: 'release/test', to: 'main' } as const;
    const spread = [{ ...branches, changes: [waiting('OLD-1'), waiting('PAY-9')] }];
    const moved = toldIssue('PAY-1', TESTED, { formerKeys: ['OLD-1'] });

    const { unlisted, unlistedSince } = bundleOf(judge([moved], ['PAY-1']), {
      ...facts,
      unlisted: { mode: 'plan', spread },
    });

    expect(unlisted).toEqual([{ key: 'PAY-9', repository: REPOSITORY, shas: ['b1'] }]);
    expect(unlistedSince).toBeNull();
  });

  it('keeps, in an audit, what came unlisted since the release before, and cannot tell without one', () => {
    const came = (key: string) => ({
      ...{ key, sha: 'b1', on: { main: { at: '2026-05-01T10:00:00Z', as: 'b1' } } },
    });
    const arrivals = [
      { repository: REPOSITORY, to: 'main', changes: [came('PAY-1'), came('PAY-9')] },
    ];
    const window = { since: { version: '2026.04', releasedOn: '2026-04-16' }, until: null };
    const issues = judge([toldIssue('PAY-1', TESTED)], ['PAY-1']);
    const audit = (known: typeof window | null) =>
      bundleOf(issues, { ...facts, unlisted: { mode: 'audit', window: known, arrivals } });

    expect(audit(window)).toMatchObject({
      unlisted: [{ key: 'PAY-9', repository: REPOSITORY, shas: ['b1'] }],
      unlistedSince: { version: '2026.04', releasedOn: '2026-04-16' },
    });
    expect(audit(null)).toMatchObject({ unlisted: [], unlistedSince: null });
  });
});
