import type { PullRequestEvidence } from '../../../src/domain/evidence/issue-evidence';
import { unreviewed } from '../../../src/domain/reasons/unreviewed';
import { association } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  itTells,
  mergedPullRequest,
  travellingChange,
} from '../../support/promotion-case';

const NONE = { reviews: [], reviewCount: 0 };
const merged = (more: Partial<PullRequestEvidence>, changes = [travellingChange()]) =>
  caseOf({ changes, pullRequests: [mergedPullRequest(more)] });
const settings = { requiredChecks: 'all', requireReviews: true, route: [] } as const;
const strict = (changes = [travellingChange()], pullRequests: PullRequestEvidence[] = []) =>
  caseOf({ changes, pullRequests }, { settings: { ...settings, route: [] } });
const ofFive = [association({ source: 'pull-request-title', detail: '#5' })];

describe('unreviewed', () => {
  itTells(unreviewed, ['unreviewed', 'warning'], {
    yes: [
      { when: 'nobody approved', facts: merged(NONE) },
      {
        when: 'only the author did',
        facts: merged({ reviews: [{ by: 'ana', state: 'approved', at: null, sha: 'a1' }] }),
      },
      { when: 'reviews are required and it was pushed', facts: strict() },
      {
        when: 'it was pushed, and another change has a pull request',
        facts: strict([travellingChange(), travellingChange({ sha: 'a2' })], [mergedPullRequest()]),
      },
    ],
    no: [
      { when: 'somebody else approved', facts: merged({}) },
      { when: 'it is still open', facts: merged({ ...NONE, state: 'open' }) },
      { when: 'it was closed', facts: merged({ ...NONE, state: 'closed' }) },
      { when: 'all of it has arrived', facts: merged(NONE, [arrivedChange()]) },
      { when: 'reviews were not read', facts: merged({ reviews: [], reviewCount: 1 }) },
      { when: 'it was pushed and reviews are not required', facts: caseOf({}) },
      {
        when: 'a title names its pull request',
        facts: strict(
          [travellingChange({ associations: ofFive })],
          [mergedPullRequest({ number: 5, headSha: 'h5', mergeSha: null })],
        ),
      },
      {
        when: 'it may be of a pull request that names no issue',
        facts: strict([travellingChange()], [mergedPullRequest({ headSha: 'h5', mergeSha: 'm5' })]),
      },
      {
        when: 'it was pushed and has arrived',
        facts: strict([arrivedChange()]),
      },
      { when: 'it is on no line yet', facts: strict([changeOn({})]) },
    ],
  });
});
