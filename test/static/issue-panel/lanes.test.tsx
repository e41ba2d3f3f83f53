import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView, LineCell } from '../../../src/api/contract';
import {
  absent,
  commitView,
  environmentView,
  issueView,
  lineCell,
  present,
  repositoryChanges,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const showingCell = (cell: Partial<LineCell>) =>
  showing(
    issueView({
      route: ['test'],
      changes: [repositoryChanges({ cells: [lineCell({ line: 'test', of: 5, ...cell })] })],
    }),
  );

const repositories = (count: number, over: (index: number) => Partial<LineCell> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    repositoryChanges({
      repository: `github:acme/service-${index + 1}`,
      service: `Service ${index + 1}`,
      cells: [lineCell(over(index))],
    }),
  );

describe('the lanes', () => {
  it('are a table with a row per repository and a column per line of the route', async () => {
    showing(issueView());

    const table = await screen.findByRole('table', { name: /How many changes of PAY-12/ });

    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Repository', 'devall', 'testallfrom', 'prodnothing yetto']);
    expect(within(table).getByRole('rowheader')).toHaveTextContent(
      'Payments APIacme/payments-api · Team Blue · 1 commit',
    );
  });

  it.each<{ when: string; cell: Partial<LineCell>; name: RegExp }>([
    {
      when: 'some changes are in',
      cell: { state: 'part', present: 3 },
      name: /^Payments API on test: 3 of 5 changes$/,
    },
    {
      when: 'the branch does not exist',
      cell: { branchState: 'missing', state: 'unknown', present: 0 },
      name: /^Payments API on test: no such branch$/,
    },
    {
      when: 'the branch could not be read',
      cell: { branchState: 'unknown', state: 'unknown', present: 0, unknown: 5 },
      name: /^Payments API on test: unknown$/,
    },
    {
      when: 'some changes are unknown',
      cell: { state: 'unknown', present: 3, unknown: 1 },
      name: /^Payments API on test: 3 of 5 changes, 1 unknown$/,
    },
    {
      when: 'a change is in as another one',
      cell: { present: 5, adapted: 1 },
      name: /^Payments API on test: 5 of 5 changes, 1 adapted$/,
    },
    {
      when: 'changes were taken out again',
      cell: { state: 'part', present: 3, reverted: 2 },
      name: /^Payments API on test: 3 of 5 changes, 2 reverted$/,
    },
    {
      when: 'an environment runs some of them',
      cell: {
        state: 'part',
        present: 3,
        environments: [environmentView({ deployed: 2, at: '2026-03-10T12:00:00Z' })],
      },
      name: /3 of 5 changes, deployed 2 of 5 · qa Tue$/,
    },
    {
      when: 'nobody knows what the environment runs',
      cell: { present: 5, environments: [environmentView({ deployed: null, at: null })] },
      name: /5 of 5 changes, deployment unknown · qa$/,
    },
    {
      when: 'the newest deployment failed',
      cell: {
        present: 5,
        environments: [
          environmentView({
            deployed: 0,
            attempted: {
              state: 'failed',
              at: '2026-03-10T12:00:00Z',
              sha: '9be01d7',
              url: null,
              holds: 5,
            },
          }),
        ],
      },
      name: /not deployed · qa, last deployment failed · qa Tue$/,
    },
  ])('say it in words when $when', async ({ cell, name }) => {
    showingCell(cell);

    expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  });

  it('say so where a line is not on the route of a repository', async () => {
    showing(issueView({ changes: [repositoryChanges({ cells: [lineCell()] })] }));

    await screen.findByRole('table');

    expect(screen.getAllByText('not on its route')).toHaveLength(2);
  });

  it('open the facts of a cell by keyboard, and close them with Escape', async () => {
    showing(
      issueView({
        route: ['dev', 'test'],
        changes: [
          repositoryChanges({
            cells: [
              lineCell({ of: 2, present: 2 }),
              lineCell({ line: 'test', branch: 'release/test', state: 'part', of: 2, present: 1 }),
            ],
            commits: [
              commitView({ title: 'PAY-12 Round', presence: { dev: present, test: present } }),
              commitView({
                sha: '9be01d7',
                title: 'PAY-12 Guard',
                presence: { dev: present, test: absent },
              }),
            ],
          }),
        ],
      }),
    );
    const cell = await screen.findByRole('button', { name: /Payments API on test/ });

    cell.focus();
    await userEvent.keyboard('{Enter}');

    const facts = screen.getByRole('group', { name: 'Facts of Payments API on test' });
    expect(cell).toHaveAttribute('aria-expanded', 'true');
    expect(within(facts).getByText('release/test')).toBeInTheDocument();
    expect(within(facts).getByRole('heading', { name: 'In the branch (1)' })).toBeInTheDocument();
    expect(within(facts).getByText('PAY-12 Round').closest('li')).toHaveTextContent('by ancestry');
    expect(
      within(facts).getByRole('heading', { name: 'Not in the branch (1)' }),
    ).toBeInTheDocument();
    expect(within(facts).getByText('PAY-12 Guard').closest('li')).toHaveTextContent('absent');

    await userEvent.keyboard('{Tab}{Escape}');
    expect(facts).not.toBeInTheDocument();
    expect(cell).toHaveFocus();
  });

  it('show the gist of a cell on focus', async () => {
    showing(issueView());

    (await screen.findByRole('button', { name: /Payments API on prod/ })).focus();

    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('1 missing');
    expect(tooltip).toHaveTextContent('4f1c2ab PAY-12 Round half to even');
  });

  it('tell in the facts what an environment runs and what the failed deployment would have brought', async () => {
    showingCell({
      environments: [
        environmentView({
          deployed: 2,
          attempted: {
            state: 'failed',
            at: '2026-03-12T10:00:00Z',
            sha: '9be01d7aaaa',
            url: null,
            holds: 5,
          },
        }),
      ],
    });

    await userEvent.click(await screen.findByRole('button', { name: /on test/ }));

    const facts = screen.getByRole('group', { name: 'Facts of Payments API on test' });
    expect(facts).toHaveTextContent('qa runs 2 of 5');
    expect(facts).toHaveTextContent(/Newest deployment failed · 9be01d7 · 2 hours ago/);
    expect(facts).toHaveTextContent('would have brought 5 of 5');
  });

  it('say what became of the issue on a line', async () => {
    const view = issueView();
    const lines = view.lines.map((line) =>
      line.name === 'test' ? { ...line, stage: 'rejected' as const } : line,
    );
    showing({ ...view, lines });

    expect(await screen.findByRole('columnheader', { name: /^test/ })).toHaveTextContent(
      'testall · rejectedfrom',
    );
  });

  it('show the eight with trouble first of forty repositories, then all', async () => {
    const failed = environmentView({
      attempted: { state: 'failed', at: '2026-03-10T12:00:00Z', sha: '1', url: null, holds: 1 },
    });
    const changes = repositories(40, (index) => {
      if (index === 39) return { environments: [failed] };
      return index === 20 ? { branchState: 'missing' } : {};
    });
    showing(issueView({ route: ['dev'], changes }));

    const rows = await screen.findAllByRole('rowheader');
    expect(rows).toHaveLength(8);
    expect(rows[0]).toHaveTextContent('Service 40');
    expect(rows[1]).toHaveTextContent('Service 21');
    expect(rows[2]).toHaveTextContent('Service 1');

    const lanes = within(screen.getByRole('region', { name: 'Lanes' }));
    await userEvent.click(lanes.getByRole('button', { name: 'Show all 40 repositories' }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(40);
  });
});
