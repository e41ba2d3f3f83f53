import { join } from 'node:path';

import { readSite } from '../../../dev/site-file/read-site';
import { createTempFolder } from '../../support/temp-folder';

const SITE = `name: Acme
now: 2026-05-04T09:00:00Z
jira:
  projects: [{ id: "10000", key: PAY, name: Payments }]
  users:
    - { accountId: ana, displayName: Ana Lima, admin: true }
    - { accountId: bo, displayName: Bo Chen, projects: [PAY], leads: [PAY] }
  issues: issues.json
  versions: versions.json
hosts:
  - provider: github
    host: https://api.github.com
    token: gh-test-token
    rateLimit: 5000
    latencyMs: 40
    repositories:
      - path: acme/payments-api
        git: repos/payments-api.git
        pulls: pulls.json
        checks: checks.json
  - provider: gitlab
    host: https://gitlab.com
    token: gl-test-token
    repositories: [{ path: acme/web/shop, git: repos/shop.git }]
settings: convoy.yaml
faults:
  - { match: "GET https://api.github.com/repos/acme/payments-api/compare/*", nth: 1, status: 502 }
`;

const FILES = {
  'site.yaml': SITE,
  'issues.json': [{ id: '1', key: 'PAY-1', fields: { summary: 'Refunds', customfield_1: 7 } }],
  'versions.json': [{ id: '20', name: '1.0', projectId: 10000 }],
  'pulls.json': [],
  'checks.json': {},
  'convoy.yaml': 'version: 1\n',
  'repos/payments-api.git/HEAD': 'ref: refs/heads/main\n',
  'repos/shop.git/HEAD': 'ref: refs/heads/main\n',
};

const readWith = (files: Record<string, unknown>): (() => unknown) => {
  const folder = createTempFolder({ ...FILES, ...files });
  return () => readSite(folder);
};

