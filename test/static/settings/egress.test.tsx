import { egressFor } from '../../../static/settings/src/egress';

describe('egressFor', () => {
  it.each([
    ['https://github.com', null],
    ['api.github.com', null],
    ['https://gitlab.com', null],
    ['www.gitlab.com/acme', null],
    ['gitlab.acme.com', 'https://gitlab.acme.com'],
    ['gitlab.com.evil.example', 'https://gitlab.com.evil.example'],
    ['ghe.acme.com', 'https://ghe.acme.com'],
    ['https://ghe.acme.com/api/v3', 'https://ghe.acme.com'],
    ['https://ghe.acme.com:8443/', 'https://ghe.acme.com:8443'],
    ['https://acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://api.acme.ghe.com', 'https://api.acme.ghe.com'],
    ['https://github.com.evil.example', 'https://github.com.evil.example'],
    ['http://ghe.acme.com', null],
    ['ghe', null],
    ['', null],
  ])('of %j is %j', (address, domain) => {
    expect(egressFor(address)?.domain ?? null).toBe(domain);
  });
});
