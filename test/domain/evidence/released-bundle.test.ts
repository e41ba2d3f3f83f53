import { baselineOf, lastReleased } from '../../../src/domain/evidence/released-bundle';
import { commitEvidence, inRefs, repositoryEvidence } from '../../support/builders';

const version = (name: string, releaseDate: string | null, more: object = {}) => ({
  ...{ name, releaseDate, isReleased: true, isArchived: false },
  ...more,
});

describe('lastReleased', () => {
  it.each([
    { when: 'there is none', versions: [], last: undefined },
    {
      when: 'one is not out yet',
      versions: [version('a', '2026-04-01'), version('b', '2026-05-01', { isReleased: false })],
      last: 'a',
    },
    {
      when: 'the days are out of order',
      versions: [version('b', '2026-04-20'), version('a', '2026-04-01')],
      last: 'b',
    },
    {
      when: 'one is archived',
      versions: [version('a', '2026-04-01'), version('b', '2026-04-20', { isArchived: true })],
      last: 'a',
    },
    { when: 'no day is known', versions: [version('a', null), version('b', null)], last: 'b' },
  ])('is $last when $when', ({ versions, last }) => {
    expect(lastReleased(versions)?.name).toBe(last);
  });
});

describe('baselineOf', () => {
  const BRANCHES = ['develop', 'main', 'release/test'];
  const bundle = {
    projectKey: 'PAY',
    version: '1.0',
    releasedOn: '2026-04-16',
    issueKeys: ['PAY-1'],
  };
  const commit = (more: Parameters<typeof commitEvidence>[0] = {}) =>
    commitEvidence({
      authoredAt: '2026-04-16T22:00:00Z',
      presence: inRefs('branch:main'),
      ...more,
    });
  const lackingOf = (...commits: ReturnType<typeof commit>[]) =>
    baselineOf(bundle, new Map([['PAY-1', repositoryEvidence({ commits })]]), BRANCHES).lacking;

  it('names what a branch has not of what was released', () => {
    expect(
      lackingOf(commit({ sha: 'h1', presence: inRefs('branch:main', 'branch:develop') })),
    ).toEqual({ 'release/test': [{ issueKey: 'PAY-1', sha: 'h1' }] });
  });

  it.each([
    {
      when: 'every branch has it',
      one: commit({ presence: inRefs('branch:develop', 'branch:main', 'branch:release/test') }),
    },
    { when: 'it came after the release', one: commit({ authoredAt: '2026-04-17T00:00:00Z' }) },
    { when: 'it is on no line', one: commit({ presence: {} }) },
    { when: 'it changes nothing', one: commit({ carriesChange: false }) },
    {
      when: 'it was taken away on purpose, or nobody knows',
      one: commit({
        presence: {
          'branch:main': { state: 'present', by: 'ancestor', as: 'h1' },
          'branch:develop': { state: 'reverted', by: 'revert', as: 'r1' },
          'branch:release/test': { state: 'unknown', by: null, as: null },
        },
      }),
    },
  ])('names nothing when $when', ({ one }) => {
    expect(lackingOf(one)).toEqual({});
  });

  it('counts every change when no day of the release is known', () => {
    const parts = new Map([
      ['PAY-1', repositoryEvidence({ commits: [commit({ authoredAt: '2030-01-01T00:00:00Z' })] })],
    ]);

    const { lacking } = baselineOf({ ...bundle, releasedOn: null }, parts, ['develop']);

    expect(lacking).toHaveProperty('develop');
  });

  it('names twenty at most', () => {
    const commits = Array.from({ length: 30 }, (_, at) => commit({ sha: `h${at}` }));

    expect(lackingOf(...commits).develop).toHaveLength(20);
  });
});
