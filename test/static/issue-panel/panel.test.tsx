import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView, Reply } from '../../../src/api/contract';
import {
  commitView,
  issueView,
  repositoryChanges,
  repositoryFreshness,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

describe('the panel', () => {
  it('says that it is looking while no answer has come', async () => {
    openPanel({ getIssue: () => new Promise(() => undefined) });

    expect(
      await screen.findByRole('heading', { name: 'Looking up the evidence of this issue' }),
    ).toBeInTheDocument();
  });

  it('asks for the issue that it is open on', async () => {
    const { calls } = showing(issueView());

    await screen.findByRole('heading', { level: 1, name: /All changes are on test/ });

    expect(calls).toMatchObject([{ functionKey: 'getIssue', payload: { issueKey: 'PAY-12' } }]);
  });

  it('says in the first line whether the issue may go on, where it stands, and how fresh that is', async () => {
    showing(
      issueView({
        verdict: 'manual-review',
        standing: { tone: 'warning', sentence: '2 changes are missing on test.' },
      }),
    );

    const first = await screen.findByRole('heading', { level: 1, name: /missing on test/ });

    expect(first).toHaveTextContent('Manual review 2 changes are missing on test.');
    expect(screen.getByText(/^as of/)).toHaveTextContent(
      /^as of 3 minutes ago \(12 Mar 2026, \d\d:57\)$/,
    );
  });

  it('counts repositories, commits, pull requests and mentions', async () => {
    showing(issueView());

    expect(await screen.findByText('1 repository · 1 commit')).toBeInTheDocument();
  });

  it('shows what failed and tries again when asked', async () => {
    const replies: Reply<IssueView>[] = [
      { ok: false, error: { code: 'forbidden', message: 'You may not see PAY-12.' } },
      { ok: true, value: issueView() },
    ];
    openPanel({ getIssue: () => replies.shift() ?? { ok: true, value: issueView() } });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see PAY-12.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('says what to do when the resolver does not answer at all', async () => {
    openPanel({ getIssue: () => Promise.reject(new Error('timed out')) });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Convoy did not answer (timed out). Try again in a moment.',
    );
  });

  it('says where it looked, and how to make a commit count, when no change was found', async () => {
    showing(
      issueView({
        changes: [],
        evidence: {
          repositories: [
            repositoryFreshness(),
            repositoryFreshness({ repository: 'github:acme/batch', service: null, asOf: null }),
          ],
        },
      }),
    );

    expect(
      await screen.findByRole('heading', { name: 'No change of PAY-12 was found so far' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Issue: PAY-12')).toBeInTheDocument();
    expect(screen.getByText('Payments API').closest('li')).toHaveTextContent('read 3 minutes ago');
    expect(screen.getByText('acme/batch').closest('li')).toHaveTextContent('not read yet');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says that no change was found, without reserve, when all repositories were read', async () => {
    showing(issueView({ changes: [] }));

    expect(
      await screen.findByRole('heading', { name: 'No change of PAY-12 was found' }),
    ).toBeInTheDocument();
  });

  it('opens the settings for somebody who may set the project up', async () => {
    const { navigated } = showing(issueView({ setup: 'no-settings', mayConfigure: true }));

    await userEvent.click(await screen.findByRole('button', { name: 'Open the Convoy settings' }));

    expect(navigated).toEqual([{ target: 'module', moduleKey: 'settings', type: 'same-tab' }]);
  });

  it('names who can set the project up to somebody who may not', async () => {
    showing(issueView({ setup: 'no-settings', mayConfigure: false }));

    expect(await screen.findByText(/Ask a Jira administrator/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('names what could not be read above the lanes, and that counts may be too low', async () => {
    showing(
      issueView({
        evidence: {
          complete: false,
          gaps: [
            {
              repository: 'github:acme/batch',
              what: 'commits of release/test',
              why: 'GitHub answered 403',
            },
          ],
        },
      }),
    );

    const title = await screen.findByText(/so counts may be too low/);
    const gap = screen.getByText('acme/batch').closest('li');

    expect(gap).toHaveTextContent('acme/batch: commits of release/test. GitHub answered 403');
    expect(title.compareDocumentPosition(screen.getByRole('table'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('shows text of a commit as text, never as markup', async () => {
    const title = '<img src=x onerror=alert(1)>';
    showing(issueView({ changes: [repositoryChanges({ commits: [commitView({ title })] })] }));

    const changes = await screen.findByRole('region', { name: 'Changes' });

    expect(within(changes).getByText(title)).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: '' })).not.toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });

  it('makes no link of an address that is not a web address', async () => {
    const url = 'javascript:alert(1)';
    showing(issueView({ changes: [repositoryChanges({ url, commits: [commitView({ url })] })] }));

    await screen.findByRole('table');

    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
