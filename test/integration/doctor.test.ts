import type { Finding } from '../../src/api/contract';
import type { LocalSite } from '../../dev/local-site/open-site';
import { createRepository, type GitRepository } from '../support/git-repository';
import { countHostCalls, LINES, openTestSite, valueOf } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

const brief = ({ severity, code, subject }: Finding) => `${severity} ${code}: ${subject}`;

function deployment(id: number, sha: string, environment: string) {
  const created_at = '2026-05-03T10:00:00Z';
  return {
    id,
    sha,
    ref: sha,
    environment,
    created_at,
    statuses: [{ state: 'success', created_at }],
  };
}

/** A repository whose changes travel develop → release/test → main by merges. */
function travelling(name: string): { git: GitRepository; first: string; newest: string } {
  const git = createRepository(createTempFolder({}), name);
  git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
  git.branch('release/test', 'main');
  git.branch('develop', 'main');
  const first = git.commit({ message: 'PAY-1 one', files: { b: '1' }, branch: 'develop' });
  const second = git.commit({ message: 'PAY-1 two', files: { b: '2' }, branch: 'develop' });
  const newest = git.commit({ message: 'PAY-2 three', files: { b: '3' }, branch: 'develop' });
  git.merge({ from: second, into: 'release/test', message: 'Promote to test' });
  git.merge({ from: first, into: 'main', message: 'Promote to prod' });
  return { git, first, newest };
}

describe('the doctor of a site', () => {
  let site: LocalSite;
  let findings: Finding[];
  let hostCalls: number;

  beforeAll(async () => {
    const api = travelling('api');
    const legacy = createRepository(createTempFolder({}), 'legacy-schema');
    legacy.commit({ message: 'Nothing of ours', files: { a: '1' }, branch: 'master' });
    legacy.git('symbolic-ref', 'HEAD', 'refs/heads/master');
    const repositories = [
      {
        path: 'acme/api',
        git: api.git.gitFolder,
        deployments: [
          deployment(1, api.newest, 'production'),
          deployment(2, api.newest, 'development'),
          deployment(3, api.first, 'uat-eu'),
          deployment(4, api.first, 'loadtest'),
        ],
      },
      { path: 'acme/legacy-schema', git: legacy.gitFolder },
    ];
    site = await openTestSite({
      repositories,
      settings: {
        version: 1,
        projects: {
          PAY: {
            route: ['dev', 'test', 'prod'],
            lines: LINES,
            repositories: [
              { id: 'github:acme/api', service: 'API', owner: 'Team Blue', kind: 'app' },
              { id: 'github:acme/legacy-schema', service: 'Legacy', owner: 'Team Blue' },
              { id: 'gitlab:gitlab.com/acme/shop', service: 'Shop', owner: 'Web', kind: 'app' },
            ],
          },
        },
      },
    });
    await site.platform.drain();
    hostCalls = await countHostCalls(site, async () => {
      findings = await valueOf(site, 'getDoctor', { projectKey: 'PAY' });
    });
  });
  afterAll(async () => {
    await site.close();
  });

  it('finds what is wrong from what is stored', () => {
    expect(findings.map(brief)).toEqual([
      'problem no-connection: gitlab.com/acme',
      'problem missing-branch: github:acme/legacy-schema, dev',
      'problem missing-branch: github:acme/legacy-schema, prod',
      'problem missing-branch: github:acme/legacy-schema, test',
      'warning environment-off-line: github:acme/api, production',
      'hint unmapped-environment: loadtest',
      'hint unused-repository: github:acme/legacy-schema',
      'hint catalogue-gap: github:acme/legacy-schema',
      'hint route-agrees: PAY',
    ]);
  });

  it.each([
    {
      code: 'missing-branch',
      at: 'github:acme/legacy-schema, prod',
      action: /: master \(master is a usual name for prod; it is the default branch\)/,
    },
    { code: 'catalogue-gap', at: 'github:acme/legacy-schema', action: /probably database/ },
  ])('suggests how to repair $code', ({ code, at, action }) => {
    const found = findings.find((one) => one.code === code && one.subject === at);

    expect(found?.action).toMatch(action);
  });

  it('says which line has what production runs', () => {
    const found = findings.find(({ code }) => code === 'environment-off-line');

    expect(found?.message).toBe(
      'production belongs to prod, but runs a commit that main does not have; it is on dev.',
    );
  });

  it('asks no host, and says the same again', async () => {
    expect(hostCalls).toBe(0);
    expect(await valueOf(site, 'getDoctor', { projectKey: 'PAY' })).toEqual(findings);
  });
});
