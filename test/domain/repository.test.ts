import { parseRepositoryId, toRepositoryId } from '../../src/domain/repository';

describe('parseRepositoryId', () => {
  it.each([
    { id: 'github:acme/api', provider: 'github', host: 'github.com', path: 'acme/api' },
    { id: 'github:acme/a.b_c-d', provider: 'github', host: 'github.com', path: 'acme/a.b_c-d' },
    {
      id: 'github:ghe.acme.com/acme/api',
      provider: 'github',
      host: 'ghe.acme.com',
      path: 'acme/api',
    },
    {
      id: 'gitlab:gitlab.com/acme/shop',
      provider: 'gitlab',
      host: 'gitlab.com',
      path: 'acme/shop',
    },
    {
      id: 'gitlab:git.acme.com/a/b/c/d',
      provider: 'gitlab',
      host: 'git.acme.com',
      path: 'a/b/c/d',
    },
  ])('reads $id, and writes it again', ({ id, ...address }) => {
    const parsed = parseRepositoryId(id);

    expect(parsed).toEqual(address);
    expect(parsed && toRepositoryId(parsed)).toBe(id);
  });

  it.each([
    '',
    'acme/api',
    'github:',
    'github:acme',
    'github:acme/',
    'github:/api',
    'github:acme/web/api',
    'github:ghe.acme.com/acme/web/api',
    'github:acme/../api',
    'github:./api',
    'github:acme/api?x=1',
    'github:acme/a b',
    'github:acme/api\n',
    'github:https://github.com/acme/api',
    'gitlab:acme/shop',
    'gitlab:acme/web/shop',
    'gitlab:gitlab.com/shop',
    'bitbucket:acme/api',
    'GitHub:acme/api',
  ])('refuses %j', (id) => {
    expect(parseRepositoryId(id)).toBeNull();
  });
});
