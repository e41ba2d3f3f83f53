import { clientChecklist } from '../../../src/domain/manifest/client-checklist';
import type { JudgedIssue } from '../../../src/domain/release/judged-issue';
import { judgedBundle, judgedIssue } from '../../support/judged-bundle';

const of = (issue: Partial<JudgedIssue>) =>
  clientChecklist(judgedBundle({ issues: [judgedIssue(issue)] }));
const UNKNOWN = { name: 'unknown', category: 'unknown' } as const;

describe('clientChecklist', () => {
  it.each<[string, Partial<JudgedIssue>, string[]]>([
    [
      'a change',
      {},
      ['Confirm that “Fix login” (PAY-1) is as you want it. It is In Progress in Jira.'],
    ],
    [
      'a change, and a status that nobody knows',
      { status: UNKNOWN },
      ['Confirm that “Fix login” (PAY-1) is as you want it. It changes the software.'],
    ],
    [
      'no change',
      { changes: [], status: { name: 'Done', category: 'done' } },
      [
        'Confirm that “Fix login” (PAY-1) is as you want it. It is Done in Jira; no change of software was found for it.',
      ],
    ],
    ['neither', { changes: [], status: UNKNOWN }, []],
  ])('of an issue with %s', (_, issue, texts) => {
    expect(of(issue).map(({ text }) => text)).toEqual(texts);
  });

  it('names no commit and no repository, and knows which commits it is about', () => {
    const [item] = of({});

    expect(item?.text).not.toMatch(/a1a1|payments/i);
    expect(item?.links).toEqual([]);
    expect(item?.shas).toEqual(['a1a1a1a1a1']);
  });
});
