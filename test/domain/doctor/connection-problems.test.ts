import { connectionProblems } from '../../../src/domain/doctor/connection-problems';
import type { FailureKind } from '../../../src/domain/evidence/failure-kind';
import {
  connectionFacts,
  doctorFacts,
  outlineOfFindings,
  repositoryFacts,
} from '../../support/doctor-facts';

const failing = (id: string, failedBy: Record<string, FailureKind>) =>
  repositoryFacts(id, { header: { failedBy } });

describe('connectionProblems', () => {
  it('finds nothing where every repository is read through a connection that works', () => {
    expect(connectionProblems(doctorFacts())).toEqual([]);
  });

  it('names each owner that no connection covers, once', () => {
    const found = connectionProblems(
      doctorFacts(
        [
          repositoryFacts('gitlab:gitlab.com/acme/web/shop'),
          repositoryFacts('gitlab:gitlab.com/acme/api'),
          repositoryFacts('github:ghe.acme.com/pay/ledger'),
          repositoryFacts('github:acme/api'),
        ],
        { connections: [connectionFacts({ owner: 'acme' })] },
      ),
    );

    expect(outlineOfFindings(found)).toEqual([
      'problem no-connection: gitlab.com/acme',
      'problem no-connection: ghe.acme.com/pay',
    ]);
    expect(found[0]).toMatchObject({
      message: 'No connection covers acme/web/shop and acme/api, so they cannot be read.',
      action:
        'Add a connection that can see gitlab.com/acme, or remove the repositories from the project.',
      place: { part: 'connections', repository: null },
    });
  });

  it('counts repositories when they are many', () => {
    const repositories = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      repositoryFacts(`github:acme/${name}`),
    );

    const [found] = connectionProblems(doctorFacts(repositories, { connections: [] }));

    expect(found?.message).toBe(
      'No connection covers 5 repositories (acme/a, acme/b, acme/c and 2 more), so they cannot be read.',
    );
  });

  it('says only that the secret is lost, for that explains every refusal', () => {
    const found = connectionProblems(
      doctorFacts([failing('github:acme/api', { branches: 'unauthorized' })], {
        connections: [connectionFacts({ owner: 'acme', hasSecret: false })],
      }),
    );

    expect(outlineOfFindings(found)).toEqual(['problem secret-lost: github.com, acme']);
  });

  it.each<{ failure: FailureKind; expected: string }>([
    { failure: 'unauthorized', expected: 'problem login-refused' },
    { failure: 'forbidden', expected: 'problem reading-forbidden' },
    { failure: 'not-found', expected: 'problem repository-not-found' },
    { failure: 'egress-blocked', expected: 'problem egress-blocked' },
    { failure: 'unavailable', expected: 'warning host-unreachable' },
    { failure: 'unexpected-answer', expected: 'warning host-unreachable' },
    { failure: 'rate-limited', expected: 'warning rate-limited' },
  ])('$failure is a $expected of the connection', ({ failure, expected }) => {
    const found = connectionProblems(
      doctorFacts([
        failing('github:acme/api', { branches: failure }),
        failing('github:acme/web', { 'pull-requests': failure }),
        repositoryFacts('github:acme/fine'),
      ]),
    );

    expect(outlineOfFindings(found)).toEqual([`${expected}: github.com`]);
    expect(found[0]?.message).toContain('acme/api and acme/web');
    expect(found[0]?.message).not.toContain('acme/fine');
  });

  it('says what the login may not read', () => {
    const [found] = connectionProblems(
      doctorFacts([failing('github:acme/api', { checks: 'forbidden', deployments: 'forbidden' })]),
    );

    expect(found?.message).toBe(
      'github.com does not let the login read all of acme/api. What is missing: deployments and checks.',
    );
  });

  it.each([
    { provider: 'gitlab' as const, id: 'gitlab:gitlab.com/acme/api', words: /scope read_api/ },
    { provider: 'github' as const, id: 'github:acme/api', words: /read access to contents/ },
  ])('tells what $provider wants', ({ provider, id, words }) => {
    const baseUrl = provider === 'gitlab' ? 'https://gitlab.com' : 'https://api.github.com';
    const [found] = connectionProblems(
      doctorFacts([failing(id, { branches: 'forbidden' })], {
        connections: [connectionFacts({ provider, baseUrl })],
      }),
    );

    expect(found?.action).toMatch(words);
  });

  it('does not blame a connection for what Jira did not answer', () => {
    expect(
      connectionProblems(doctorFacts([failing('github:acme/api', { index: 'forbidden' })])),
    ).toEqual([]);
  });

  it('says where checks are kept back', () => {
    const found = connectionProblems(
      doctorFacts([repositoryFacts('github:acme/api', { outline: { checksWithheld: true } })]),
    );

    expect(outlineOfFindings(found)).toEqual(['warning checks-withheld: github.com']);
  });

  it('gives the id to use for a repository that was renamed', () => {
    const found = connectionProblems(
      doctorFacts(
        [
          repositoryFacts('gitlab:git.acme.com/web/shop', {
            status: { renamedTo: 'web/store/shop' },
          }),
        ],
        {
          connections: [connectionFacts({ provider: 'gitlab', baseUrl: 'https://git.acme.com' })],
        },
      ),
    );

    expect(found).toMatchObject([
      {
        code: 'renamed-repository',
        severity: 'warning',
        subject: 'gitlab:git.acme.com/web/shop',
        action: 'Change the repository to gitlab:git.acme.com/web/store/shop.',
        confidence: 'certain',
        place: { part: 'repositories', repository: 'gitlab:git.acme.com/web/shop' },
      },
    ]);
  });
});
