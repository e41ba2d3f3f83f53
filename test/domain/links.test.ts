import { branchUrl, commitUrl, pullRequestNumber } from '../../src/domain/links';

const GITHUB = { repository: 'github:acme/api', url: 'https://github.com/acme/api' };
const GITLAB = { repository: 'gitlab:gitlab.com/acme/api', url: 'https://gitlab.com/acme/api' };

describe('links', () => {
  it.each([
    [GITHUB, 'https://github.com/acme/api/commit/a1', 'https://github.com/acme/api/tree/fix/%2312'],
    [
      GITLAB,
      'https://gitlab.com/acme/api/-/commit/a1',
      'https://gitlab.com/acme/api/-/tree/fix/%2312',
    ],
    [{ ...GITLAB, url: null }, null, null],
  ])('of %j are %s and %s', (place, commit, branch) => {
    expect(commitUrl(place, 'a1')).toBe(commit);
    expect(branchUrl(place, 'fix/#12')).toBe(branch);
  });

  it('write the number of a pull request as its host does', () => {
    expect(pullRequestNumber(GITHUB.repository, 5)).toBe('#5');
    expect(pullRequestNumber(GITLAB.repository, 5)).toBe('!5');
  });
});
