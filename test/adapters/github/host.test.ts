import { githubHostOf } from '../../../src/adapters/github/host';

describe('githubHostOf', () => {
  it.each([
    ['https://api.github.com', 'github.com'],
    ['https://api.github.com/', 'github.com'],
    ['https://ghe.acme.com/api/v3', 'ghe.acme.com'],
    ['https://ghe.acme.com/api/v3/', 'ghe.acme.com'],
    ['https://api.acme.ghe.com', 'acme.ghe.com'],
    ['https://api.acme.com/api/v3', 'api.acme.com'],
  ])('names the host of %s %s', (baseUrl, host) => {
    expect(githubHostOf(baseUrl)).toBe(host);
  });
});
