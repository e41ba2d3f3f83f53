import { openCase, whyNoChange } from '../../../src/domain/promotion/issue-case';
import {
  commitEvidence,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';
import { judgeInput, toldIssue } from '../../support/judged';
import { projectSettings, repositorySettings } from '../../support/settings';

const NONE = { edges: [], cycles: [], conflicts: [], order: [] };
const caseOf = (...parts: Parameters<typeof repositoryEvidence>[0][]) => {
  const settings = projectSettings({
    repositories: [repositorySettings(REPOSITORY, { service: 'Payments API' })],
  });
  const input = judgeInput([toldIssue('PAY-1', [])], {
    settings,
    parts: parts.map(repositoryEvidence),
  });
  return openCase({ ...input, dependencies: NONE });
};

describe('openCase', () => {
  it('has the changes of each repository, the oldest first, under the name that people use', () => {
    const commits = ['c', 'b', 'a'].map((sha) => commitEvidence({ sha }));

    const { repositories } = caseOf({ commits }, { repository: 'github:acme/gone', commits });

    expect(repositories.map(({ name }) => name)).toEqual(['Payments API', 'acme/gone']);
    expect(repositories[0]?.changes.map(({ sha }) => sha)).toEqual(['a', 'b', 'c']);
    expect(repositories[1]).toMatchObject({ settings: null, status: undefined });
  });

  it('has repositories that hold pull requests only, and none that only mention the issue', () => {
    const { repositories } = caseOf(
      { repository: 'github:acme/a', pullRequests: [pullRequestEvidence()] },
      { repository: 'github:acme/b' },
    );

    expect(repositories.map(({ repository }) => repository)).toEqual(['github:acme/a']);
  });

  it('has a life for each line of the route', () => {
    expect(caseOf({ commits: [commitEvidence()] }).lives.map(({ line }) => line)).toEqual([
      'dev',
      'test',
      'prod',
    ]);
  });
});

describe('whyNoChange', () => {
  const settings = { noChangeExpected: { issueTypes: ['Epic'], labels: ['no-code'] } };
  it.each([
    { issueType: 'Epic', labels: [], why: 'type Epic' },
    { issueType: 'Story', labels: ['other', 'no-code'], why: 'label no-code' },
    { issueType: 'Story', labels: ['other'], why: null },
  ])('of a $issueType with $labels: $why', ({ why, ...issue }) => {
    expect(whyNoChange(issue, settings)).toBe(why);
  });
});

describe('the baseline of a repository', () => {
  it('is what the branch of the target lacks of what its project released last', () => {
    const lacking = { main: [{ issueKey: 'PAY-9', sha: 'h1' }] };
    const status = repositoryStatus({ baselines: { PAY: { version: '1.0', lacking } } });
    const input = judgeInput([toldIssue('PAY-1', ['develop'])], {
      statuses: new Map([[REPOSITORY, status]]),
    });

    const [repository] = openCase({ ...input, dependencies: NONE }).repositories;

    expect(repository?.baseline).toEqual({
      version: '1.0',
      missing: [{ issueKey: 'PAY-9', sha: 'h1' }],
    });
  });
});
