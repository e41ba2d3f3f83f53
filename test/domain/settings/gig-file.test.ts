import { settingsFromGig, type GigRepository } from '../../../src/domain/settings/gig-file';
import { line, repositorySettings } from '../../support/settings';

const gigRepository = (more: Partial<GigRepository>): GigRepository => ({
  path: null,
  repo: null,
  service: null,
  owner: null,
  kind: null,
  notes: [],
  ...more,
});
const file = (...repositories: Partial<GigRepository>[]) => ({
  environments: [
    { name: 'build', branch: 'dev' },
    { name: 'prod', branch: 'main' },
  ],
  repositories: repositories.map(gigRepository),
  unused: [],
});
const VISIBLE = ['github:acme/a-service', 'github:acme/shop', 'gitlab:gitlab.com/web/shop'];

describe('settingsFromGig', () => {
  it('makes the environments the route', () => {
    const { settings } = settingsFromGig(file(), 'PAY', []);

    expect(settings).toMatchObject({
      projectKey: 'PAY',
      route: ['build', 'prod'],
      lines: { build: line('dev'), prod: line('main') },
    });
  });

  it.each([
    ['an id in repo', { repo: 'github:acme/other', path: 'x' }, 'github:acme/other'],
    ['an id in path', { path: 'gitlab:gitlab.com/a/b' }, 'gitlab:gitlab.com/a/b'],
    ['a folder', { path: 'a-service' }, 'github:acme/a-service'],
    ['a deep folder', { path: './work/A-Service/' }, 'github:acme/a-service'],
    ['a clone address', { repo: 'git@github.com:acme/a-service.git' }, 'github:acme/a-service'],
  ])('finds a repository by %s', (_, repository, id) => {
    const { settings, notes } = settingsFromGig(file(repository), 'PAY', VISIBLE);

    expect(settings.repositories).toEqual([repositorySettings(id)]);
    expect(notes).toEqual([]);
  });

  it('keeps what the file says of a repository', () => {
    const said = { service: 'Accounts API', owner: 'Backend Team', notes: ['Verify login.'] };

    const { settings } = settingsFromGig(
      file({ path: 'a-service', kind: 'App', ...said }),
      'PAY',
      VISIBLE,
    );

    expect(settings.repositories).toEqual([
      repositorySettings('github:acme/a-service', { kind: 'app', ...said }),
    ]);
  });

  it('names what it cannot find, with all that the file says of it', () => {
    const lost = { path: 'b-service', service: 'Billing', notes: ['Check the sum.'] };

    const { settings, notes } = settingsFromGig(file(lost), 'PAY', VISIBLE);

    expect(settings.repositories).toEqual([]);
    expect(notes).toEqual([
      'b-service: no connection sees a repository called b-service. Add a connection that does, or add the repository by its id. The file says of it: service Billing, note "Check the sum.".',
    ]);
  });

  it('does not choose between repositories of one name', () => {
    const { settings, notes } = settingsFromGig(file({ path: 'shop' }), 'PAY', VISIBLE);

    expect(settings.repositories).toEqual([]);
    expect(notes).toEqual([
      'shop: several repositories are called shop (github:acme/shop, gitlab:gitlab.com/web/shop). Add the right one by its id.',
    ]);
  });

  it('takes a repository once', () => {
    const twice = file({ path: 'a-service' }, { repo: 'github:acme/A-service', owner: 'Bo' });

    const { settings, notes } = settingsFromGig(twice, 'PAY', VISIBLE);

    expect(settings.repositories).toHaveLength(1);
    expect(notes).toEqual([
      'github:acme/A-service: is github:acme/A-service, which the file names before; only the first entry was taken. The file says of it: owner Bo.',
    ]);
  });

  it('says which kind it does not know', () => {
    const { notes } = settingsFromGig(file({ path: 'a-service', kind: 'batch' }), 'PAY', VISIBLE);

    expect(notes).toEqual([
      'github:acme/a-service: the kind batch is not one of app, db, mendix, infra, config, library; choose one.',
    ]);
  });

  it('says which fields were not needed', () => {
    const { notes } = settingsFromGig(
      { ...file(), unused: ['ticketPattern', 'constructor'] },
      'PAY',
      [],
    );

    expect(notes).toEqual([
      'ticketPattern: not needed; Convoy knows the keys of the projects on this Jira.',
      'constructor: has no meaning here.',
    ]);
  });
});
