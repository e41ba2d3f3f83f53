import { presentIssue } from '../../src/api/present-issue';
import {
  commitEvidence,
  inRefs,
  mentionEvidence,
  issueFacts,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
} from '../support/builders';
import { projectSettings, repositorySettings } from '../support/settings';

const everywhere = commitEvidence({
  presence: inRefs('branch:develop', 'branch:main', 'branch:release/test'),
});
const facts = (...parts: Parameters<typeof repositoryEvidence>[0][]) =>
  issueFacts({ parts: parts.map(repositoryEvidence) });

describe('presentIssue', () => {
  it('says how far the issue is, line by line, and never that it is safe while nobody judged it', () => {
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

    const view = presentIssue(
      issueFacts({ parts: [repositoryEvidence({ commits: [everywhere] })], settings }),
    );

    expect(view.standing).toEqual({
      tone: 'unknown',
      sentence: 'The change found so far is on prod; 1 repository was not read completely.',
    });
  });

  it.each([
    { when: 'nothing undid it', undoes: null, sentence: '1 of them is a revert' },
    { when: 'a revert undid it', undoes: 'bb22', sentence: null },
    { when: 'another was undone', undoes: 'dd44', sentence: '1 of them is a revert' },
  ])('tells of a revert when $when: $sentence', ({ undoes, sentence }) => {
    const { presence } = everywhere;
    const by = (kind: 'owns' | 'reverts', detail: string | null) => ({
      associations: [{ issueKey: 'PAY-1', kind, source: 'revert' as const, detail }],
    });
    const commits = [
      everywhere,
      commitEvidence({ sha: 'bb22bb22', presence, ...by('reverts', 'aa11') }),
      commitEvidence({ sha: 'cc33cc33', presence, ...by('owns', undoes) }),
    ];

    const view = presentIssue(facts({ commits }));

    const told = ['All 3 changes are on prod', sentence].filter((part) => part !== null);
    expect(view.standing.sentence).toBe(`${told.join('; ')}.`);
  });

  it('shows mentions apart and counts them as no change', () => {
    const view = presentIssue(facts({ mentions: [mentionEvidence()] }));

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
