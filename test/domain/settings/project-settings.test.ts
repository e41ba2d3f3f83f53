import { lineIn, newSettings } from '../../../src/domain/settings/project-settings';
import { line } from '../../support/settings';

describe('lineIn', () => {
  const lines = {
    prod: line('main', { environments: ['production'], approvedStatuses: ['Done'] }),
  };

  it.each([
    { own: {}, branch: 'main', environments: ['production'] },
    { own: { test: { branch: 'qa' } }, branch: 'main', environments: ['production'] },
    { own: { prod: { branch: 'master' } }, branch: 'master', environments: ['production'] },
    { own: { prod: { environments: [] } }, branch: 'main', environments: [] },
    {
      own: { prod: { branch: 'master', environments: ['live'] } },
      branch: 'master',
      environments: ['live'],
    },
  ])('with $own is $branch, feeding $environments', ({ own, branch, environments }) => {
    expect(lineIn({ lines }, { lines: own }, 'prod')).toEqual({
      branch,
      environments,
      rejectedStatuses: [],
      approvedStatuses: ['Done'],
    });
  });

  it('is nothing for a line that the project does not have', () => {
    const own = { dev: { branch: 'develop' } };

    expect(lineIn({ lines }, { lines: own }, 'dev')).toBeUndefined();
  });
});

describe('newSettings', () => {
  it('begins with the usual rules, and nothing to follow', () => {
    expect(newSettings('PAY')).toMatchObject({
      projectKey: 'PAY',
      route: [],
      repositories: [],
      issueTrailers: ['Issue', 'Jira', 'Fixes', 'Closes', 'Refs', 'Task-number'],
      dependencyLinks: [
        { type: 'Blocks', direction: 'outward' },
        { type: 'Depends', direction: 'outward' },
        { type: 'Requires', direction: 'outward' },
      ],
      requiredChecks: 'all',
    });
  });

  it('gives each project lists of its own', () => {
    newSettings('PAY').issueTrailers.push('Story');

    expect(newSettings('WEB').issueTrailers).not.toContain('Story');
  });
});
