import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CheckItemView, IssueView } from '../../../src/api/contract';
import { fill } from '../../support/fill';
import { issueView } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';
import { openSection } from '../../support/open-section';

const checkItemView = (over: Partial<CheckItemView> = {}): CheckItemView => ({
  ...{ id: 'item-1', audience: 'qa', kind: 'test', text: 'Test PAY-12 on test', owner: null },
  ...{ links: [], state: 'open', word: null, reopenedBy: 0 },
  ...over,
});
const withItem = (over: Partial<CheckItemView> = {}): IssueView =>
  issueView({ checklist: [checkItemView(over)] });
const said = (outcome: 'done' | 'failed', note: string | null = null): Partial<CheckItemView> => ({
  state: outcome,
  word: { outcome, by: 'Quinn Abara', at: '2026-03-11T12:00:00Z', note },
});
const TEXT = 'Test PAY-12 on test';

describe('the checklist', () => {
  it('says at a glance how much is done, and has a list for each audience', async () => {
    const view = issueView({
      checklist: [
        checkItemView(said('done')),
        checkItemView({ id: 'item-2', audience: 'client', kind: 'confirm', ...said('failed') }),
        checkItemView({ id: 'item-3', audience: 'releaseManager', kind: 'manual-step' }),
      ],
    });
    openPanel({ getIssue: () => ({ ok: true, value: view }) });

    const section = await openSection('Checklist');

    expect(
      within(section)
        .getAllByRole('list')
        .map((list) => list.getAttribute('aria-label')),
    ).toEqual(['Checklist: QA', 'Checklist: Client']);
    expect(screen.getByRole('button', { name: /^Checklist/ })).toHaveTextContent(
      'Checklist21 of 2 done · 1 failed',
    );
  });

  it('says so when there is nothing to check', async () => {
    openPanel({ getIssue: () => ({ ok: true, value: issueView() }) });

    expect(await openSection('Checklist')).toHaveTextContent('There is nothing to check.');
  });

  it.each<{ item: Partial<CheckItemView>; told: RegExp }>([
    {
      item: said('done', 'all browsers'),
      told: /done by Quinn Abara, 1 day ago .*: “all browsers”/,
    },
    { item: said('failed'), told: /failed by Quinn Abara, 1 day ago/ },
    {
      item: { ...said('done'), state: 'open', reopenedBy: 2 },
      told: /open again: 2 commits since it was done by Quinn Abara/,
    },
  ])('tells who said what, when and why: $told', async ({ item, told }) => {
    openPanel({ getIssue: () => ({ ok: true, value: withItem(item) }) });

    expect(await openSection('Checklist')).toHaveTextContent(told);
  });

  it.each([
    { press: 'Done', state: 'open' as const, sent: 'done' },
    { press: 'Open again', state: 'failed' as const, sent: 'open' },
  ])('keeps a word: $press', async ({ press, state, sent }) => {
    const words: unknown[] = [];
    openPanel({
      getIssue: () => ({ ok: true, value: withItem({ state }) }),
      tickCheckItem: (word) => {
        words.push(word);
        return { ok: false, error: { code: 'unavailable', message: 'Storage is busy.' } };
      },
    });
    await openSection('Checklist');

    await userEvent.click(screen.getByRole('button', { name: `${press} ${TEXT}` }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The word was not kept: Storage is busy.',
    );
    expect(words).toEqual([
      {
        issueKey: 'PAY-12',
        itemId: 'item-1',
        outcome: sent,
        from: 'test',
        to: 'prod',
        mode: 'plan',
      },
    ]);
  });

  it('fails an item with the reason', async () => {
    const words: unknown[] = [];
    openPanel({
      getIssue: () => ({ ok: true, value: withItem() }),
      tickCheckItem: (word) => {
        words.push(word);
        return { ok: false, error: { code: 'unavailable', message: 'Storage is busy.' } };
      },
    });
    await openSection('Checklist');

    await userEvent.click(screen.getByRole('button', { name: `Failed… ${TEXT}` }));
    await fill(screen.getByLabelText('Note'), 'the total is wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Fail' }));

    await screen.findByRole('alert');
    expect(words).toMatchObject([{ outcome: 'failed', note: 'the total is wrong' }]);
  });
});
