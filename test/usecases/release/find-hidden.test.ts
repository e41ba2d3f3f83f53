import { findHidden } from '../../../src/usecases/release/find-hidden';
import { jiraIssue } from '../../support/builders';
import { createIssuePorts, createIssueWorld } from '../../support/issue-ports';
import { judgedBundle, judgedIssue, releaseScope } from '../../support/judged-bundle';
import { dependency } from '../../support/promotion-case';

const bundle = judgedBundle({
  issues: [judgedIssue({ dependencies: [dependency({ key: 'LED-3' })] })],
  unreadable: [{ key: 'PAY-9', why: 'gone' }],
});

describe('findHidden', () => {
  const ports = createIssuePorts(
    createIssueWorld({
      issue: jiraIssue({ key: 'PAY-1' }),
      others: [jiraIssue({ key: 'LED-3', formerKeys: ['OLD-3'], summary: 'Buy them' })],
      hidden: ['LED-3'],
    }),
  );

  it('finds what exists and the viewer may not browse, with its title and former keys', async () => {
    const { keys, titles } = await findHidden(ports, releaseScope(), bundle);

    expect([...keys].sort()).toEqual(['LED-3', 'OLD-3', 'PAY-9']);
    expect([...titles]).toEqual(['Buy them']);
  });

  it('lets a key be that is no issue', async () => {
    const unknown = judgedBundle({
      issues: [judgedIssue({ dependencies: [dependency({ key: 'LED-4', status: 'unresolved' })] })],
    });

    expect([...(await findHidden(ports, releaseScope(), unknown)).keys]).toEqual([]);
  });
});
