import { checklists } from '../../../src/domain/manifest/checklists';
import { issueChecklist } from '../../../src/domain/manifest/issue-checklist';
import { testId } from '../../../src/domain/release/check-item-id';
import {
  judgedBundle,
  judgedChanges,
  judgedIssue,
  reason,
  tick,
} from '../../support/judged-bundle';

const ONE = judgedIssue({
  changes: [judgedChanges({ notes: ['Look at the portal'] })],
  reasons: [reason()],
});
const PLAN = { promotion: { from: 'test', to: 'prod' }, mode: 'plan' as const };

describe('issueChecklist', () => {
  it('has what there is to do for the issue, for each audience, and nothing of the whole', () => {
    const items = issueChecklist(ONE, PLAN, []);

    expect(items.map(({ audience, kind }) => `${audience}: ${kind}`)).toEqual([
      ...['qa: test', 'qa: note', 'client: confirm', 'releaseManager: review'],
    ]);
    expect(items.every(({ issueKey }) => issueKey === 'PAY-1')).toBe(true);
  });

  it('has the items of the lists of a release, with what people said', () => {
    const words = [tick({ stepId: testId('PAY-1'), note: 'all browsers' })];
    const bundle = judgedBundle({ issues: [ONE, judgedIssue({ key: 'PAY-2' })] });

    const lists = checklists(bundle, { ofIssues: new Map([['PAY-1', words]]), ofRelease: [] });
    const items = issueChecklist(ONE, PLAN, words);

    const all = [...lists.qa, ...lists.client, ...lists.releaseManager];
    expect(items).toEqual(all.filter(({ issueKey }) => issueKey === 'PAY-1'));
    expect(items[0]).toMatchObject({ state: 'done', word: { note: 'all browsers' } });
  });
});
