import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CommitView, IssueView } from '../../../src/api/contract';
import {
  absent,
  commitView,
  commitViews,
  issueView,
  lineCell,
  present,
  repositoryChanges,
  unknown,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const withCommits = (...commits: CommitView[]): IssueView =>
  issueView({ changes: [repositoryChanges({ commits })] });

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
          checks: [
            { name: 'build', state: 'passed', url: null, at: null },
            { name: 'lint', state: 'failed', url: null, at: null },
          ],
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
    ).toEqual(['dev by ancestry', 'test absent', 'prod unknown']);
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
