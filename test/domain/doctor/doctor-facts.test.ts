import { headerOf, linksTo, outlineIn } from '../../../src/domain/doctor/doctor-facts';
import { repositoryFacts } from '../../support/doctor-facts';

describe('what is known of a repository', () => {
  it.each([{ header: null }, { header: 'not-looked-up' as const }])(
    'is nothing when the header is $header',
    ({ header }) => {
      const facts = repositoryFacts('github:acme/api', { header });

      expect(headerOf(facts)).toMatchObject({ repository: 'github:acme/api', outline: null });
      expect(outlineIn(facts)).toMatchObject({ leads: [], runs: [], shares: {} });
    },
  );

  it('is what its header says', () => {
    const facts = repositoryFacts('github:acme/api', { outline: { bases: ['qa'] } });

    expect(outlineIn(facts).bases).toEqual(['qa']);
  });

  it('is linked where its address is known', () => {
    expect(
      linksTo(repositoryFacts('github:acme/api', { status: { url: 'https://x.test/api' } })),
    ).toEqual([{ text: 'github:acme/api', url: 'https://x.test/api' }]);
    expect(linksTo(repositoryFacts('github:acme/api', { status: null }))).toEqual([
      { text: 'github:acme/api', url: null },
    ]);
  });
});
