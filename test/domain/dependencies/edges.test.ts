import { edgesOfIssue, type EdgeFacts } from '../../../src/domain/dependencies/edges';
import type { IssueLink } from '../../../src/domain/issue';
import type { KnownTrailers } from '../../../src/domain/ownership/known-trailers';
import type { DependencyLink } from '../../../src/domain/settings/project-settings';
import {
  commitEvidence,
  mentionEvidence,
  pullRequestEvidence,
  relatedIssue,
  repositoryEvidence,
} from '../../support/builders';
import { projectSettings } from '../../support/settings';

const ISSUE = { key: 'PAY-1', formerKeys: [], links: [], subtasks: [] };

function facts(more: Partial<EdgeFacts>): EdgeFacts {
  return {
    issue: ISSUE,
    parts: [],
    settings: projectSettings(),
    urls: {
      issue: (key) => `https://acme.example/browse/${key}`,
      commit: (_, sha) => `https://host.example/commit/${sha}`,
    },
    ...more,
  };
}

const told = (more: Partial<EdgeFacts>): string[] =>
  edgesOfIssue(facts(more)).map(
    ({ from, to, sources }) => `${from} > ${to} by ${sources.map(({ kind }) => kind).join(', ')}`,
  );

const link = (
  type: string,
  direction: IssueLink['direction'],
  label: string,
  key = 'PAY-2',
): IssueLink => ({ type, direction, label, issue: relatedIssue({ key }) });

const needing = (...dependsOn: string[]): KnownTrailers => ({
  issues: [],
  dependsOn,
  affectsServices: [],
  changeTypes: [],
  manualSteps: [],
  risk: null,
  unreadableRisks: [],
  dbMigrations: [],
  featureFlags: [],
});

describe('edgesOfIssue, by links', () => {
  const outward = (type: string): DependencyLink => ({ type, direction: 'outward' });
  const inward = (type: string): DependencyLink => ({ type, direction: 'inward' });
  const MINE = ['PAY-1 > PAY-2 by jira-link'];
  const THEIRS = ['PAY-2 > PAY-1 by jira-link'];

  it.each<{ rule: DependencyLink; link: IssueLink; expected: string[] }>([
    {
      rule: outward('Blocks'),
      link: link('Blocks', 'inward', 'is blocked by'),
      expected: MINE,
    },
    { rule: outward('Blocks'), link: link('Blocks', 'outward', 'blocks'), expected: THEIRS },
    { rule: inward('Blocks'), link: link('Blocks', 'inward', 'is blocked by'), expected: THEIRS },
    { rule: inward('Blocks'), link: link('Blocks', 'outward', 'blocks'), expected: MINE },
    { rule: outward('Depends'), link: link('Depends', 'outward', 'depends on'), expected: MINE },
    {
      rule: outward('Depends'),
      link: link('Depends', 'inward', 'is depended on by'),
      expected: THEIRS,
    },
    { rule: inward('Depends'), link: link('Depends', 'outward', 'is needed by'), expected: THEIRS },
    { rule: inward('Depends'), link: link('Depends', 'inward', 'needs'), expected: MINE },
    { rule: outward('Requires'), link: link('Requires', 'outward', 'requires'), expected: MINE },
    { rule: outward('order'), link: link('Order', 'inward', 'is preceded by'), expected: MINE },
    { rule: outward('order'), link: link('Order', 'outward', 'precedes'), expected: THEIRS },
    { rule: outward('Enablement'), link: link('Enablement', 'inward', 'after'), expected: MINE },
    { rule: outward('BLOCKS'), link: link('blocks', 'inward', 'is blocked by'), expected: MINE },
    { rule: outward('Blocks'), link: link('Relates', 'inward', 'relates to'), expected: [] },
    { rule: outward('Blocks'), link: link('Cloners', 'outward', 'clones'), expected: [] },
    { rule: outward('Unblocks'), link: link('Unblocks', 'outward', 'waits on'), expected: MINE },
  ])(
    '$link.label, with $rule.type $rule.direction, says $expected',
    ({ rule, link: one, expected }) => {
      const settings = { dependencyLinks: [rule] };

      expect(told({ issue: { ...ISSUE, links: [one] }, settings })).toEqual(expected);
    },
  );

  it('reads the usual types without configuration', () => {
    const links = [
      link('Blocks', 'inward', 'is blocked by', 'PAY-2'),
      link('Depends', 'outward', 'depends on', 'PAY-3'),
      link('Requires', 'outward', 'requires', 'PAY-4'),
      link('Relates', 'outward', 'relates to', 'PAY-5'),
    ];

    expect(told({ issue: { ...ISSUE, links } })).toEqual([
      'PAY-1 > PAY-2 by jira-link',
      'PAY-1 > PAY-3 by jira-link',
      'PAY-1 > PAY-4 by jira-link',
    ]);
  });

  it.each([
    { one: link('Blocks', 'inward', 'is blocked by'), isBlocking: true },
    { one: link('Depends', 'outward', 'depends on'), isBlocking: false },
  ])('knows whether $one.label blocks: $isBlocking', ({ one, isBlocking }) => {
    const [edge] = edgesOfIssue(facts({ issue: { ...ISSUE, links: [one] } }));

    expect(edge?.sources).toEqual([
      {
        kind: 'jira-link',
        text: `PAY-1 ${one.label} PAY-2`,
        url: 'https://acme.example/browse/PAY-2',
        isBlocking,
      },
    ]);
  });
});

