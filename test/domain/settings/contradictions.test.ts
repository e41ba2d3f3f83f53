import {
  findContradictions,
  type SettingsOutline,
} from '../../../src/domain/settings/contradictions';
import { projectSettings } from '../../support/settings';

const outline = (more: Partial<SettingsOutline>): SettingsOutline => ({
  ...projectSettings(),
  ...more,
});

describe('findContradictions', () => {
  it('finds none in settings that agree', () => {
    expect(findContradictions(projectSettings())).toEqual([]);
  });

  it('leaves a line without a name to the check of names', () => {
    expect(findContradictions(outline({ route: [''] }))).toEqual([]);
  });

  it.each<[string, Partial<SettingsOutline>, (string | number)[]]>([
    ['a line that is not defined', { route: ['dev', 'live'] }, ['route', 1]],
    ['a line named like a built-in', { route: ['toString'] }, ['route', 0]],
    ['a line twice on the route', { route: ['dev', 'dev'] }, ['route', 1]],
    [
      'a repository twice',
      {
        repositories: [
          { id: 'github:a/b', lines: {} },
          { id: 'github:A/B', lines: {} },
        ],
      },
      ['repositories', 1, 'id'],
    ],
    [
      'an override of no line',
      { repositories: [{ id: 'github:a/b', lines: { live: {} } }] },
      ['repositories', 0, 'lines', 'live'],
    ],
    [
      'a freeze that ends first',
      { freeze: [{ from: '2026-02-01', to: '2026-01-31' }] },
      ['freeze', 0, 'to'],
    ],
    [
      'a scope that need not be readable',
      { gates: { scope: { required: false } } },
      ['gates', 'scope', 'required'],
    ],
    [
      'sign-offs of no role',
      { gates: { 'sign-offs': { required: true } } },
      ['gates', 'sign-offs', 'required'],
    ],
  ])('finds %s', (_, more, path) => {
    expect(findContradictions(outline(more))).toMatchObject([{ path }]);
  });

  it.each<[string, Partial<SettingsOutline>]>([
    ['lines', { lines: null, route: ['anything'] }],
    ['the route', { route: null }],
    ['one name of the route', { route: ['dev', null] }],
    ['a repository', { repositories: [null, { id: null, lines: null }] }],
    ['a freeze', { freeze: [null] }],
    ['a gate', { gates: { evidence: null } }],
    ['roles', { gates: { 'sign-offs': { required: true } }, signOffs: null }],
    ['all lists', { repositories: null, freeze: null, gates: null }],
  ])('says nothing about what could not be read: %s', (_, more) => {
    expect(findContradictions(outline(more))).toEqual([]);
  });
});
