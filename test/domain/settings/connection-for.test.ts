import { connectionFor, isOwnedBy } from '../../../src/domain/settings/connection-for';

const GITHUB = { provider: 'github', baseUrl: 'https://api.github.com' } as const;
const GITLAB = { provider: 'gitlab', baseUrl: 'https://gitlab.com' } as const;
const CONNECTIONS = [
  { id: 'all', ...GITHUB, owner: null },
  { id: 'acme', ...GITHUB, owner: 'Acme' },
  { id: 'ghe', provider: 'github', baseUrl: 'https://GHE.acme.com/api/v3', owner: null },
  { id: 'web', ...GITLAB, owner: 'acme/web' },
  { id: 'lab', ...GITLAB, owner: 'acme' },
] as const;

describe('connectionFor', () => {
  it.each([
    ['github:acme/api', 'acme'],
    ['github:ACME/api', 'acme'],
    ['github:acme-labs/api', 'all'],
    ['github:ghe.acme.com/acme/api', 'ghe'],
    ['gitlab:gitlab.com/acme/web/shop', 'web'],
    ['gitlab:gitlab.com/acme/website/shop', 'lab'],
    ['gitlab:gitlab.com/other/shop', undefined],
    ['github:other.com/acme/api', undefined],
    ['acme/api', undefined],
  ])('of %s is %s', (repository, id) => {
    expect(connectionFor(repository, CONNECTIONS)?.id).toBe(id);
  });
});

describe('isOwnedBy', () => {
  it.each([
    ['acme/api', null, true],
    ['acme/api', 'acme', true],
    ['acme-labs/api', 'acme', false],
  ])('%s by %s: %p', (path, owner, expected) => {
    expect(isOwnedBy(path, owner)).toBe(expected);
  });
});
