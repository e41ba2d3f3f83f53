import { hostOf, toHostAddress } from '../../../src/domain/settings/host-address';

describe('toHostAddress', () => {
  it.each([
    ['github', 'https://github.com', 'https://api.github.com'],
    ['github', 'https://github.com/acme/api', 'https://api.github.com'],
    ['github', 'https://api.github.com/', 'https://api.github.com'],
    ['github', ' github.com ', 'https://api.github.com'],
    ['github', 'https://ghe.acme.com', 'https://ghe.acme.com/api/v3'],
    ['github', 'https://GHE.acme.com/api/v3/', 'https://ghe.acme.com/api/v3'],
    ['github', 'https://ghe.acme.com:8443/x?y#z', 'https://ghe.acme.com:8443/api/v3'],
    ['github', 'https://acme.ghe.com', 'https://api.acme.ghe.com'],
    ['github', 'https://api.acme.ghe.com', 'https://api.acme.ghe.com'],
    ['gitlab', 'https://gitlab.com', 'https://gitlab.com'],
    ['gitlab', 'www.gitlab.com/acme/web', 'https://gitlab.com'],
    ['gitlab', 'https://git.acme.com/gitlab/api/v4/', 'https://git.acme.com/gitlab'],
  ] as const)('for %s reads %s as %s', (provider, typed, baseUrl) => {
    expect(toHostAddress(provider, typed)).toEqual({ status: 'ok', baseUrl });
  });

  it.each([
    ['http://github.com', 'https://'],
    ['ftp://github.com', 'https://'],
    ['', 'must be the address'],
    ['localhost', 'must be the address'],
    ['https://', 'must be the address'],
    ['https://me:secret@github.com', 'user name or password'],
  ])('refuses %j', (typed, message) => {
    expect(toHostAddress('github', typed)).toEqual({
      status: 'wrong',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('hostOf', () => {
  it.each([
    ['github', 'https://api.github.com', 'github.com'],
    ['github', 'https://ghe.acme.com/api/v3', 'ghe.acme.com'],
    ['github', 'https://api.acme.ghe.com', 'acme.ghe.com'],
    ['gitlab', 'https://gitlab.com', 'gitlab.com'],
  ] as const)('of %s at %s is %s', (provider, baseUrl, host) => {
    expect(hostOf({ provider, baseUrl })).toBe(host);
  });
});
