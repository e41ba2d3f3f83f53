import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Check, CommitView, IssueView } from '../../../src/api/contract';
import {
  commitView,
  deploymentView,
  issueView,
  present,
  pullRequestView,
  repositoryChanges,
  repositoryFreshness,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const withCommits = (...commits: CommitView[]): IssueView =>
  issueView({ changes: [repositoryChanges({ commits })] });

const check = (over: Partial<Check> = {}): Check => ({
  name: 'build',
  state: 'passed',
  url: null,
  at: null,
  ...over,
});

async function openSection(name: RegExp): Promise<HTMLElement> {
  const toggle = await screen.findByRole('button', { name });
  await userEvent.click(toggle);
  const heading = toggle.textContent.replace(/\d.*/, '');
  const section = screen.getByRole('region', { name: heading });
  await within(section).findAllByRole('listitem');
  return section;
}

describe('the other sections', () => {
  it('say at a glance what is inside', async () => {
    showing(
      issueView({
        pullRequests: [pullRequestView(), pullRequestView({ state: 'open', review: 'waiting' })],
        deployments: [deploymentView({ state: 'failed' })],
      }),
    );

    expect(
      await screen.findByRole('button', {
        name: /Pull requests 2 1 merged · 1 open \(waiting for review\)/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Deployments 1 1 failed/ })).toBeInTheDocument();
  });

  it.each([
    { when: 'all was read', asOf: '2026-03-12T11:57:00Z', gist: 'everything was read' },
    { when: 'a repository was not read yet', asOf: null, gist: '1 not read yet' },
  ])('say "$gist" when $when', async ({ asOf, gist }) => {
    showing(issueView({ evidence: { repositories: [repositoryFreshness({ asOf })] } }));

    expect(
      await screen.findByRole('button', { name: `Freshness and gaps 1 ${gist}` }),
    ).toBeInTheDocument();
  });

  it('say so when they are empty', async () => {
    showing(issueView());

    await userEvent.click(await screen.findByRole('button', { name: /^Deployments/ }));

    expect(await screen.findByText('No deployments.')).toBeInTheDocument();
  });

  it('show a pull request with state, branches, review and checks', async () => {
    showing(
      issueView({ pullRequests: [pullRequestView({ checks: [check({ state: 'pending' })] })] }),
    );

    const section = await openSection(/^Pull requests/);

    expect(within(section).getByRole('link', { name: '#12' })).toHaveAttribute(
      'href',
      'https://github.com/acme/payments-api/pull/12',
    );
    expect(section).toHaveTextContent('Merged');
    expect(section).toHaveTextContent('feature/PAY-12 → into develop · by ana · merged 1 hour ago');
    expect(section).toHaveTextContent('approvedbo approvedchecks: 1 running');
  });

  it('list failed checks first, and count what was not read', async () => {
    showing(
      withCommits(
        commitView({ checks: [check(), check({ name: 'end to end', state: 'failed' })] }),
        commitView({ sha: '9be01d7', checks: 'not-read' }),
      ),
    );

    const section = await openSection(/^Checks/);

    expect(within(section).getAllByRole('listitem')[0]).toHaveTextContent('failedend to end');
    expect(section).toHaveTextContent('The checks of 1 commit or pull request were not read.');
  });

  it('say why the checks of a change that arrived on every line are not there', async () => {
    showing(
      withCommits(
        commitView({ sha: '9be01d7', checks: [check()] }),
        commitView({
          checks: 'not-read',
          presence: { dev: present, test: present, prod: present },
        }),
      ),
    );

    const section = await openSection(/^Checks/);

    expect(section).toHaveTextContent(
      'Checks are followed while a change is on its way: 1 commit has arrived on every line.',
    );
    expect(section).not.toHaveTextContent('were not read');
  });

  it('show what a deployment holds, and when no line names its environment', async () => {
    showing(
      issueView({
        deployments: [
          deploymentView({ state: 'failed', holds: 3, of: 5 }),
          deploymentView({ environment: 'sandbox', line: null }),
        ],
      }),
    );

    const section = await openSection(/^Deployments/);

    const [failed, unmapped] = within(section).getAllByRole('listitem');
    expect(failed).toHaveTextContent('failedqa · line test');
    expect(failed).toHaveTextContent('holds 3 of 5 changes');
    expect(unmapped).toHaveTextContent('sandbox · belongs to no line');
  });

  it('keep mentions apart and say that they do not count', async () => {
    const mention = commitView({
      title: 'PAY-9 Backport "PAY-12 Round"',
      associations: [{ kind: 'mentions', source: 'quoted', detail: null }],
    });
    showing(
      issueView({ mentions: [{ repository: 'github:acme/batch', url: null, commits: [mention] }] }),
    );

    const section = await openSection(/^Mentions/);

    expect(section).toHaveTextContent('only speak of PAY-12: they are shown, never counted');
    expect(section).toHaveTextContent('in quoted text');
  });

  it('open a related issue in the same tab', async () => {
    const { navigated } = showing(
      issueView({
        related: [
          {
            key: 'PAY-9',
            summary: 'Ledger columns',
            status: 'Done',
            statusCategory: 'done',
            relation: 'is blocked by',
          },
        ],
      }),
    );

    const section = await openSection(/^Related issues/);
    await userEvent.click(within(section).getByRole('link', { name: 'PAY-9' }));

    expect(section).toHaveTextContent('is blocked byPAY-9 Ledger columnsDone');
    expect(navigated).toEqual([{ url: '/browse/PAY-9', type: 'same-tab' }]);
  });

  it('say how fresh each repository is, what was renamed, what is missing and what to do', async () => {
    showing(
      issueView({
        evidence: {
          gaps: [{ repository: 'github:acme/batch', what: 'checks', why: 'GitHub answered 403' }],
          repositories: [
            repositoryFreshness({ renamedTo: 'github:acme/pay' }),
            repositoryFreshness({ repository: 'github:acme/batch', service: null, asOf: null }),
          ],
        },
      }),
    );

    const section = await openSection(/^Freshness and gaps/);

    expect(section).toHaveTextContent('acme/batch: checksGitHub answered 403');
    expect(section).toHaveTextContent('ask a Jira administrator to test the connection');
    expect(section).toHaveTextContent('The host now calls it acme/pay');
    expect(section).toHaveTextContent('acme/batchnot read yet');
  });

  it('tell who took a commit out, when and why', async () => {
    showing(
      issueView({
        unlinked: [
          {
            repository: 'github:acme/payments-api',
            sha: '9be01d7aaaa',
            title: 'PAY-12 typo',
            by: 'Cleo Marsh',
            at: '2026-03-11T12:00:00Z',
            reason: 'Belongs to PAY-13',
          },
        ],
      }),
    );

    const section = await openSection(/^Unlinked by hand/);

    expect(section).toHaveTextContent('9be01d7 PAY-12 typo');
    expect(section).toHaveTextContent(/“Belongs to PAY-13”Cleo Marsh, 1 day ago/);
  });
});
