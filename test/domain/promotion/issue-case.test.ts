import type { CommitEvidence, RefName } from '../../../src/domain/evidence/issue-evidence';
import type { Issue } from '../../../src/domain/issue';
import { openCase, whyNoChange } from '../../../src/domain/promotion/issue-case';
import {
  association,
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

  it('leaves out a revert that was undone where the promotion starts', () => {
    const undoneOn = (...refs: RefName[]): CommitEvidence['presence'] =>
      Object.fromEntries(refs.map((ref) => [ref, { state: 'reverted', by: 'revert', as: 'b2' }]));
    const revert = (branch: RefName): CommitEvidence =>
      commitEvidence({
        sha: `undone on ${branch}`,
        associations: [association({ kind: 'reverts', source: 'revert' })],
        presence: undoneOn(branch),
      });
    const own = commitEvidence({ sha: 'own', presence: undoneOn('branch:release/test') });
    const commits = [own, revert('branch:release/test'), revert('branch:main')];

    const { repositories } = caseOf({ commits });

    expect(repositories[0]?.changes.map(({ sha }) => sha)).toEqual([
      'undone on branch:main',
      'own',
    ]);
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
  const baselineFor = (more: Partial<Issue> = {}) => {
    const lacking = { main: [{ issueKey: 'PAY-9', sha: 'h1' }, OWN] };
    const status = repositoryStatus({ baselines: { PAY: { version: '1.0', lacking } } });
    const input = judgeInput([toldIssue('PAY-1', ['develop'], more)], {
      statuses: new Map([[REPOSITORY, status]]),
    });
    return openCase({ ...input, dependencies: NONE }).repositories[0]?.baseline;
  };
  const OWN = { issueKey: 'PAY-9', sha: 'pay-10000000' };

  it('is what the branch of the target lacks of what its project released last, its own aside', () => {
    expect(baselineFor()).toEqual({ version: '1.0', missing: [{ issueKey: 'PAY-9', sha: 'h1' }] });
  });

  it('is none for an issue of that version: its companions travel with it', () => {
    const fixVersions = [{ id: '7', name: '1.0', isReleased: true }];

    expect(baselineFor({ fixVersions })).toBeNull();
  });
});
