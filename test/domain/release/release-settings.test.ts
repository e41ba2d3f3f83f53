import { settingsOfRelease } from '../../../src/domain/release/release-settings';
import { projectSettings } from '../../support/settings';

describe('settingsOfRelease', () => {
  it('has every role and every freeze of all projects', () => {
    const winter = { name: 'Winter', from: '2026-12-20', to: '2027-01-03' };
    const settings = settingsOfRelease([
      projectSettings({ signOffs: [{ role: 'QA' }] }),
      projectSettings({ signOffs: [{ role: 'Client' }], freeze: [winter] }),
    ]);

    expect(settings.signOffs).toEqual([{ role: 'QA' }, { role: 'Client' }]);
    expect(settings.freeze).toEqual([winter]);
  });

  it.each([
    { of: [] as const, required: 'all' },
    { of: [['lint']] as const, required: ['lint'] },
    { of: [['lint', 'unit'], ['unit']] as const, required: ['lint', 'unit'] },
    { of: [['lint'], 'all'] as const, required: 'all' },
  ])('requires $required of projects that require $of', ({ of, required }) => {
    const projects = of.map((one) =>
      projectSettings({ requiredChecks: one === 'all' ? one : [...one] }),
    );

    expect(settingsOfRelease(projects).requiredChecks).toEqual(required);
  });

  it('keeps a gate required that one project requires, whoever comes first', () => {
    const loose = projectSettings({ gates: { checks: { required: false, owner: 'Team Blue' } } });
    const strict = projectSettings();

    expect(settingsOfRelease([loose, strict]).gates.checks?.required).toBe(true);
    expect(settingsOfRelease([strict, loose]).gates.checks?.required).toBe(true);
    expect(settingsOfRelease([loose, loose]).gates.checks?.required).toBe(false);
    expect(settingsOfRelease([loose, strict]).gates.checks?.owner).toBe('Team Blue');
  });
});
