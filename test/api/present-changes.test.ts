import { presentChanges, presentMentions } from '../../src/api/present-changes';
import {
  association,
  commitEvidence,
  inRefs,
  issueFacts,
  mentionEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { projectSettings, repositorySettings } from '../support/settings';

const everywhere = commitEvidence({
  presence: inRefs('branch:develop', 'branch:main', 'branch:release/test'),
});
const facts = (...parts: Parameters<typeof repositoryEvidence>[0][]) =>
  issueFacts({ parts: parts.map(repositoryEvidence) });

describe('presentChanges', () => {
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

    const [change] = presentChanges(
      issueFacts({ parts: [repositoryEvidence({ commits: [commit] })], settings }),
    );

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

  it.each([
    ['github:acme/api', '#12'],
    ['gitlab:gitlab.com/acme/web/shop', '!12'],
  ])('numbers a pull request as %s does: %s', (repository, detail) => {
    const associations = [association({ source: 'pull-request-title', detail: '#12' })];

    const [change] = presentChanges(
      facts({ repository, commits: [commitEvidence({ associations })] }),
    );

    expect(change?.commits[0]?.associations.map((one) => one.detail)).toEqual([detail]);
  });

  it('does not trust what was known of a repository that is not listed any more', () => {
    const gone = repositoryStatus({ repository: 'github:acme/gone' });
    const given = facts({ repository: 'github:acme/gone', commits: [everywhere] });
    const absent = facts({ repository: 'github:acme/gone', commits: [commitEvidence()] });
    const statuses = new Map([...given.statuses, [gone.repository, gone]]);

    const [found] = presentChanges({ ...given, statuses });
    const [lacking] = presentChanges({ ...absent, statuses });

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
});

describe('presentMentions', () => {
  it('shows commits that only speak of the issue, on no line', () => {
    expect(presentMentions(facts({ mentions: [mentionEvidence()] }, {}))).toMatchObject([
      { repository: REPOSITORY, commits: [{ sha: 'a1', source: 'body', presence: {} }] },
    ]);
  });
});
