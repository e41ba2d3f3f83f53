import { inferRoute } from '../../../src/domain/doctor/infer-route';
import { repositoryFacts } from '../../support/doctor-facts';
import { line } from '../../support/settings';

const SETTINGS = { route: ['dev', 'prod'], lines: { dev: line('develop'), prod: line('main') } };

const withLeads = (develop: number, main: number) =>
  repositoryFacts('github:acme/api', {
    outline: {
      leads: [
        { branch: 'develop', over: 'main', commits: develop },
        { branch: 'main', over: 'develop', commits: main },
      ],
    },
  });

describe('inferRoute', () => {
  it.each([
    { develop: 4, main: 0, relation: 'asConfigured' },
    { develop: 0, main: 4, relation: 'reversed' },
    { develop: 0, main: 0, relation: 'same' },
    { develop: 4, main: 1, relation: 'diverged' },
  ] as const)('is $relation when develop leads by $develop and main by $main', (row) => {
    const [pair] = inferRoute(SETTINGS, [withLeads(row.develop, row.main)]);

    expect(pair).toEqual({
      earlier: 'dev',
      later: 'prod',
      asConfigured: [],
      reversed: [],
      same: [],
      diverged: [],
      [row.relation]: ['github:acme/api'],
    });
  });

  it('says nothing where a history is not known', () => {
    expect(inferRoute(SETTINGS, [repositoryFacts()])).toMatchObject([
      { asConfigured: [], reversed: [], same: [], diverged: [] },
    ]);
  });

  it('compares the branches that a repository has in their place', () => {
    const facts = repositoryFacts('github:acme/api', {
      settings: { lines: { prod: { branch: 'master' } } },
      outline: {
        leads: [
          { branch: 'develop', over: 'master', commits: 2 },
          { branch: 'master', over: 'develop', commits: 0 },
        ],
      },
    });

    expect(inferRoute(SETTINGS, [facts])).toMatchObject([{ asConfigured: ['github:acme/api'] }]);
  });

  it('compares each line with every later one', () => {
    const lines = { a: line('a'), b: line('b'), c: line('c') };

    const pairs = inferRoute({ route: ['a', 'b', 'c'], lines }, []);

    expect(pairs.map(({ earlier, later }) => `${earlier}${later}`)).toEqual(['ab', 'ac', 'bc']);
  });
});
