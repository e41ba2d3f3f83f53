import { presentChecklist } from '../../src/api/present-checklist';
import { checkItem } from '../support/release-facts';

describe('presentChecklist', () => {
  it('tells what there is to do, and nothing of accounts', () => {
    expect(presentChecklist([checkItem()])).toEqual([
      {
        ...{ id: 'item-1', audience: 'releaseManager', kind: 'review', owner: null, links: [] },
        ...{ text: 'Look at the migration', state: 'open', word: null, reopenedBy: 0 },
      },
    ]);
  });

  it('tells the last word, and how many commits came after it', () => {
    const said = { by: 'Quinn', at: '2026-05-04T09:00:00Z', note: 'all browsers' };
    const word = { outcome: 'done' as const, accountId: 'quinn', ...said };

    const [item] = presentChecklist([checkItem({ word, reopenedBy: ['b2', 'c3'] })]);

    expect(item).toMatchObject({ word: { outcome: 'done', ...said }, reopenedBy: 2 });
    expect(JSON.stringify(item)).not.toContain('accountId');
  });
});
