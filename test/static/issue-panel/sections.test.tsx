import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Check, CommitView, IssueView } from '../../../src/api/contract';
import {
  absent,
  commitView,
  commitViews,
  deploymentView,
  issueView,
  lineCell,
  present,
  pullRequestView,
  repositoryChanges,
  repositoryFreshness,
  unknown,
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

describe('Changes', () => {
  it('are grouped by repository, with service, owner, kind and notes', async () => {
    const notes = ['Run the migrations first.'];
    showing(issueView({ changes: [repositoryChanges({ notes })] }));

    const section = await screen.findByRole('region', { name: 'Changes' });

    expect(within(section).getByRole('heading', { level: 3 })).toHaveTextContent(
      'Payments API acme/payments-api · Team Blue · application',
    );
    expect(within(section).getByText('Run the migrations first.')).toBeInTheDocument();
  });

  it('show what, by whom, why and on which proof each commit is where it is', async () => {
    showing(
      withCommits(
        commitView({
          associations: [
            { kind: 'owns', source: 'title', detail: null },
            { kind: 'owns', source: 'pull-request-branch', detail: '#12' },
          ],
          isMerge: true,
          presence: { dev: present, test: absent, prod: unknown },
          checks: [check(), check({ name: 'lint', state: 'failed' })],
        }),
      ),
    );

    const link = await screen.findByRole('link', { name: '4f1c2ab' });
    const commit = link.closest('li');

    expect(link).toHaveAttribute('href', 'https://github.com/acme/payments-api/commit/4f1c2ab');
    expect(commit).toHaveTextContent('PAY-12 Round half to evenmerge');
    expect(commit).toHaveTextContent(
      /Ana Ruiz · 1 hour ago .* · checks: 1 failed, 1 passed · key in the title \+1 more/,
    );
    expect(
      within(screen.getByRole('list', { name: 'Where this commit is' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['devby ancestry', 'testabsent', 'produnknown']);
  });

  it('tell the other reasons why a commit is here on a press', async () => {
    showing(
      withCommits(
        commitView({
          source: 'title',
          associations: [
            { kind: 'owns', source: 'pull-request-branch', detail: '#12' },
            { kind: 'owns', source: 'title', detail: null },
          ],
        }),
      ),
    );

    const more = await screen.findByRole('button', { name: '+1 more of why 4f1c2ab is here' });
    await userEvent.click(more);

    const reasons = screen.getByRole('list', { name: 'Why 4f1c2ab is here' });
    expect(
      within(reasons)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['key in the title', 'branch of #12']);
    expect(more).toHaveAttribute('aria-expanded', 'true');
  });

  it.each([
    { commits: 12, isOpen: true },
    { commits: 13, isOpen: false },
  ])('of a repository with $commits commits are open: $isOpen', async ({ commits, isOpen }) => {
    showing(withCommits(...commitViews(commits)));

    await screen.findByRole('table');

    expect(screen.queryAllByRole('link', { name: '0000001' })).toHaveLength(isOpen ? 1 : 0);
  });

  it.each([
    {
      when: 'some are missing',
      over: { state: 'part', present: 12 } as const,
      gist: '2 not on prod',
    },
    { when: 'all are in', over: { state: 'all', present: 14 } as const, gist: 'all on prod' },
    {
      when: 'some are unknown',
      over: { state: 'unknown', present: 10, unknown: 1 } as const,
      gist: '3 not on prod · 1 unknown on prod',
    },
    {
      when: 'nobody could look',
      over: { state: 'unknown', branchState: 'unknown', present: 0, unknown: 14 } as const,
      gist: 'prod unknown',
    },
    {
      when: 'there is no branch',
      over: { state: 'unknown', branchState: 'missing', present: 0 } as const,
      gist: 'no branch for prod',
    },
  ])('say "$gist" of a closed repository when $when', async ({ over, gist }) => {
    showing(
      issueView({
        changes: [
          repositoryChanges({
            commits: commitViews(14),
            cells: [lineCell(), lineCell({ line: 'prod', of: 14, ...over })],
          }),
        ],
      }),
    );

    expect(
      await screen.findByRole('button', { name: `Payments API 14 commits · ${gist}` }),
    ).toBeInTheDocument();
  });

  it('show twenty of three hundred commits, then all', async () => {
    showing(withCommits(...commitViews(300)));

    const strips = () => screen.getAllByRole('list', { name: 'Where this commit is' });
    await userEvent.click(await screen.findByRole('button', { name: /^Payments API 300 commits/ }));
    expect(strips()).toHaveLength(20);

    await userEvent.click(screen.getByRole('button', { name: 'Show all 300 commits' }));
    expect(strips()).toHaveLength(300);
  });

  it('close and open by keyboard', async () => {
    showing(issueView());
    const toggle = await screen.findByRole('button', { name: /^Changes/ });

    toggle.focus();
    await userEvent.keyboard('{Enter}');

    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('link', { name: '4f1c2ab' })).not.toBeInTheDocument();
  });
});

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
