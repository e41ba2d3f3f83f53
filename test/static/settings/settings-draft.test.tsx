import { changedParts } from '../../../static/settings/src/changed-parts';
import {
  addLine,
  changeLine,
  moveLine,
  removeLine,
  toDraft,
  toSettings,
  type SettingsDraft,
} from '../../../static/settings/src/settings-draft';
import { line, projectSettings, repositorySettings } from '../../support/settings';

const settings = projectSettings({
  repositories: [
    repositorySettings('github:acme/api', { lines: { test: { branch: 'qa' } } }),
    repositorySettings('github:acme/batch'),
  ],
});
const draft = toDraft(settings);

function rename(from: string, name: string): SettingsDraft {
  const [found] = draft.route.filter((each) => each.name === from);
  return found ? changeLine(draft, { ...found, name }) : draft;
}

describe('a draft', () => {
  it('of unchanged settings saves the same settings', () => {
    expect(toSettings(draft)).toEqual(settings);
  });

  it('keeps lines that the route does not name', () => {
    const more = projectSettings({ lines: { ...settings.lines, hotfix: line('hotfix') } });

    expect(toSettings(toDraft(more)).lines).toHaveProperty('hotfix.branch', 'hotfix');
  });

  it('takes what repositories do differently along when a line is renamed', () => {
    const saved = toSettings(rename('test', 'qa'));

    expect(saved.route).toEqual(['dev', 'qa', 'prod']);
    expect(saved.repositories[0]?.lines).toEqual({ qa: { branch: 'qa' } });
  });

  it('forgets what repositories do differently on a line that is removed', () => {
    const saved = toSettings(removeLine(draft, 'test'));

    expect(Object.keys(saved.lines)).toEqual(['dev', 'prod']);
    expect(saved.repositories[0]?.lines).toEqual({});
  });

  it.each([
    { id: 'test', by: -1 as const, route: ['test', 'dev', 'prod'] },
    { id: 'test', by: 1 as const, route: ['dev', 'prod', 'test'] },
    { id: 'dev', by: -1 as const, route: ['dev', 'test', 'prod'] },
    { id: 'prod', by: 1 as const, route: ['dev', 'test', 'prod'] },
  ])('moves $id by $by to $route', ({ id, by, route }) => {
    expect(toSettings(moveLine(draft, id, by)).route).toEqual(route);
  });

  it('adds lines that do not collide after one was removed', () => {
    const first = addLine(draft, 'uat', 'release/uat');
    const second = addLine(removeLine(first, 'dev'), 'hotfix', 'hotfix');

    expect(new Set(second.route.map(({ id }) => id)).size).toBe(4);
  });
});

describe('changedParts', () => {
  it.each([
    { when: 'nothing changed', after: {}, parts: [] },
    {
      when: 'the order of the route changed',
      after: { route: ['test', 'dev', 'prod'] },
      parts: ['route'],
    },
    {
      when: 'a branch changed',
      after: { lines: { ...settings.lines, dev: line('next') } },
      parts: ['route'],
    },
    {
      when: 'repositories were added, removed and changed',
      after: {
        repositories: [
          repositorySettings('github:acme/api'),
          repositorySettings('github:acme/schema'),
          repositorySettings('github:acme/web'),
        ],
      },
      parts: ['repositories (2 added, 1 removed, 1 changed)'],
    },
    {
      when: 'rules changed',
      after: { signOffs: [{ role: 'QA' }], requiredChecks: ['build'] },
      parts: ['required checks', 'sign-off roles'],
    },
  ])('are $parts when $when', ({ after, parts }) => {
    expect(changedParts(settings, { ...settings, ...after })).toEqual(parts);
  });

  it('does not mind the order in which fields were set', () => {
    const { dev, test, prod } = settings.lines;
    const lines = { prod, test, dev } as typeof settings.lines;

    expect(changedParts(settings, { ...settings, lines })).toEqual([]);
  });
});
