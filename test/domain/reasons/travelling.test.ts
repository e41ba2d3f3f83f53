import {
  declarations,
  isOf,
  travellingChanges,
  travellingPullRequests,
} from '../../../src/domain/reasons/travelling';
import type {
  CommitEvidence,
  PullRequestEvidence,
} from '../../../src/domain/evidence/issue-evidence';
import { association, repositoryEvidence } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  knownTrailersOf,
  mergedPullRequest,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

const TO_PROD = { to: 'prod' };

describe('travellingChanges', () => {
  it.each([
    ['present', 0],
    ['adapted', 0],
    ['absent', 1],
    ['reverted', 1],
    ['unknown', 1],
  ] as const)('of one that is %s on prod are %i', (prod, count) => {
    const repository = repositoryCase({ changes: [changeOn({ prod })] });

    expect(travellingChanges(repository, TO_PROD)).toHaveLength(count);
  });
});

describe('travellingPullRequests', () => {
  const merge = arrivedChange({ sha: 'm1', carriesChange: false });
  it.each<{
    when: string;
    pull: Partial<PullRequestEvidence>;
    changes: CommitEvidence[];
    commits?: CommitEvidence[];
    travels: boolean;
  }>([
    { when: 'its commit travels', pull: {}, changes: [travellingChange()], travels: true },
    { when: 'its commit has arrived', pull: {}, changes: [arrivedChange()], travels: false },
    {
      when: 'one of its commits travels',
      pull: {},
      changes: [
        arrivedChange(),
        travellingChange({
          sha: 'a2',
          associations: [association({ source: 'pull-request-branch', detail: 'feature/PAY-1' })],
        }),
      ],
      travels: true,
    },
    { when: 'it is open', pull: { state: 'open' }, changes: [arrivedChange()], travels: true },
    {
      when: 'it was closed',
      pull: { state: 'closed' },
      changes: [travellingChange()],
      travels: false,
    },
    {
      when: 'its merge has arrived',
      pull: { headSha: 'h1', mergeSha: 'm1' },
      changes: [travellingChange()],
      commits: [merge],
      travels: false,
    },
    {
      when: 'nobody knows its commits, and all have arrived',
      pull: { headSha: 'h1', mergeSha: 'm1' },
      changes: [arrivedChange()],
      travels: false,
    },
    {
      when: 'nobody knows its commits, and some travel',
      pull: { headSha: 'h1', mergeSha: 'm1' },
      changes: [travellingChange()],
      travels: true,
    },
    { when: 'no commit of it was found', pull: {}, changes: [], travels: true },
  ])('$travels when $when', ({ pull, changes, commits = changes, travels }) => {
    const repository = repositoryCase({
      changes,
      pullRequests: [mergedPullRequest({ headBranch: 'feature/PAY-1', ...pull })],
      evidence: repositoryEvidence({ commits }),
    });

    expect(travellingPullRequests(repository, TO_PROD)).toHaveLength(travels ? 1 : 0);
  });

  it.each([
    ['pull-request-title', '#1', true],
    ['pull-request-title', '#2', false],
    ['pull-request-branch', 'feature/PAY-1', true],
    ['pull-request-branch', 'feature/PAY-2', false],
    ['trailer', '#1', false],
  ] as const)('own a commit by %s %s: %s', (source, detail, is) => {
    const change = travellingChange({ sha: 'x1', associations: [association({ source, detail })] });

    expect(isOf(mergedPullRequest({ headBranch: 'feature/PAY-1' }), change)).toBe(is);
  });
});

describe('declarations', () => {
  it('are those of commits and pull requests that travel and declare something', () => {
    const trailers = knownTrailersOf({ risk: 'low' });
    const changes = [
      travellingChange({ trailers }),
      arrivedChange({ sha: 'a2', trailers }),
      travellingChange({ sha: 'a3' }),
    ];
    const facts = caseOf({ changes, pullRequests: [mergedPullRequest({ trailers })] });

    expect(declarations(facts).map(({ evidence }) => evidence.text)).toEqual([
      'Payments API a1 PAY-1 Fix login',
      'Payments API #1 Fix login',
    ]);
  });
});
