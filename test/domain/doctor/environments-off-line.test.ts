import { environmentsOffLine } from '../../../src/domain/doctor/environments-off-line';
import { doctorFacts, repositoryFacts } from '../../support/doctor-facts';

const running = (environment: string, heldBy: string[] | null) =>
  repositoryFacts('github:acme/api', {
    outline: { runs: heldBy === null ? [] : [{ environment, heldBy }] },
    header: {},
  });

function facts(environment: string, heldBy: string[] | null) {
  const one = running(environment, heldBy);
  if (typeof one.header !== 'object') throw new Error('a header is needed');
  const deployed = { sha: 'a1', at: '2026-05-01T08:00:00Z', url: 'https://x.test/1', isRead: true };
  const indexed = {
    branches: {},
    environments: [{ environment, tier: null, deployed, attempted: null }],
    deploymentsRead: true,
    unreadRefs: [],
    revision: null,
    baselines: {},
    form: 3,
  };
  return doctorFacts([{ ...one, header: { ...one.header, indexed } }]);
}

describe('environmentsOffLine', () => {
  it.each([
    { when: 'the branch of its line has what runs', environment: 'qa', heldBy: ['release/test'] },
    { when: 'nobody knows what the branches hold', environment: 'qa', heldBy: null },
    { when: 'the environment belongs to no line', environment: 'perf', heldBy: [] },
  ])('finds nothing when $when', ({ environment, heldBy }) => {
    expect(environmentsOffLine(facts(environment, heldBy))).toEqual([]);
  });

  it('names the line whose branch has what runs', () => {
    expect(environmentsOffLine(facts('production', ['develop', 'release/test']))).toMatchObject([
      {
        code: 'environment-off-line',
        severity: 'warning',
        subject: 'github:acme/api, production',
        message:
          'production belongs to prod, but runs a commit that main does not have; it is on dev and test.',
        confidence: 'likely',
        links: [{}, { text: 'deployment to production', url: 'https://x.test/1' }],
        place: { part: 'repositories', repository: 'github:acme/api' },
      },
    ]);
  });

  it('says when no line has what runs', () => {
    expect(environmentsOffLine(facts('qa', []))).toMatchObject([
      {
        message:
          'qa belongs to test, but runs a commit that release/test does not have; no line of the repository has it.',
        confidence: 'guess',
      },
    ]);
  });
});
