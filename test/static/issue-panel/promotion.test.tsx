import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView, Verdict } from '../../../src/api/contract';
import { issueView } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const textsOf = (elements: HTMLElement[]) => elements.map(({ textContent }) => textContent);

describe('the verdict', () => {
  it.each<{ verdict: Verdict; word: string }>([
    { verdict: 'blocked', word: 'Blocked' },
    { verdict: 'manual-review', word: 'Manual review' },
    { verdict: 'warning', word: 'Warning' },
    { verdict: 'safe', word: 'Safe' },
  ])('$verdict is said as "$word"', async ({ verdict, word }) => {
    showing(issueView({ verdict }));

    expect(await screen.findByRole('heading', { level: 1, name: /All changes/ })).toHaveTextContent(
      `${word} All changes are on test, none on prod yet.`,
    );
  });
});

describe('the line of counts', () => {
  const rejected = (count: number): IssueView => {
    const view = issueView();
    const commits = Array.from({ length: count }, (_, index) => ({
      repository: 'github:acme/payments-api',
      sha: `000000${index}`,
      title: 'PAY-12 Guard',
      url: null,
      reachedAt: '2026-03-11T12:00:00Z',
      deployedSince: null,
    }));
    const since = {
      event: {
        kind: 'rejected' as const,
        at: '2026-03-10T12:00:00Z',
        by: 'Quinn',
        status: 'QA Failed',
      },
      commits,
    };
    const lines = view.lines.map((line) => (line.name === 'test' ? { ...line, since } : line));
    return { ...view, lines };
  };

  it.each([
    { count: 2, words: /rejected on test by Quinn 2 days ago \(.*\), 2 commits since$/ },
    { count: 0, words: /rejected on test by Quinn 2 days ago \(.*\), nothing since$/ },
  ])('tells what changed since a rejection: $count', async ({ count, words }) => {
    showing(rejected(count));

    expect((await screen.findByText('1 repository · 1 commit')).textContent).toMatch(words);
  });
});

describe('the promotion', () => {
  it('can be another one: the panel asks again and keeps what it shows until the answer is there', async () => {
    let answerNow: (view: IssueView) => void = () => undefined;
    const { calls } = openPanel({
      getIssue: ({ from }: { from?: string }) =>
        from === undefined
          ? { ok: true, value: issueView() }
          : new Promise<never>((resolve) => {
              answerNow = (value) => {
                resolve({ ok: true, value } as never);
              };
            }),
    });

    const select = await screen.findByRole('combobox', { name: 'Promotion' });
    expect(textsOf(within(select).getAllByRole('option'))).toEqual(['dev → test', 'test → prod']);
    expect(select).toHaveDisplayValue('test → prod');
    await userEvent.selectOptions(select, 'dev → test');

    expect(await screen.findByText('Asking about dev → test…')).toBeInTheDocument();
    expect(select).toHaveDisplayValue('dev → test');
    expect(screen.getByRole('table')).toBeInTheDocument();
    answerNow(issueView({ verdict: 'blocked', promotion: { from: 'dev', to: 'test' } }));

    expect(await screen.findByRole('heading', { level: 1, name: /^Blocked/ })).toBeInTheDocument();
    expect(screen.queryByText('Asking about dev → test…')).not.toBeInTheDocument();
    expect(calls.map(({ payload }) => payload)).toEqual([
      { issueKey: 'PAY-12' },
      { issueKey: 'PAY-12', from: 'dev', to: 'test', mode: 'plan' },
    ]);
  });

  it('can be asked as an audit', async () => {
    const { calls } = showing(issueView());

    await userEvent.click(await screen.findByRole('radio', { name: 'Audit: did it all arrive' }));

    expect(calls.at(-1)?.payload).toEqual({
      issueKey: 'PAY-12',
      from: 'test',
      to: 'prod',
      mode: 'audit',
    });
  });

  it('that cannot be asked about leaves the last answer, and says so', async () => {
    openPanel({
      getIssue: ({ from }: { from?: string }) =>
        from === undefined
          ? { ok: true, value: issueView() }
          : { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } },
    });

    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Promotion' }),
      'dev → test',
    );

    expect(
      await screen.findByText('The newest evidence could not be had: Storage is down.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('table')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Promotion' })).toHaveDisplayValue('test → prod');
  });

  it('that could not be asked about is asked again on a press', async () => {
    let isDown = true;
    openPanel({
      getIssue: ({ from }: { from?: string }) => {
        if (from === undefined) return { ok: true, value: issueView() };
        return isDown
          ? { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } }
          : { ok: true, value: issueView({ promotion: { from: 'dev', to: 'test' } }) };
      },
    });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Promotion' }),
      'dev → test',
    );
    const again = await screen.findByRole('button', { name: 'Try again' });

    isDown = false;
    await userEvent.click(again);

    expect(await screen.findByDisplayValue('dev → test')).toBeInTheDocument();
    expect(screen.queryByText(/could not be had/)).not.toBeInTheDocument();
  });

  it('is not offered where there is no route', async () => {
    showing(issueView({ promotion: null, promotions: [] }));

    await screen.findByRole('table');

    expect(screen.queryByRole('combobox', { name: 'Promotion' })).not.toBeInTheDocument();
  });
});
