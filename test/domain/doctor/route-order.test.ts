import type { RepositoryFacts } from '../../../src/domain/doctor/doctor-facts';
import { routeOrder } from '../../../src/domain/doctor/route-order';
import type { BranchLead } from '../../../src/domain/evidence/repository-outline';
import { doctorFacts, outlineOfFindings, repositoryFacts } from '../../support/doctor-facts';

/** What each of develop, release/test and main has that the next one has not, and the other way round. */
type Leads = [devOverTest: number, testOverDev: number, testOverProd: number, prodOverTest: number];

const leads = ([devTest, testDev, testProd, prodTest]: Leads): BranchLead[] => [
  { branch: 'develop', over: 'release/test', commits: devTest },
  { branch: 'release/test', over: 'develop', commits: testDev },
  { branch: 'release/test', over: 'main', commits: testProd },
  { branch: 'main', over: 'release/test', commits: prodTest },
];

const repositories = (...all: Leads[]): RepositoryFacts[] =>
  all.map((one, index) =>
    repositoryFacts(`github:acme/${'abcdef'.charAt(index)}`, { outline: { leads: leads(one) } }),
  );

const USUAL: Leads = [2, 0, 3, 0];
const TURNED: Leads = [0, 2, 3, 0];

describe('routeOrder', () => {
  it.each([
    { when: 'one repository agrees', all: [USUAL], confidence: 'guess' },
    { when: 'three agree', all: [USUAL, USUAL, USUAL], confidence: 'likely' },
    { when: 'most agree', all: [USUAL, USUAL, USUAL, TURNED], confidence: 'guess' },
  ])('says that the route fits, when $when: $confidence', ({ all, confidence }) => {
    const found = routeOrder(doctorFacts(repositories(...all)));

    expect(outlineOfFindings(found)).toEqual(['hint route-agrees: PAY']);
    expect(found[0]).toMatchObject({ confidence, action: 'Nothing.' });
  });

  it('says how many repositories told it, and where lines have commits of their own', () => {
    const [found] = routeOrder(doctorFacts(repositories(USUAL, USUAL, [2, 1, 3, 0])));

    expect(found?.message).toBe(
      'Branches agree with the route dev → test → prod: in 3 repositories earlier lines are ahead of later ones. In 1 repository some lines have commits of their own, such as hotfixes or cherry-picks.',
    );
  });

  it.each([
    { all: [TURNED], confidence: 'guess' },
    { all: [TURNED, TURNED, TURNED], confidence: 'likely' },
    { all: [TURNED, TURNED, TURNED, USUAL], confidence: 'guess' },
  ])('doubts the order of two lines that are turned round: $confidence', ({ all, confidence }) => {
    const found = routeOrder(doctorFacts(repositories(...all)));

    expect(outlineOfFindings(found)).toEqual(['warning route-order: dev → test']);
    expect(found[0]).toMatchObject({ confidence, place: { part: 'route' } });
  });

  it('says why it doubts', () => {
    const [found] = routeOrder(doctorFacts(repositories(TURNED, TURNED, USUAL)));

    expect(found?.message).toBe(
      'The route says that changes travel from dev to test. In 2 of 3 repositories where it can be told (github:acme/a and github:acme/b), everything on dev is on test, which has more: they seem to travel from test to dev.',
    );
  });

  it.each([
    { when: 'the branches are the same', all: [[0, 0, 0, 0]] satisfies Leads[] },
    { when: 'one step is not shown by any repository', all: [[2, 0, 0, 0]] satisfies Leads[] },
    { when: 'as many say the one as the other', all: [USUAL, TURNED] },
  ])('says nothing against the route when $when', ({ all }) => {
    const found = routeOrder(doctorFacts(repositories(...all)));

    expect(found.filter(({ code }) => code === 'route-order')).toEqual([]);
  });

  it.each([
    { when: 'nothing was read', facts: doctorFacts() },
    { when: 'a step is not shown', facts: doctorFacts(repositories([2, 0, 0, 0])) },
    {
      when: 'there is one line only',
      facts: doctorFacts(repositories(USUAL), { settings: { route: ['dev'] } }),
    },
  ])('claims no agreement when $when', ({ facts }) => {
    expect(routeOrder(facts)).toEqual([]);
  });
});
