import { presentRows } from '../../src/api/present-release-rows';
import { judgedChanges, judgedIssue, judgedLine, reason } from '../support/judged-bundle';

describe('presentRows', () => {
  it('says of an issue what one line of a table can hold', () => {
    const issue = judgedIssue({
      verdict: 'blocked',
      reasons: [
        reason({ code: 'config-change', level: 'warning', summary: 'mild' }),
        reason({ code: 'rejected', level: 'blocked', summary: 'bad' }),
      ],
      changes: [
        judgedChanges({ owner: 'Team Blue' }),
        judgedChanges({ repository: 'github:acme/x', name: 'X', commits: [], owner: 'Nobody' }),
      ],
      lines: [
        judgedLine({
          name: 'test',
          changedSince: ['a', 'b'],
          since: { kind: 'rejected', at: '2026-05-01T08:00:00Z', by: 'Cy', status: 'QA failed' },
        }),
      ],
    });

    expect(presentRows([issue])).toEqual([
      {
        key: 'PAY-1',
        summary: 'Fix login',
        issueType: 'Story',
        status: 'In Progress',
        verdict: 'blocked',
        reasons: [
          { code: 'rejected', level: 'blocked', summary: 'bad' },
          { code: 'config-change', level: 'warning', summary: 'mild' },
        ],
        lines: [{ name: 'test', state: 'all', changedSince: 2, since: 'rejected' }],
        toPromote: { commits: 1, repositories: 1 },
        repositories: ['Payments API'],
        owners: ['Team Blue'],
      },
    ]);
  });
});