describe('readSite', () => {
  it('reads the site with every file that it names', () => {
    const folder = createTempFolder(FILES);

    const site = readSite(folder);

    expect(site).toEqual({
      folder,
      name: 'Acme',
      now: '2026-05-04T09:00:00Z',
      acts: [],
      jira: {
        projects: [{ id: '10000', key: 'PAY', name: 'Payments' }],
        users: [
          { accountId: 'ana', displayName: 'Ana Lima', admin: true, leads: [] },
          {
            accountId: 'bo',
            displayName: 'Bo Chen',
            admin: false,
            projects: ['PAY'],
            leads: ['PAY'],
          },
        ],
        issues: [{ id: '1', key: 'PAY-1', fields: { summary: 'Refunds', customfield_1: 7 } }],
        versions: [{ id: '20', name: '1.0', projectId: 10000, released: false, archived: false }],
      },
      hosts: [
        {
          provider: 'github',
          host: 'https://api.github.com',
          token: 'gh-test-token',
          rateLimit: 5000,
          latencyMs: 40,
          repositories: [
            {
              path: 'acme/payments-api',
              git: join(folder, 'repos/payments-api.git'),
              pulls: join(folder, 'pulls.json'),
              checks: join(folder, 'checks.json'),
            },
          ],
        },
        {
          provider: 'gitlab',
          host: 'https://gitlab.com',
          token: 'gl-test-token',
          latencyMs: 0,
          repositories: [
            {
              path: 'acme/web/shop',
              git: join(folder, 'repos/shop.git'),
            },
          ],
        },
      ],
      settings: { path: join(folder, 'convoy.yaml'), text: 'version: 1\n' },
      faults: [
        {
          match: 'GET https://api.github.com/repos/acme/payments-api/compare/*',
          nth: 1,
          status: 502,
          headers: {},
        },
      ],
    });
  });

  it('takes the file itself for its folder', () => {
    const folder = createTempFolder(FILES);

    expect(readSite(join(folder, 'site.yaml'))).toEqual(readSite(folder));
  });

  it('says that a folder holds no site', () => {
    expect(() => readSite('/nowhere')).toThrow(
      '/nowhere/site.yaml: there is no such file; a site needs a site.yaml',
    );
  });

  it.each([
    {
      when: 'a field is misspelt',
      from: 'latencyMs: 40',
      to: 'latency: 40',
      says: 'site.yaml:15: hosts[0].latency: is not a field that exists here',
    },
    {
      when: 'a field is missing',
      from: '    token: gl-test-token\n',
      to: '',
      says: 'site.yaml:21: hosts[1].token: is missing: write a value (string)',
    },
    {
      when: 'a value has the wrong type',
      from: 'rateLimit: 5000',
      to: 'rateLimit: many',
      says: 'site.yaml:14: hosts[0].rateLimit: must be of the type number',
    },
    {
      when: 'the clock is no instant',
      from: '2026-05-04T09:00:00Z',
      to: 'yesterday',
      says: 'site.yaml:2: now: is not an instant',
    },
    {
      when: 'a user browses a project that is not there',
      from: 'projects: [PAY], leads',
      to: 'projects: [PAX], leads',
      says: 'site.yaml:7: jira.users[1].projects[0]: names PAX, which is not under jira.projects',
    },
    {
      when: 'a user has a role in a project that is not there',
      from: 'leads: [PAY] }',
      to: 'leads: [PAY], roles: { PAX: [QA] } }',
      says: 'site.yaml:7: jira.users[1].roles.PAX: is not under jira.projects',
    },
    {
      when: 'two users share an account',
      from: 'accountId: bo',
      to: 'accountId: ana',
      says: 'site.yaml:7: jira.users[1].accountId: is a second user ana',
    },
    {
      when: 'the provider is unknown',
      from: 'provider: gitlab',
      to: 'provider: gitea',
      says: 'site.yaml:21: hosts[1].provider: is neither github nor gitlab',
    },
    {
      when: 'a repository is not there',
      from: 'git: repos/shop.git',
      to: 'git: repos/shap.git',
      says: /site\.yaml:24: hosts\[1\]\.repositories\[0\]\.git: there is no \S+repos\/shap\.git/,
    },
    {
      when: 'a list of pull requests is not there',
      from: 'pulls: pulls.json',
      to: 'pulls: pull.json',
      says: /site\.yaml:19: hosts\[0\]\.repositories\[0\]\.pulls: there is no \S+\/pull\.json/,
    },
    {
      when: 'the YAML is broken',
      from: 'settings: convoy.yaml',
      to: 'settings: [convoy.yaml',
      says: 'site.yaml:26: ',
    },
    {
      when: 'a fault has no method',
      from: '"GET https',
      to: '"https',
      says: 'site.yaml:27: faults[0].match: is not a method and an address',
    },
  ])('names file, line and field when $when', ({ from, to, says }) => {
    expect(SITE).toContain(from);

    expect(readWith({ 'site.yaml': SITE.replace(from, to) })).toThrow(says);
  });

  it.each([
    {
      when: 'an issue has no summary',
      file: 'issues.json',
      content: '[\n  {\n    "id": "1",\n    "key": "PAY-1",\n    "fields": {}\n  }\n]',
      says: 'issues.json:5: [0].fields.summary: is missing',
    },
    {
      when: 'the JSON is broken',
      file: 'versions.json',
      content: '[\n  {"id": "1" "name"}\n]',
      says: 'versions.json:2: ',
    },
    {
      when: 'there is no list',
      file: 'issues.json',
      content: '{}',
      says: 'issues.json:1: the file: must be of the type array',
    },
  ])('names the place in a JSON file when $when', ({ file, content, says }) => {
    expect(readWith({ [file]: content })).toThrow(says);
  });

  it('names all faults of a file at once', () => {
    const text = SITE.replace('rateLimit: 5000', 'rateLimit: 0').replace(
      'id: "10000"',
      'id: 10000',
    );

    expect(readWith({ 'site.yaml': text })).toThrow(
      /site\.yaml:4: jira\.projects\[0\]\.id: .*\n.*site\.yaml:14: hosts\[0\]\.rateLimit: /,
    );
  });
});
