import type { CheckItemView, IssueView } from '../../../src/api/contract';

export const AUDIENCE: Record<CheckItemView['audience'], string> = {
  qa: 'QA',
  client: 'Client',
  releaseManager: 'Release manager',
};

export const OUTCOME: Record<CheckItemView['state'], string> = {
  done: 'done',
  failed: 'failed',
  open: 'open',
};

/** Manual steps have a section of their own. */
export const checkedItems = ({ checklist }: Pick<IssueView, 'checklist'>): CheckItemView[] =>
  checklist.filter(({ kind }) => kind !== 'manual-step');

export function checklistGist(view: Pick<IssueView, 'checklist'>): string {
  const items = checkedItems(view);
  if (items.length === 0) return 'nothing to check';
  const count = (state: CheckItemView['state']): number =>
    items.filter((item) => item.state === state).length;
  const failed = count('failed') > 0 ? ` · ${count('failed')} failed` : '';
  return `${count('done')} of ${items.length} done${failed}`;
}
