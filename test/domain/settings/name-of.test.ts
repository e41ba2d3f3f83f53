import { nameOf } from '../../../src/domain/settings/name-of';
import { REPOSITORY } from '../../support/builders';
import { projectSettings, repositorySettings } from '../../support/settings';

describe('nameOf', () => {
  it.each([
    { when: 'a service is named', service: 'Payments API', name: 'Payments API' },
    { when: 'none is', service: null, name: 'acme/payments-api' },
  ])('is $name when $when', ({ service, name }) => {
    const settings = projectSettings({
      repositories: [repositorySettings(REPOSITORY, { service })],
    });

    expect(nameOf(REPOSITORY, settings)).toBe(name);
  });

  it('is the path of a repository that is not listed', () => {
    expect(nameOf('gitlab:gitlab.com/acme/web/shop', projectSettings())).toBe('acme/web/shop');
  });
});
