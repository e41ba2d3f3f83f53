import { screen, within } from '@testing-library/react';
import type { IssueView } from '../../../src/api/contract';
import {
  absent,
  commitView,
  issueView,
  present,
  reason,
  repositoryChanges,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';
import { openSection } from '../../support/open-section';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const textsOf = (elements: HTMLElement[]) => elements.map(({ textContent }) => textContent);

describe('the plan', () => {
  it('lists what must travel in the order of repositories, the oldest commit first', async () => {
    showing(
      issueView({
        changes: [
          repositoryChanges({
            commits: [
              commitView({
                sha: '1111111',
                title: 'PAY-12 First',
                presence: { test: present, prod: absent },
              }),
              commitView({
                sha: '2222222',
                title: 'PAY-12 Second',
                presence: { prod: { state: 'reverted', by: 'revert', as: null } },
              }),
            ],
          }),
        ],
        toPromote: [
          { repository: 'github:acme/ledger', sha: '3333333' },
          { repository: 'github:acme/payments-api', sha: '1111111' },
          { repository: 'github:acme/payments-api', sha: '2222222' },
        ],
      }),
    );

    const plan = await openSection('Plan');

    expect(screen.getByRole('button', { name: /^Plan/ })).toHaveTextContent(
      'Plan3test → prod: still to travel, from 2 repositories',
    );
    expect(plan).toHaveTextContent('From test to prod, in this order');
    expect(textsOf(within(plan).getAllByRole('listitem'))).toEqual([
      'acme/ledger · 1 commit3333333 ',
      '3333333 ',
      'Payments API acme/payments-api · 2 commits1111111 PAY-12 First2222222 PAY-12 Second · reverted on prod',
      '1111111 PAY-12 First',
      '2222222 PAY-12 Second · reverted on prod',
    ]);
  });

  it('names what blocks it, and nothing milder', async () => {
    showing(
      issueView({
        reasons: [
          reason({ summary: 'PAY-9 is missing' }),
          reason({ level: 'warning', summary: 'A flag has to be switched' }),
        ],
      }),
    );

    const plan = await openSection('Plan');

    expect(plan).toHaveTextContent('Blocked by (1)PAY-9 is missing');
    expect(plan).not.toHaveTextContent('A flag');
  });

  it('gives the order of issues', async () => {
    const { order } = issueView();
    showing(issueView({ order: { ...order, issues: ['PAY-9', 'PAY-12'] } }));

    await openSection('Plan');

    const chain = screen.getByRole('list', { name: 'Order of issues' });
    expect(textsOf(within(chain).getAllByRole('listitem'))).toEqual(['PAY-9', 'PAY-12']);
    expect(textsOf(within(chain).getAllByRole('link'))).toEqual(['PAY-9']);
  });

  it('says so when nothing must travel', async () => {
    showing(issueView());

    expect(await openSection('Plan')).toHaveTextContent(
      'Nothing that is on test must still travel to prod.',
    );
  });

  it('says so when there is no route', async () => {
    showing(issueView({ promotion: null }));

    expect(await openSection('Plan')).toHaveTextContent('No route is set for this project');
  });
});
