import { describeChange } from '../../../src/domain/settings/describe-change';
import type { ProjectSettings } from '../../../src/domain/settings/project-settings';
import { line, projectSettings, repositorySettings } from '../../support/settings';

const many = Array.from({ length: 6 }, (_, index) => repositorySettings(`github:acme/r${index}`));
const { dev, test, prod } = projectSettings().lines;

describe('describeChange', () => {
  it('says that a project is new', () => {
    expect(describeChange(undefined, projectSettings())).toBe(
      'PAY is new: dev → test → prod, 1 repository.',
    );
  });

  it.each<[Partial<ProjectSettings>, string]>([
    [{}, 'PAY stays as it is.'],
    [
      { lines: { ...(prod && { prod }), ...(test && { test }), ...(dev && { dev }) } },
      'PAY stays as it is.',
    ],
    [{ repositories: [] }, 'PAY: removes github:acme/payments-api.'],
    [
      { repositories: [repositorySettings('github:acme/payments-api', { owner: 'Bo' })] },
      'PAY: changes github:acme/payments-api.',
    ],
    [
      {
        repositories: [
          repositorySettings('github:acme/payments-api', {
            risks: [{ paths: ['**'], code: 'fraud', level: 'blocked' }],
          }),
        ],
      },
      'PAY: changes github:acme/payments-api.',
    ],
    [{ repositories: many }, 'PAY: adds 6 repositories; removes github:acme/payments-api.'],
    [{ route: ['dev', 'prod'] }, 'PAY: the route is dev → prod.'],
    [{ lines: { dev: line('trunk') } }, 'PAY: lines differ.'],
    [{ requireReviews: true }, 'PAY: rules differ.'],
  ])('of %j is: %s', (more, text) => {
    expect(describeChange(projectSettings(), projectSettings(more))).toBe(text);
  });
});
