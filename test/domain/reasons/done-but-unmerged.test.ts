import type { RepositoryCase } from '../../../src/domain/reasons/promotion-case';
import { doneButUnmerged } from '../../../src/domain/reasons/done-but-unmerged';
import { pullRequestEvidence } from '../../support/builders';
import { caseOf, changeOn, itTells, travellingChange } from '../../support/promotion-case';

const status = { name: 'Done', category: 'done' } as const;
const done = (more: Partial<RepositoryCase>) => caseOf(more, { status });
const unmerged = changeOn({}, { sha: 'a2' });

describe('doneButUnmerged', () => {
  itTells(doneButUnmerged, ['done-but-unmerged', 'manual-review'], {
    yes: [
      { when: 'the change is on no line', facts: done({ changes: [unmerged] }) },
      {
        when: 'one of two is on no line',
        facts: done({ changes: [travellingChange(), unmerged] }),
      },
      {
        when: 'an open pull request has a head that nobody read',
        facts: done({ pullRequests: [pullRequestEvidence({ headSha: 'h9' })] }),
      },
    ],
    no: [
      { when: 'it is on a line', facts: done({}) },
      {
        when: 'it was taken away again',
        facts: done({ changes: [changeOn({ dev: 'reverted' })] }),
      },
      {
        when: 'the head of the open pull request is on a line',
        facts: done({ pullRequests: [pullRequestEvidence({ headSha: 'a1' })] }),
      },
      {
        when: 'the pull request was merged',
        facts: done({ pullRequests: [pullRequestEvidence({ headSha: 'h9', state: 'merged' })] }),
      },
      { when: 'the issue is not done', facts: caseOf({ changes: [unmerged] }) },
      {
        when: 'nobody knows what the status means',
        facts: caseOf({ changes: [unmerged] }, { status: { name: 'Odd', category: 'unknown' } }),
      },
      { when: 'nobody knows of a line', facts: done({ changes: [changeOn({ prod: 'unknown' })] }) },
      { when: 'the repository is on no line', facts: done({ changes: [unmerged], cells: [] }) },
    ],
  });
});
