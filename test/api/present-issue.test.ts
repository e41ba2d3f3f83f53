import { presentIssue } from '../../src/api/present-issue';
import {
  association,
  commitEvidence,
  inRefs,
  issueEvidence,
  issueFacts,
  jiraIssue,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { projectSettings, repositorySettings } from '../support/settings';

const everywhere = commitEvidence({
  presence: inRefs('branch:develop', 'branch:main', 'branch:release/test'),
});
const facts = (...parts: Parameters<typeof repositoryEvidence>[0][]) =>
  issueFacts({ evidence: [issueEvidence(parts.map(repositoryEvidence))] });

describe('presentIssue', () => {
  it('shows each change with where it is, on which proof, and why it belongs to the issue', () => {
    const commit = commitEvidence({
      presence: inRefs('branch:develop'),
      associations: [association(), association({ source: 'trailer', detail: 'Fixes' })],
      checks: [{ name: 'build', state: 'passed', url: null, at: null }],
    });
    const described = { service: 'Payments', owner: 'Team Blue', notes: ['Check login'] };
    const settings = projectSettings({
      repositories: [repositorySettings(REPOSITORY, described)],
    });

    const [change] = presentIssue({ ...facts({ commits: [commit] }), settings }).changes;

    expect(change).toMatchObject({
      repository: REPOSITORY,
      url: 'https://github.com/acme/payments-api',
      ...described,
      kind: null,
    });
    expect(change?.cells.map(({ line, state }) => [line, state])).toEqual([
      ['dev', 'all'],
      ['test', 'none'],
      ['prod', 'none'],
    ]);
    expect(change?.commits).toEqual([
      {
        sha: 'a1',
        title: 'PAY-1 Fix login',
        author: 'Ana Lima',
        authoredAt: '2026-05-01T08:00:00Z',
        url: 'https://github.com/acme/payments-api/commit/a1',
        source: 'title',
        associations: [
          { kind: 'owns', source: 'title', detail: null },
          { kind: 'owns', source: 'trailer', detail: 'Fixes' },
        ],
        isMerge: false,
        presence: {
          dev: { state: 'present', by: 'ancestor', as: 'a1' },
          test: { state: 'absent', by: null, as: null },
          prod: { state: 'absent', by: null, as: null },
        },
        checks: [{ name: 'build', state: 'passed', url: null, at: null }],
      },
    ]);
  });

  it('says how far the issue is, line by line, and never that it is safe', () => {
    const view = presentIssue(facts({ commits: [everywhere] }));

    expect(view).toMatchObject({
      key: 'PAY-1',
      summary: 'Login fails',
      status: 'In Progress',
      verdict: 'manual-review',
      reasons: [{ code: 'evidence-incomplete', level: 'manual-review' }],
      standing: { tone: 'success', sentence: 'The change is on prod.' },
      route: ['dev', 'test', 'prod'],
      lines: [
        { name: 'dev', state: 'all', basis: 'branches', changedSince: [] },
        { name: 'test', state: 'all', basis: 'branches', changedSince: [] },
        { name: 'prod', state: 'all', basis: 'branches', changedSince: [] },
      ],
      evidence: { complete: true },
      setup: null,
    });
  });

  it('is not sure that all arrived while another repository was never read', () => {
    const settings = projectSettings({
      repositories: [repositorySettings(REPOSITORY), repositorySettings('github:acme/ui')],
    });

    const view = presentIssue({ ...facts({ commits: [everywhere] }), settings });

    expect(view.standing).toEqual({
      tone: 'unknown',
      sentence: 'The change found so far is on prod; 1 repository was not read completely.',
    });
  });

  it('does not trust what was known of a repository that is not listed any more', () => {
    const gone = repositoryStatus({ repository: 'github:acme/gone' });
    const given = facts({ repository: 'github:acme/gone', commits: [everywhere] });
    const absent = facts({ repository: 'github:acme/gone', commits: [commitEvidence()] });
    const statuses = new Map([...given.statuses, [gone.repository, gone]]);

    const [found] = presentIssue({ ...given, statuses }).changes;
    const [lacking] = presentIssue({ ...absent, statuses }).changes;

    expect(found?.cells.map(({ branchState }) => branchState)).toEqual(
      Array<string>(3).fill('unknown'),
    );
    expect(lacking?.cells.map(({ state }) => state)).toEqual(Array<string>(3).fill('unknown'));
    expect(lacking).toMatchObject({
      url: 'https://github.com/acme/payments-api',
      service: null,
      notes: [],
    });
  });

  it('shows mentions apart and counts them as no change', () => {
    const mention = commitEvidence({
      associations: [association({ kind: 'mentions', source: 'body' })],
    });

    const view = presentIssue(facts({ mentions: [mention] }));

    expect(view.changes).toEqual([]);
    expect(view.mentions).toMatchObject([
      { repository: REPOSITORY, commits: [{ sha: 'a1', source: 'body', presence: {} }] },
    ]);
    expect(view.standing.sentence).toBe('No repository holds a change for PAY-1.');
  });

  it.each([
    {
      state: 'open' as const,
      sentence: 'PAY-1 has an open pull request, and no commit of it was found.',
    },
    {
      state: 'merged' as const,
      sentence: 'A pull request of PAY-1 was merged, and no commit of it is on a line.',
    },
    { state: 'closed' as const, sentence: 'No repository holds a change for PAY-1.' },
  ])('tells of a pull request that is $state and has no commit here', ({ state, sentence }) => {
    const view = presentIssue(facts({ pullRequests: [pullRequestEvidence({ state })] }));

    expect(view.standing.sentence).toBe(sentence);
    expect(view.pullRequests).toHaveLength(1);
  });

  it('finds what was said under the keys that the issue had before', () => {
    const given = issueFacts({
      issue: jiraIssue({ formerKeys: ['OLD-7'] }),
      evidence: [
        issueEvidence([repositoryEvidence({ commits: [everywhere] })], { issueKey: 'OLD-7' }),
      ],
    });

    expect(presentIssue(given).changes).toMatchObject([{ commits: [{ sha: 'a1' }] }]);
  });

  it('says what a person took away', () => {
    const unlinked = {
      sha: 'a1',
      title: 'PAY-1 Fix login',
      by: 'Bo Chen',
      at: '2026-05-03T08:00:00Z',
      reason: 'another login',
    };

    expect(presentIssue(facts({ unlinked: [unlinked] })).unlinked).toEqual([
      { repository: REPOSITORY, ...unlinked },
    ]);
  });

  it('says that a project is not set up, and knows nothing', () => {
    const view = presentIssue(issueFacts({ settings: undefined, statuses: new Map() }));

    expect(view).toMatchObject({
      setup: 'no-settings',
      standing: {
        tone: 'unknown',
        sentence: 'No repository is set up in which to look for changes of PAY-1.',
      },
      route: [],
      lines: [],
      evidence: { complete: false },
    });
  });
});
