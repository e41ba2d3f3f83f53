import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView } from '../../../src/api/contract';
import { action, dependencyView, issueView, reason } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const textsOf = (elements: HTMLElement[]) => elements.map(({ textContent }) => textContent);

describe('Why', () => {
  const why = () => screen.findByRole('region', { name: 'Why' });

  it('gives the reasons, worst first, with level and evidence', async () => {
    showing(
      issueView({
        reasons: [
          reason({ code: 'feature-flag', level: 'warning', summary: 'A flag has to be switched' }),
          reason(),
          reason({ code: 'db-change', level: 'manual-review', summary: 'A migration travels' }),
        ],
      }),
    );

    const items = within(await why()).getAllByRole('listitem');

    expect(textsOf(items)).toEqual([
      'test lacks 1 commit that dev hasBlocked9be01d7',
      'A migration travelsManual review9be01d7',
      'A flag has to be switchedWarning9be01d7',
    ]);
    const [link] = within(await why()).getAllByRole('link', { name: '9be01d7' });
    expect(link).toHaveAttribute('href', 'https://github.com/acme/payments-api/commit/9be01d7');
  });

  it('opens a reason to what it means and all of its evidence', async () => {
    const links = ['one', 'two', 'three', 'PAY-9', 'five'].map((text) => ({ text, url: null }));
    showing(issueView({ reasons: [reason({ links })] }));
    expect(await why()).toHaveTextContent('one · two · and 3 more');
    const toggle = screen.getByRole('button', { name: 'test lacks 1 commit that dev has' });

    toggle.focus();
    await userEvent.keyboard('{Enter}');

    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(await why()).toHaveTextContent(
      'An earlier line has changes of the issue that would be left behind.',
    );
    const evidence = screen.getByRole('list', {
      name: 'Evidence: test lacks 1 commit that dev has',
    });
    expect(textsOf(within(evidence).getAllByRole('listitem'))).toEqual([
      'one',
      'two',
      'three',
      'PAY-9',
      'five',
    ]);
    expect(within(evidence).getByRole('link', { name: 'PAY-9' })).toHaveAttribute(
      'href',
      'https://acme.atlassian.net/browse/PAY-9',
    );
  });

  it('says of a rule of the settings that it is one', async () => {
    showing(
      issueView({ reasons: [reason({ code: 'legal-text', summary: 'Legal texts change' })] }),
    );

    await userEvent.click(await screen.findByRole('button', { name: 'Legal texts change' }));

    expect(await why()).toHaveTextContent('A rule from the settings of this project.');
    expect(await why()).toHaveTextContent('Rule legal-text');
  });

  it('shows four of forty, says what the others are, and shows them when asked', async () => {
    const reasons = Array.from({ length: 40 }, (_, index) =>
      reason({ summary: `Reason ${index}`, level: index < 6 ? 'blocked' : 'warning' }),
    );
    showing(issueView({ reasons }));
    const region = await why();
    expect(within(region).getAllByRole('listitem')).toHaveLength(4);

    await userEvent.click(
      within(region).getByRole('button', { name: '36 more: 2 blocked, 34 warning' }),
    );
    expect(within(region).getAllByRole('listitem')).toHaveLength(40);

    await userEvent.click(within(region).getByRole('button', { name: 'Only the first 4' }));
    expect(within(region).getAllByRole('listitem')).toHaveLength(4);
  });

  it('says so when nothing speaks against the promotion', async () => {
    showing(issueView());

    expect(await why()).toHaveTextContent('Nothing speaks against test → prod.');
  });
});

describe('Next', () => {
  const next = () => screen.findByRole('region', { name: 'Next' });

  it('names three actions with their owners, in the order given, and the others when asked', async () => {
    showing(
      issueView({
        nextActions: [
          action({ text: 'Merge', links: [{ text: '#12', url: 'https://github.com/12' }] }),
          action({ text: 'Run the migration', owner: 'DBA' }),
          action({ text: 'Ask QA', owner: null }),
          action({ text: 'Look at it' }),
        ],
      }),
    );
    const region = await next();
    expect(textsOf(within(region).getAllByRole('listitem'))).toEqual([
      'Merge Team Blue · #12',
      'Run the migration DBA',
      'Ask QA no owner named',
    ]);

    await userEvent.click(within(region).getByRole('button', { name: '1 more action' }));

    expect(within(region).getAllByRole('listitem')).toHaveLength(4);
  });

  it('links the evidence that the words name, and leaves out what leads nowhere', async () => {
    showing(
      issueView({
        nextActions: [
          action({
            text: 'Have it reviewed: #12 Round half a cent',
            links: [
              { text: 'In Progress', url: null },
              { text: '#12', url: 'https://github.com/12' },
              { text: 'PAY-9', url: null },
              { text: '#13', url: 'https://github.com/13' },
            ],
          }),
        ],
      }),
    );

    const [item] = within(await next()).getAllByRole('listitem');

    expect(item).toHaveTextContent(
      'Have it reviewed: #12 Round half a cent Team Blue · PAY-9 · and 1 more',
    );
    const links = within(await next()).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://github.com/12',
      'https://acme.atlassian.net/browse/PAY-9',
    ]);
  });

  it('says so when there is nothing to do', async () => {
    showing(issueView());

    expect(await next()).toHaveTextContent('Nothing to do before test → prod.');
  });
});

describe('Must travel together', () => {
  const together = () => screen.findByRole('region', { name: 'Must travel together' });

  it('names what the issue needs, the missing first, and an issue that the viewer may not see', async () => {
    showing(
      issueView({
        dependencies: [
          dependencyView({ key: 'PAY-1', summary: 'One', status: 'satisfied' }),
          dependencyView({ key: 'PAY-2', summary: 'Two', status: 'in-bundle' }),
          dependencyView({ key: null, summary: null, issueStatus: null, status: 'hidden' }),
          dependencyView({ key: 'PAY-4', summary: 'Four', status: 'missing' }),
        ],
      }),
    );

    const items = within(await together()).getAllByRole('listitem');

    expect(textsOf(items)).toEqual([
      'PAY-4missingFour',
      'an issue that you may not see',
      'PAY-2travels with itTwo',
      'PAY-1already thereOne',
    ]);
  });

  it('opens an issue in the same tab', async () => {
    const { navigated } = showing(issueView({ dependencies: [dependencyView()] }));

    await userEvent.click(within(await together()).getByRole('link', { name: 'PAY-9' }));

    expect(navigated).toEqual([{ url: '/browse/PAY-9', type: 'same-tab' }]);
  });

  it('says which of them need the issue too', async () => {
    const { order } = issueView();
    showing(
      issueView({
        dependencies: [
          dependencyView({ key: 'PAY-15', summary: 'One', status: 'in-bundle' }),
          dependencyView({ key: 'PAY-16', summary: 'Two', status: 'in-bundle' }),
        ],
        order: { ...order, cycles: [['PAY-12', 'PAY-15', 'PAY-20']] },
      }),
    );

    const items = within(await together()).getAllByRole('listitem');

    expect(textsOf(items)).toEqual([
      'PAY-15travels with itneeds PAY-12 tooOne',
      'PAY-16travels with itTwo',
    ]);
  });

  it('is not there when the issue needs nothing', async () => {
    showing(issueView());

    await screen.findByRole('region', { name: 'Next' });

    expect(screen.queryByRole('region', { name: 'Must travel together' })).not.toBeInTheDocument();
  });
});
