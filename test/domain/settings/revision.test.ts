import { revisionOf } from '../../../src/domain/settings/revision';
import { projectSettings } from '../../support/settings';

describe('revisionOf', () => {
  it('is none for a project without settings', () => {
    expect(revisionOf(undefined)).toBeNull();
  });

  it('stays while the settings stay', () => {
    expect(revisionOf(projectSettings())).toBe(revisionOf(projectSettings()));
  });

  it.each([
    { changed: projectSettings({ route: ['dev'] }), what: 'the route' },
    { changed: projectSettings({ repositories: [] }), what: 'the repositories' },
    {
      changed: projectSettings({ requireReviews: !projectSettings().requireReviews }),
      what: 'a rule',
    },
  ])('is another one after a change of $what', ({ changed }) => {
    expect(revisionOf(changed)).not.toBe(revisionOf(projectSettings()));
  });
});
