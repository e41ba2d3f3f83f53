import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView } from '../../../src/api/contract';
import { dependencyNet } from '../../../static/issue-panel/src/dependency-net';
import { layOut } from '../../../static/issue-panel/src/dependency-layout';
import { dependencyView, issueView } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';
import { openSection } from '../../support/open-section';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

/** PAY-12 needs PAY-15, which needs PAY-20, which needs PAY-12 again; and one that nobody may see. */
const tangled = (): IssueView =>
  issueView({
    dependencies: [
      dependencyView({ key: 'PAY-15', status: 'missing' }),
      dependencyView({ key: 'PAY-20', status: 'in-bundle', neededBy: 'PAY-15' }),
      dependencyView({ key: 'PAY-12', status: 'in-bundle', neededBy: 'PAY-20' }),
      dependencyView({
        key: null,
        summary: null,
        issueStatus: null,
        status: 'hidden',
        why: 'You may not see it.',
        neededBy: 'PAY-15',
      }),
    ],
    order: {
      ...issueView().order,
      cycles: [['PAY-12', 'PAY-15', 'PAY-20']],
    },
  });

describe('the dependencies', () => {
  it('say at a glance how they stand', async () => {
    showing(tangled());

    expect(await screen.findByRole('button', { name: /^Dependencies/ })).toHaveTextContent(
      'Dependencies41 missing · 1 hidden · 2 travels with it · 1 cycle',
    );
  });

  it('are a list with status, why, sources and who needs them', async () => {
    showing(
      issueView({
        dependencies: [
          dependencyView({ key: 'PAY-20', status: 'satisfied', neededBy: 'PAY-9' }),
          dependencyView({
            sources: ['jira-link', 'trailer'],
            links: [{ text: '4f1c2ab', url: 'https://github.com/acme/x/commit/4f1c2ab' }],
          }),
        ],
      }),
    );

    const section = await openSection('Dependencies');

    const list = within(section).getByRole('list', { name: 'Dependencies' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'missingPAY-9 Ledger columnsIn ProgressIts 2 changes are not on prod.needed directlyfrom: link in Jira, Depends-On in a commit4f1c2ab',
    );
    expect(second).toHaveTextContent(/^already therePAY-20 .*needed by PAY-9/);
  });

  it('name no key of an issue that the viewer may not see', async () => {
    showing(tangled());

    const section = await openSection('Dependencies');

    expect(section).toHaveTextContent('hiddenan issue that you may not see');
  });

  it('name cycles and contradictions', async () => {
    showing({
      ...tangled(),
      conflicts: [{ one: 'PAY-9', other: 'PAY-12', links: [{ text: 'PAY-9', url: null }] }],
    });

    const section = await openSection('Dependencies');

    expect(section).toHaveTextContent('PAY-12, PAY-15 and PAY-20 need each other');
    expect(section).toHaveTextContent(
      'Two sources say the opposite: whether PAY-9 needs PAY-12, or PAY-12 needs PAY-9. PAY-9',
    );
  });

  it('are a picture too, whose issues are links with their status', async () => {
    const { navigated } = showing(tangled());
    await openSection('Dependencies');

    const picture = await screen.findByRole('group', { name: /^Who needs whom: 4 issues/ });
    expect(within(picture).getByText('1 hidden issue')).toBeInTheDocument();
    expect(
      within(picture)
        .getAllByRole('link')
        .map((link) => link.getAttribute('aria-label')),
    ).toEqual(['PAY-15: missing, in a cycle', 'PAY-20: travels with it, in a cycle']);
    await userEvent.click(within(picture).getByRole('link', { name: /^PAY-15/ }));

    expect(navigated).toEqual([{ url: '/browse/PAY-15', type: 'same-tab' }]);
  });

  it('can do without the picture', async () => {
    showing(tangled());
    await openSection('Dependencies');

    await userEvent.click(await screen.findByRole('button', { name: 'Hide the picture' }));

    expect(screen.queryByRole('group', { name: /^Who needs whom/ })).not.toBeInTheDocument();
  });

  it('show twenty of sixty, then all', async () => {
    const dependencies = Array.from({ length: 60 }, (_, index) =>
      dependencyView({ key: `PAY-${100 + index}` }),
    );
    showing(issueView({ dependencies }));
    const section = await openSection('Dependencies');
    const rows = () =>
      within(within(section).getByRole('list', { name: 'Dependencies' })).getAllByRole('listitem');
    expect(rows()).toHaveLength(20);

    await userEvent.click(
      within(section).getByRole('button', { name: 'Show all 60 dependencies' }),
    );

    expect(rows()).toHaveLength(60);
  });
});

describe('the picture of the dependencies', () => {
  it('puts the issue itself first, and what it needs to the right of it', () => {
    const { nodes, edges } = layOut(dependencyNet(tangled()));

    const byX = nodes.toSorted((a, b) => a.x - b.x).map(({ id }) => id);
    expect(byX.slice(0, 2)).toEqual(['PAY-12', 'PAY-15']);
    expect(byX.slice(2).toSorted()).toEqual(['PAY-20', 'hidden']);
    expect(edges.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      'PAY-12 PAY-15',
      'PAY-15 PAY-20',
      'PAY-15 hidden',
      'PAY-20 PAY-12',
    ]);
    expect(edges.every(({ points }) => points.length >= 2)).toBe(true);
  });

  it('does not tell hidden issues apart', () => {
    const hidden = { key: null, summary: null, issueStatus: null, status: 'hidden' } as const;
    const { nodes, edges } = dependencyNet(
      issueView({
        dependencies: [
          dependencyView({ ...hidden }),
          dependencyView({ ...hidden, neededBy: null }),
          dependencyView({ key: 'PAY-20', neededBy: null }),
        ],
      }),
    );

    expect(nodes.map(({ id, count }) => `${id} ${count}`)).toEqual([
      'PAY-12 1',
      'PAY-20 1',
      'hidden 2',
    ]);
    expect(edges.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      'PAY-12 hidden',
      'hidden PAY-20',
    ]);
  });
});
