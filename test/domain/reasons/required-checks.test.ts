import type { Check, CheckState } from '../../../src/domain/check';
import { requiredChecks, signalChecks } from '../../../src/domain/reasons/required-checks';
import { repositoryEvidence } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  mergedPullRequest,
  travellingChange,
} from '../../support/promotion-case';

const check = (name: string, state: CheckState): Check => ({ name, state, url: null, at: null });
const merge = (checks: Check[]) =>
  travellingChange({
    sha: 'm1',
    isMerge: true,
    carriesChange: false,
    authoredAt: '2026-05-02T08:00:00Z',
    checks,
  });

describe('requiredChecks', () => {
  it('looks at the newest commit that is on the line', () => {
    const changes = [
      travellingChange({ checks: [check('build', 'failed')] }),
      travellingChange({
        sha: 'a2',
        authoredAt: '2026-05-02T08:00:00Z',
        checks: [check('build', 'passed')],
      }),
    ];

    expect(requiredChecks(caseOf({ changes }))).toMatchObject([
      { commit: { sha: 'a2' }, failed: [] },
    ]);
  });

  it('takes the newest by when it came to the line, not by when it was written', () => {
    const changes = [
      travellingChange({ sha: 'a2', arrivedAt: { 'branch:release/test': '2026-05-09T08:00:00Z' } }),
      travellingChange({ authoredAt: '2026-05-02T08:00:00Z' }),
    ];

    expect(requiredChecks(caseOf({ changes })).map(({ commit }) => commit.sha)).toEqual(['a2']);
  });

  it('takes the merge that brought the change, when it has checks', () => {
    const changes = [travellingChange({ checks: [check('build', 'passed')] })];
    const commits = [merge([check('build', 'failed')]), ...changes];

    const found = requiredChecks(caseOf({ changes, evidence: repositoryEvidence({ commits }) }));

    expect(found).toMatchObject([{ commit: { sha: 'm1' }, failed: [{ name: 'build' }] }]);
  });

  it('looks behind a merge without checks', () => {
    const changes = [travellingChange({ checks: [check('build', 'failed')] })];
    const commits = [merge([]), ...changes];

    const found = requiredChecks(caseOf({ changes, evidence: repositoryEvidence({ commits }) }));

    expect(found).toMatchObject([{ commit: { sha: 'a1' }, failed: [{ name: 'build' }] }]);
  });

  it('takes those of the pull request for a squash that has none', () => {
    const pullRequests = [mergedPullRequest({ headSha: 'h1', checks: [check('build', 'failed')] })];

    expect(requiredChecks(caseOf({ pullRequests }))).toMatchObject([
      { commit: { sha: 'a1' }, failed: [{ name: 'build' }] },
    ]);
  });

  it.each<{ required: 'all' | string[]; states: [string, CheckState][]; told: string[][] }>([
    { required: 'all', states: [], told: [[], [], []] },
    { required: 'all', states: [['lint', 'failed']], told: [['lint'], [], []] },
    { required: ['build'], states: [['lint', 'failed']], told: [[], ['build'], []] },
    { required: ['Build'], states: [['build', 'failed']], told: [['build'], [], []] },
    { required: ['build'], states: [['check runs', 'unknown']], told: [[], [], ['build']] },
    { required: 'all', states: [['check runs', 'unknown']], told: [[], [], ['check runs']] },
    { required: 'all', states: [['build', 'skipped']], told: [[], [], []] },
  ])('of $states, where $required is required: failed, pending, unknown are $told', (row) => {
    const checks = row.states.map(([name, state]) => check(name, state));
    const facts = caseOf(
      { changes: [travellingChange({ checks })] },
      { settings: { requiredChecks: row.required, requireReviews: false, route: [] } },
    );

    const [found] = requiredChecks(facts);

    const names = [found?.failed, found?.pending, found?.unknown].map((some) =>
      some?.map(({ name }) => name),
    );
    expect(names).toEqual(row.told);
  });

  it.each([
    {
      when: 'the change travels',
      change: travellingChange({ checks: 'not-read' }),
      isUnread: true,
    },
    { when: 'all have arrived', change: arrivedChange({ checks: 'not-read' }), isUnread: false },
  ])('checks that were not read matter when $when: $isUnread', ({ change, isUnread }) => {
    expect(requiredChecks(caseOf({ changes: [change] }))).toMatchObject([{ isUnread }]);
  });

  it('asks for nothing where no check is required', () => {
    const facts = caseOf(
      { changes: [travellingChange({ checks: 'not-read' })] },
      { settings: { requiredChecks: [], requireReviews: false, route: [] } },
    );

    expect(requiredChecks(facts)).toEqual([]);
  });
});

describe('signalChecks', () => {
  const changes = [
    travellingChange({ checks: [check('build', 'passed'), check('e2e', 'failed')] }),
  ];
  const namesIn = (required: 'all' | string[]): string[] =>
    signalChecks({
      ...caseOf({ changes }),
      settings: { requiredChecks: required, requireReviews: false, route: [] },
    }).flatMap(({ checks }) => checks.map(({ name }) => name));

  it.each([
    { required: 'all' as const, signals: [] },
    { required: ['Build'], signals: ['e2e'] },
    { required: [], signals: ['build', 'e2e'] },
  ])('are $signals where $required are required', ({ required, signals }) => {
    expect(namesIn(required)).toEqual(signals);
  });
});
