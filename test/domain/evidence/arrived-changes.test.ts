import { arrivedChanges } from '../../../src/domain/evidence/arrived-changes';
import { commitEvidence, inRefs, repositoryEvidence } from '../../support/builders';

const BRANCHES = ['main', 'develop'];
const arrivedOf = (...commits: ReturnType<typeof commitEvidence>[]) =>
  arrivedChanges(new Map([['PAY-1', repositoryEvidence({ commits })]]), BRANCHES);

describe('arrivedChanges', () => {
  it('tells of each branch that has a change when it came and which commit brought it', () => {
    const change = commitEvidence({
      sha: 'a1',
      presence: {
        'branch:develop': { state: 'present', by: 'ancestor', as: 'a1' },
        'branch:main': { state: 'adapted', by: 'title', as: 'b1' },
        'deployed:qa': { state: 'present', by: 'ancestor', as: 'a1' },
      },
      arrivedAt: {
        'branch:develop': '2026-04-01T10:00:00Z',
        'branch:main': '2026-04-20T10:00:00Z',
      },
    });

    expect(arrivedOf(change)).toEqual([
      {
        key: 'PAY-1',
        sha: 'a1',
        on: {
          develop: { at: '2026-04-01T10:00:00Z', as: 'a1' },
          main: { at: '2026-04-20T10:00:00Z', as: 'b1' },
        },
      },
    ]);
  });

  it.each([
    { when: 'it carries nothing', more: { carriesChange: false, presence: inRefs('branch:main') } },
    { when: 'it is on no line', more: { presence: inRefs('deployed:qa') } },
    {
      when: 'it was reverted',
      more: { presence: { 'branch:main': { state: 'reverted', by: 'revert', as: 'b1' } } },
    },
    {
      when: 'only the content of files says so',
      more: { presence: { 'branch:main': { state: 'present', by: 'content', as: 'b1' } } },
    },
    {
      when: 'nobody knows',
      more: { presence: { 'branch:main': { state: 'unknown', by: null, as: null } } },
    },
  ] as const)('leaves a commit out when $when', ({ more }) => {
    expect(arrivedOf(commitEvidence(more))).toEqual([]);
  });

  it('takes the day on which it was made where no arrival is known', () => {
    const change = commitEvidence({
      sha: 'a1',
      authoredAt: '2026-03-01T10:00:00Z',
      presence: inRefs('branch:main'),
    });

    expect(arrivedOf(change)).toMatchObject([{ on: { main: { at: '2026-03-01T10:00:00Z' } } }]);
  });

  it('goes by issue and sha', () => {
    const there = (sha: string) => commitEvidence({ sha, presence: inRefs('branch:main') });
    const parts = new Map([
      ['PAY-2', repositoryEvidence({ commits: [there('b1')] })],
      ['PAY-1', repositoryEvidence({ commits: [there('a2'), there('a1')] })],
    ]);

    expect(arrivedChanges(parts, BRANCHES).map(({ key, sha }) => `${key} ${sha}`)).toEqual([
      'PAY-1 a1',
      'PAY-1 a2',
      'PAY-2 b1',
    ]);
  });
});
