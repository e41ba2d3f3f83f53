import {
  branchLink,
  checkLink,
  commitLink,
  counted,
  dependencyLink,
  listed,
  namesOf,
  pullRequestLink,
  reasonFrom,
  shortSha,
} from '../../../src/domain/reasons/evidence-links';
import {
  dependency,
  mergedPullRequest,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

const place = repositoryCase();
const gitlab = repositoryCase({
  repository: 'gitlab:gitlab.com/acme/api',
  url: 'https://gitlab.com/acme/api',
});

describe('evidence links', () => {
  it('open the commit, the pull request, the branch and the check', () => {
    const check = { name: 'build', state: 'failed', url: null, at: null } as const;

    expect(commitLink(place, travellingChange({ sha: 'a1b2c3d4e5' }), 'late')).toEqual({
      text: 'Payments API a1b2c3d PAY-1 Fix login (late)',
      url: 'https://github.com/acme/payments-api/commit/a1b2c3d4e5',
    });
    expect(pullRequestLink(gitlab, mergedPullRequest({ url: 'https://gitlab.com/x/1' }))).toEqual({
      text: 'Payments API !1 Fix login',
      url: 'https://gitlab.com/x/1',
    });
    expect(branchLink(gitlab, { branch: 'release/test', line: 'test' })).toEqual({
      text: 'Payments API: release/test, the branch of test',
      url: 'https://gitlab.com/acme/api/-/tree/release/test',
    });
    expect(checkLink(place, travellingChange(), check, 'failed')).toEqual({
      text: 'Payments API a1: build failed',
      url: 'https://github.com/acme/payments-api/commit/a1',
    });
  });

  it('give no name to an issue that the viewer may not see', () => {
    const hidden = dependency({
      key: null,
      summary: null,
      status: 'hidden',
      why: 'you may not see it',
    });

    expect(dependencyLink(hidden).text).toBe('An issue that you may not see');
  });

  it('put words together', () => {
    expect([counted(1, 'change'), counted(2, 'change')]).toEqual(['1 change', '2 changes']);
    expect([listed([]), listed(['a']), listed(['a', 'b', 'a']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(namesOf([{ repository: place }, { repository: gitlab }])).toBe('Payments API');
    expect(shortSha('a1b2c3d4e5')).toBe('a1b2c3d');
  });

  it('make one reason, each piece once, and none of nothing', () => {
    const said = { code: 'x', level: 'warning', summary: 'X.' } as const;
    const link = { text: 'a', url: null };

    expect(reasonFrom([link, { ...link }], said)).toEqual([{ ...said, evidence: [link] }]);
    expect(reasonFrom([], said)).toEqual([]);
    expect(reasonFrom([link], { ...said, shas: ['a', 'a'], subjects: ['b', 'b'] })).toEqual([
      { ...said, evidence: [link], shas: ['a'], subjects: ['b'] },
    ]);
  });
});
