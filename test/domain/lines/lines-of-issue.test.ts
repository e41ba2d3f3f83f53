import { cellsIn, linesOfIssue } from '../../../src/domain/lines/lines-of-issue';
import {
  commitEvidence,
  inRefs,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';
import { projectSettings, repositorySettings } from '../../support/settings';

const UI = 'github:acme/ui';
const settings = projectSettings({
  repositories: [repositorySettings(REPOSITORY), repositorySettings(UI)],
});
const statuses = new Map(
  [REPOSITORY, UI, 'github:acme/gone'].map((repository) => [
    repository,
    repositoryStatus({ repository }),
  ]),
);
const on = (repository: string, ...branches: string[]) =>
  repositoryEvidence({
    repository,
    commits: [
      commitEvidence({ presence: inRefs(...branches.map((name) => `branch:${name}` as const)) }),
    ],
  });

describe('cellsIn', () => {
  it('has one cell for each line of the route', () => {
    const cells = cellsIn(settings, on(REPOSITORY, 'develop'), statuses);

    expect(cells.map(({ line, state }) => `${line} ${state}`)).toEqual([
      'dev all',
      'test none',
      'prod none',
    ]);
  });

  it('trusts nothing that is known of a repository that is not listed any more', () => {
    const cells = cellsIn(settings, on('github:acme/gone'), statuses);

    expect(cells.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('linesOfIssue', () => {
  it('is as far as the repository that is least far', () => {
    const parts = [on(REPOSITORY, 'develop', 'release/test'), on(UI, 'develop')];

    const lines = linesOfIssue(settings, parts, statuses);

    expect(
      lines.map(({ name, state, present, of }) => `${name} ${state} ${present}/${of}`),
    ).toEqual(['dev all 2/2', 'test part 1/2', 'prod none 0/2']);
  });

  it('does not count repositories that only mention it', () => {
    const parts = [on(REPOSITORY, 'develop'), repositoryEvidence({ repository: UI })];

    const [dev] = linesOfIssue(settings, parts, statuses);

    expect(dev).toMatchObject({ state: 'all', of: 1 });
  });
});
