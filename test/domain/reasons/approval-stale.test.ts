import type { PullRequestEvidence } from '../../../src/domain/evidence/issue-evidence';
import { approvalStale } from '../../../src/domain/reasons/approval-stale';
import {
  arrivedChange,
  caseOf,
  itTells,
  mergedPullRequest,
  travellingChange,
} from '../../support/promotion-case';

const approved = (sha: string | null, at: string | null = '2026-05-01T09:00:00Z') => ({
  by: 'bo',
  state: 'approved' as const,
  at,
  sha,
});
const merged = (more: Partial<PullRequestEvidence>, changes = [travellingChange()]) =>
  caseOf({ changes, pullRequests: [mergedPullRequest(more)] });

describe('approvalStale', () => {
  itTells(approvalStale, ['approval-stale', 'warning'], {
    yes: [
      { when: 'an older head was approved', facts: merged({ reviews: [approved('a0')] }) },
      { when: 'it is open', facts: merged({ state: 'open', reviews: [approved('a0')] }) },
      {
        when: 'the host tells no head, and the head is younger than the approval',
        facts: merged({ reviews: [approved(null, '2026-04-30T08:00:00Z')] }),
      },
    ],
    no: [
      { when: 'its head was approved', facts: merged({ reviews: [approved('a1')] }) },
      { when: 'nobody approved', facts: merged({ reviews: [] }) },
      {
        when: 'somebody approved again',
        facts: merged({
          reviews: [approved('a0', '2026-04-30T08:00:00Z'), { ...approved('a1'), by: 'cy' }],
        }),
      },
      {
        when: 'all of it has arrived',
        facts: merged({ reviews: [approved('a0')] }, [arrivedChange()]),
      },
      { when: 'the host tells no head', facts: merged({ reviews: [approved(null)] }) },
      { when: 'the host tells neither', facts: merged({ reviews: [approved(null, null)] }) },
      {
        when: 'the host tells no head, and the head is not known',
        facts: merged({ headSha: 'h9', reviews: [approved(null, '2026-04-30T08:00:00Z')] }),
      },
    ],
  });
});
