import { presentRelated } from '../../src/api/present-related';
import { jiraIssue, relatedIssue } from '../support/builders';

describe('presentRelated', () => {
  it('shows the parent, then sub-tasks, then links as Jira words them', () => {
    const issue = jiraIssue({
      parent: relatedIssue({ key: 'PAY-9', summary: 'Epic' }),
      subtasks: [relatedIssue({ key: 'PAY-3', status: { name: 'Done', category: 'done' } })],
      links: [
        {
          type: 'Blocks',
          direction: 'inward',
          label: 'is blocked by',
          issue: relatedIssue({ key: 'WEB-1' }),
        },
      ],
    });

    expect(presentRelated(issue)).toEqual([
      {
        key: 'PAY-9',
        summary: 'Epic',
        status: 'Open',
        statusCategory: 'new',
        relation: 'parent',
      },
      {
        key: 'PAY-3',
        summary: 'Related',
        status: 'Done',
        statusCategory: 'done',
        relation: 'sub-task',
      },
      {
        key: 'WEB-1',
        summary: 'Related',
        status: 'Open',
        statusCategory: 'new',
        relation: 'is blocked by',
      },
    ]);
  });

  it('shows nothing for an issue that stands alone', () => {
    expect(presentRelated(jiraIssue())).toEqual([]);
  });
});
