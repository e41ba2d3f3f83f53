import { areNamed, isNamed, whoDecides } from '../../../src/domain/release/release-managers';

const NOBODY = { roles: [], accountIds: [] };
const NAMED = { roles: ['Release manager'], accountIds: ['rosa'] };

describe('release managers', () => {
  it.each([
    { settings: NOBODY, are: false },
    { settings: { ...NOBODY, roles: ['QA'] }, are: true },
    { settings: { ...NOBODY, accountIds: ['rosa'] }, are: true },
  ])('are named: $are in $settings', ({ settings, are }) => {
    expect(areNamed(settings)).toBe(are);
  });

  it.each([
    { who: 'rosa', held: [], all: [], is: true },
    { who: 'bo', held: ['release manager'], all: ['Release manager'], is: true },
    { who: 'bo', held: [], all: ['Release manager'], is: false },
    { who: 'bo', held: [], all: [], is: false },
    { who: 'bo', held: null, all: null, is: false },
  ])('say $is to $who with $held of $all', ({ who, held, all, is }) => {
    expect(isNamed(NAMED, who, { held, all })).toBe(is);
  });

  it.each([
    { projects: [{ projectKey: 'PAY', ...NOBODY }], words: 'who administers PAY, or Jira,' },
    {
      projects: [
        { projectKey: 'PAY', ...NAMED },
        { projectKey: 'LED', ...NOBODY },
        { projectKey: 'WEB', ...NOBODY },
      ],
      words:
        'who administers LED and WEB, or Jira, and who has the project role Release manager, or whom the settings name in PAY',
    },
  ])('are told as $words', ({ projects, words }) => {
    expect(whoDecides(projects)).toBe(words);
  });
});