describe('edgesOfIssue, by trailers', () => {
  it('reads those of commits that the issue owns', () => {
    const parts = [
      repositoryEvidence({
        commits: [
          commitEvidence({ sha: 'a1b2c3d4e5', trailers: needing('PAY-2', 'LED-7') }),
          commitEvidence({ sha: 'b1' }),
        ],
        mentions: [mentionEvidence({ sha: 'c1' })],
      }),
    ];

    const found = edgesOfIssue(facts({ parts }));

    expect(found.map(({ to }) => to)).toEqual(['LED-7', 'PAY-2']);
    expect(found[1]?.sources).toEqual([
      {
        kind: 'trailer',
        text: 'Depends-On: PAY-2 in a1b2c3d PAY-1 Fix login',
        url: 'https://host.example/commit/a1b2c3d4e5',
        isBlocking: false,
      },
    ]);
  });

  it('reads those of pull requests', () => {
    const one = pullRequestEvidence({ number: 12, state: 'merged', trailers: needing('PAY-2') });

    const [edge] = edgesOfIssue(facts({ parts: [repositoryEvidence({ pullRequests: [one] })] }));

    expect(edge).toEqual({
      from: 'PAY-1',
      to: 'PAY-2',
      sources: [
        {
          kind: 'pull-request',
          text: 'Depends-On: PAY-2 in pull request 12 Fix login',
          url: 'https://github.com/acme/payments-api/pull/1',
          isBlocking: false,
        },
      ],
    });
  });
});

describe('edgesOfIssue, by pull requests', () => {
  const withPullRequest = (more: Parameters<typeof pullRequestEvidence>[0]): string[] =>
    told({ parts: [repositoryEvidence({ pullRequests: [pullRequestEvidence(more)] })] });

  it.each<{ more: Parameters<typeof pullRequestEvidence>[0]; expected: string[] }>([
    {
      more: { sharedWith: ['PAY-2'] },
      expected: ['PAY-1 > PAY-2 by shared-pull-request', 'PAY-2 > PAY-1 by shared-pull-request'],
    },
    { more: { stackedOn: ['PAY-2'] }, expected: ['PAY-1 > PAY-2 by stacked-pull-request'] },
    {
      more: { state: 'merged', stackedOn: ['PAY-2'] },
      expected: ['PAY-1 > PAY-2 by stacked-pull-request'],
    },
    {
      more: {
        state: 'closed',
        stackedOn: ['PAY-2'],
        sharedWith: ['PAY-3'],
        trailers: needing('PAY-4'),
      },
      expected: [],
    },
  ])('of $more says $expected', ({ more, expected }) => {
    expect(withPullRequest(more)).toEqual(expected);
  });
});

describe('edgesOfIssue', () => {
  it('needs its sub-tasks', () => {
    const subtasks = [relatedIssue({ key: 'PAY-3', issueType: 'Sub-task' })];

    expect(edgesOfIssue(facts({ issue: { ...ISSUE, subtasks } }))).toEqual([
      {
        from: 'PAY-1',
        to: 'PAY-3',
        sources: [
          {
            kind: 'sub-task',
            text: 'PAY-3 is a sub-task of PAY-1',
            url: 'https://acme.example/browse/PAY-3',
            isBlocking: false,
          },
        ],
      },
    ]);
  });

  it('keeps every source of one edge', () => {
    const parts = [
      repositoryEvidence({
        commits: [commitEvidence({ trailers: needing('PAY-2') })],
        pullRequests: [pullRequestEvidence({ trailers: needing('PAY-2'), stackedOn: ['PAY-2'] })],
      }),
    ];
    const issue = {
      ...ISSUE,
      links: [link('Blocks', 'inward', 'is blocked by')],
      subtasks: [relatedIssue({ key: 'PAY-2' })],
    };

    expect(told({ issue, parts })).toEqual([
      'PAY-1 > PAY-2 by jira-link, trailer, pull-request, sub-task, stacked-pull-request',
    ]);
  });

  it('never needs itself, under an old key either', () => {
    const parts = [
      repositoryEvidence({
        commits: [commitEvidence({ trailers: needing('PAY-1', 'OLD-4', 'PAY-2') })],
      }),
    ];

    expect(told({ issue: { ...ISSUE, formerKeys: ['OLD-4'] }, parts })).toEqual([
      'PAY-1 > PAY-2 by trailer',
    ]);
  });
});
