import { withoutDefaults } from '../../../src/domain/settings/without-defaults';
import { line, projectSettings, repositorySettings } from '../../support/settings';

describe('withoutDefaults', () => {
  it('leaves only what somebody decided', () => {
    expect(withoutDefaults(projectSettings())).toEqual({
      route: ['dev', 'test', 'prod'],
      lines: {
        dev: { branch: 'develop' },
        test: { branch: 'release/test' },
        prod: { branch: 'main' },
      },
      repositories: [{ id: 'github:acme/payments-api' }],
    });
  });

  it('keeps all that differs, an emptied list too', () => {
    const rules = {
      issueTrailers: [],
      dependencyLinks: [],
      noChangeExpected: { issueTypes: ['Epic'], labels: [] },
      requiredChecks: [],
      requireReviews: true,
      signOffs: [{ role: 'QA', accountIds: ['quinn'] }],
      releaseManagers: { roles: ['Release manager'], accountIds: [] },
      freeze: [{ name: 'Year end', from: '2026-12-20', to: '2027-01-03' }],
      gates: { checks: { required: false } },
      snapshots: { keep: 7 },
    };

    expect(withoutDefaults(projectSettings(rules))).toMatchObject(rules);
  });

  it('keeps what a repository and a line say', () => {
    const dev = line('develop', { environments: ['qa'], rejectedStatuses: ['Failed'] });
    const shop = repositorySettings('github:acme/shop', {
      owner: 'Team Blue',
      lines: { dev: { branch: 'trunk' } },
    });

    expect(
      withoutDefaults(projectSettings({ lines: { dev }, repositories: [shop] })),
    ).toMatchObject({
      lines: { dev: { branch: 'develop', environments: ['qa'], rejectedStatuses: ['Failed'] } },
      repositories: [
        { id: 'github:acme/shop', owner: 'Team Blue', lines: { dev: { branch: 'trunk' } } },
      ],
    });
  });

  it('puts the lines in the order of the route', () => {
    const lines = { prod: line('main'), spare: line('x'), dev: line('develop') };

    const lean = withoutDefaults(projectSettings({ route: ['dev', 'prod'], lines }));

    expect(Object.keys(lean.lines)).toEqual(['dev', 'prod', 'spare']);
  });
});
