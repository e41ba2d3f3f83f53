import { pullRequestNumber } from '../../../static/shared/repository-words';
import { plural, relativeTime, repositoryPath, shortDay } from '../../../static/shared/wording';

const NOW = '2026-03-12T12:00:00Z';

describe('relativeTime', () => {
  it.each([
    { at: '2026-03-12T11:59:30Z', words: 'just now' },
    { at: '2026-03-12T11:59:00Z', words: '1 minute ago' },
    { at: '2026-03-12T10:01:00Z', words: '1 hour ago' },
    { at: '2026-03-10T12:00:00Z', words: '2 days ago' },
    { at: '2026-01-11T12:00:00Z', words: '2 months ago' },
    { at: '2024-03-12T12:00:00Z', words: '2 years ago' },
    { at: '2026-03-12T12:05:00Z', words: 'in 5 minutes' },
  ])('says "$words"', ({ at, words }) => {
    expect(relativeTime(at, NOW)).toBe(words);
  });
});

describe('shortDay', () => {
  it.each([
    { when: 'within a day', at: '2026-03-12T02:10:00Z', words: /^\d\d:10$/ },
    { when: 'within six days', at: '2026-03-10T12:00:00Z', words: /^Tue$/ },
    { when: 'within half a year', at: '2026-02-10T12:00:00Z', words: /^10 Feb$/ },
    { when: 'before that', at: '2025-02-10T12:00:00Z', words: /^10 Feb 2025$/ },
  ])('is as short as it can be $when', ({ at, words }) => {
    expect(shortDay(at, NOW)).toMatch(words);
  });
});

describe('plural', () => {
  it.each([
    { count: 0, words: '0 commits' },
    { count: 1, words: '1 commit' },
    { count: 2, words: '2 commits' },
  ])('says $words', ({ count, words }) => {
    expect(plural(count, 'commit')).toBe(words);
  });
});

describe('repositoryPath', () => {
  it.each([
    { repository: 'github:acme/payments-api', path: 'acme/payments-api' },
    { repository: 'gitlab:gitlab.com/acme/web/shop', path: 'gitlab.com/acme/web/shop' },
  ])('of $repository is $path', ({ repository, path }) => {
    expect(repositoryPath(repository)).toBe(path);
  });
});

describe('pullRequestNumber', () => {
  it.each([
    ['github:acme/api', '#12'],
    ['gitlab:gitlab.com/acme/web/shop', '!12'],
  ])('in %s is %s', (repository, number) => {
    expect(pullRequestNumber(repository, 12)).toBe(number);
  });
});
