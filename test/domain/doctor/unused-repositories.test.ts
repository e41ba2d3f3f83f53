import { unusedRepositories } from '../../../src/domain/doctor/unused-repositories';
import { doctorFacts, repositoryFacts } from '../../support/doctor-facts';

const GAP = { repository: 'github:acme/api', what: 'commits', why: 'GitHub answered 403' };

describe('unusedRepositories', () => {
  it.each([
    { when: 'an issue of the project has something there', facts: repositoryFacts() },
    { when: 'it was not read yet', facts: repositoryFacts('github:acme/api', { header: null }) },
    {
      when: 'it was not sorted by issue yet',
      facts: repositoryFacts('github:acme/api', { header: { outline: null } }),
    },
  ])('finds nothing when $when', ({ facts }) => {
    expect(unusedRepositories(doctorFacts([facts]))).toEqual([]);
  });

  it('names a repository without an issue of the project, and whose it is', () => {
    const shares = { WEB: { issues: 4, largest: null }, LED: { issues: 1, largest: null } };
    const facts = repositoryFacts('github:acme/api', { outline: { shares } });

    expect(unusedRepositories(doctorFacts([facts]))).toMatchObject([
      {
        code: 'unused-repository',
        severity: 'hint',
        subject: 'github:acme/api',
        message:
          'None of its 0 commits and no pull request of it names an issue of PAY. It has changes of LED and WEB.',
        confidence: 'likely',
      },
    ]);
  });

  it('only guesses where not everything could be read', () => {
    const facts = repositoryFacts('github:acme/api', { outline: { shares: {} } });
    if (typeof facts.header !== 'object') throw new Error('a header is needed');
    const header = { ...facts.header, gaps: { commits: [GAP] } };

    expect(unusedRepositories(doctorFacts([{ ...facts, header }]))).toMatchObject([
      { confidence: 'guess' },
    ]);
  });

  it.each([
    {
      issues: 0,
      message: /No issue of PAY has anything in it/,
      action: /^Remove/,
    },
    {
      issues: 1,
      message: /1 issue of PAY has something in it/,
      action: /^Keep/,
    },
    {
      issues: 3,
      message: /3 issues of PAY have something in it/,
      action: /^Keep/,
    },
  ])('names an archived repository with $issues issues', ({ issues, message, action }) => {
    const shares = issues === 0 ? {} : { PAY: { issues, largest: null } };
    const facts = repositoryFacts('github:acme/api', { outline: { shares } });
    if (typeof facts.header !== 'object') throw new Error('a header is needed');
    const header = { ...facts.header, isArchived: true };

    const found = unusedRepositories(doctorFacts([{ ...facts, header }]));

    expect(found).toMatchObject([{ code: 'archived-repository' }]);
    expect(found[0]?.action).toMatch(action);
    expect(found[0]?.message).toMatch(message);
  });
});
