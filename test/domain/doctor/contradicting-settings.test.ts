import { contradictingSettings } from '../../../src/domain/doctor/contradicting-settings';
import { doctorFacts, repositoryFacts } from '../../support/doctor-facts';
import { repositorySettings } from '../../support/settings';

describe('contradictingSettings', () => {
  it('finds nothing in settings that agree', () => {
    expect(contradictingSettings(doctorFacts())).toEqual([]);
  });

  it.each([
    {
      when: 'the route names a line that does not exist',
      settings: { route: ['dev', 'uat'] },
      subject: 'route[1]',
      part: 'route',
    },
    {
      when: 'a repository is listed twice',
      settings: {
        repositories: ['github:acme/api', 'github:Acme/API'].map((id) => repositorySettings(id)),
      },
      subject: 'repositories[1].id',
      part: 'repositories',
    },
    {
      when: 'a freeze ends before it begins',
      settings: { freeze: [{ name: 'Year end', from: '2027-01-02', to: '2026-12-20' }] },
      subject: 'freeze[0].to',
      part: 'rules',
    },
  ])('says where, when $when', ({ settings, subject, part }) => {
    const found = contradictingSettings(doctorFacts([repositoryFacts()], { settings }));

    expect(found).toMatchObject([
      { code: 'contradicting-settings', severity: 'problem', subject, place: { part } },
    ]);
  });

  it('says that a project without repositories reads nothing', () => {
    expect(contradictingSettings(doctorFacts([]))).toMatchObject([
      { code: 'no-repository', severity: 'problem', subject: 'PAY' },
    ]);
  });
});
