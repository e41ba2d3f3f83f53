import { lineIn, newSettings } from '../../../src/domain/settings/project-settings';
import { line } from '../../support/settings';

describe('newSettings', () => {
  it('has the usual trailers, links and rules, and neither line nor repository', () => {
    expect(newSettings('WEB')).toEqual({
      projectKey: 'WEB',
      route: [],
      lines: {},
      repositories: [],
      issueTrailers: ['Issue', 'Jira', 'Fixes', 'Closes', 'Refs', 'Task-number'],
      dependencyLinks: [
        { type: 'Blocks', direction: 'outward' },
        { type: 'Depends', direction: 'outward' },
        { type: 'Requires', direction: 'outward' },
      ],
      noChangeExpected: { issueTypes: [], labels: [] },
      requiredChecks: 'all',
      requireReviews: false,
      signOffs: [],
      freeze: [],
    });
  });
});

describe('lineIn', () => {
  const lines = { test: line('release/test', { environments: ['qa'] }) };

  it.each([
    { when: 'the repository says nothing', overrides: {}, branch: 'release/test' },
    { when: 'the repository has its own', overrides: { test: { branch: 'qa' } }, branch: 'qa' },
  ])('gives $branch when $when', ({ overrides, branch }) => {
    expect(lineIn({ lines }, { lines: overrides }, 'test')).toMatchObject({
      branch,
      environments: ['qa'],
    });
  });

  it('knows of no other line', () => {
    expect(lineIn({ lines }, { lines: {} }, 'prod')).toBeUndefined();
  });
});
