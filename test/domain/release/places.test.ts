import { placeIn, placesOf } from '../../../src/domain/release/places';
import { projectSettings, repositorySettings } from '../../support/settings';

const SHOP = 'gitlab:gitlab.com/acme/web/shop';
const API = 'github:acme/payments-api';
const places = placesOf(
  [
    projectSettings({
      repositories: [repositorySettings(SHOP, { service: 'Web shop', owner: 'Team Orange' })],
    }),
    projectSettings({
      repositories: [repositorySettings(SHOP, { service: 'Shop' }), repositorySettings(API)],
    }),
  ],
  new Map([[SHOP, { url: 'https://gitlab.com/acme/web/shop' }]]),
);

describe('placesOf', () => {
  it('has each repository once, as the first project calls it', () => {
    expect(places).toEqual([
      { repository: API, name: 'acme/payments-api', owner: null, url: null },
      {
        ...{ repository: SHOP, name: 'Web shop', owner: 'Team Orange' },
        url: 'https://gitlab.com/acme/web/shop',
      },
    ]);
  });
});

describe('placeIn', () => {
  it.each([
    { repository: SHOP, name: 'Web shop' },
    { repository: 'github:acme/gone', name: 'acme/gone' },
    { repository: 'Jira', name: 'Jira' },
  ])('calls $repository $name', ({ repository, name }) => {
    expect(placeIn({ places }, repository)).toMatchObject({ repository, name });
  });
});
