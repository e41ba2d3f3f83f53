import { findHidden, listVisible } from '../../../src/usecases/release/find-hidden';
import { jiraIssue } from '../../support/builders';
import { createIssuePorts, createIssueWorld } from '../../support/issue-ports';
import { releaseScope } from '../../support/judged-bundle';

describe('findHidden', () => {
  const ports = createIssuePorts(
    createIssueWorld({
      issue: jiraIssue({ key: 'PAY-1' }),
      others: [jiraIssue({ key: 'LED-3', formerKeys: ['OLD-3'], summary: 'Buy them' })],
      hidden: ['LED-3'],
    }),
  );

  it('finds what exists and the viewer may not browse, with its title and former keys', async () => {
    const { keys, titles } = await findHidden(ports, await listVisible(ports, [releaseScope()]), {
      named: ['PAY-1', 'LED-3', 'PAY-9'],
      held: ['PAY-9'],
    });

    expect([...keys].sort()).toEqual(['LED-3', 'OLD-3', 'PAY-9']);
    expect([...titles]).toEqual(['Buy them']);
  });

  it('lets a key be that is no issue', async () => {
    const { keys } = await findHidden(ports, new Set(), { named: ['LED-4'], held: [] });

    expect([...keys]).toEqual([]);
  });
});
