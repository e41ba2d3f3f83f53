import { quota } from '../../../src/domain/doctor/quota';
import { doctorFacts, outlineOfFindings, repositoryFacts } from '../../support/doctor-facts';

const withNotes = (kib: number) =>
  doctorFacts([
    repositoryFacts('github:acme/api', { settings: { notes: ['x'.repeat(kib * 1024)] } }),
  ]);

describe('quota', () => {
  it('finds nothing in a small project', () => {
    expect(quota(doctorFacts())).toEqual([]);
  });

  it.each([
    { kib: 190, found: [] },
    { kib: 195, found: ['warning settings-size: PAY'] },
  ])('settings of $kib KiB: $found', ({ kib, found }) => {
    expect(outlineOfFindings(quota(withNotes(kib)))).toEqual(found);
  });

  it('says how full the settings are', () => {
    expect(quota(withNotes(200))[0]?.message).toContain('201 KiB of the 240 KiB');
  });

  it.each([
    { repositoriesOfSite: 400, found: [] },
    { repositoriesOfSite: 900, found: ['hint many-repositories: PAY'] },
    { repositoriesOfSite: 13_000, found: ['warning many-repositories: PAY'] },
  ])('$repositoriesOfSite repositories: $found', ({ repositoriesOfSite, found }) => {
    const facts = doctorFacts([repositoryFacts()], { repositoriesOfSite });

    expect(outlineOfFindings(quota(facts))).toEqual(found);
  });

  it('says how long the hourly reading takes at least', () => {
    const [found] = quota(doctorFacts([repositoryFacts()], { repositoriesOfSite: 900 }));

    expect(found?.message).toBe(
      'All projects together have 900 repositories. Forge takes 500 events a minute, so the hourly reading needs at least 3 minutes of every hour.',
    );
  });

  it('names issues whose document was cut', () => {
    const cutIssues = [{ issueKey: 'PAY-7', repository: 'github:acme/api', omitted: 1234 }];

    const found = quota(doctorFacts([repositoryFacts()], { cutIssues }));

    expect(outlineOfFindings(found)).toEqual(['warning cut-issue: PAY-7']);
    expect(found[0]?.message).toContain('the oldest 1,234 entries of github:acme/api');
  });

  it('says what it did not look at', () => {
    const left = repositoryFacts('github:acme/api', { header: 'not-looked-up' });

    expect(outlineOfFindings(quota(doctorFacts([repositoryFacts(), left])))).toEqual([
      'hint not-examined: PAY',
    ]);
  });
});
