import { screen, within } from '@testing-library/react';
import type { ChangedSinceView, IssueView, LifeEventView } from '../../../src/api/contract';
import { issueView, lifeEvent } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';
import { openSection } from '../../support/open-section';

const showing = (view: IssueView) => openPanel({ getIssue: () => ({ ok: true, value: view }) });

const withSince = (since: ChangedSinceView): IssueView => {
  const view = issueView();
  return {
    ...view,
    lines: view.lines.map((line) => (line.name === 'test' ? { ...line, since } : line)),
  };
};

const commit = (over: Partial<ChangedSinceView['commits'][number]>) => ({
  repository: 'github:acme/payments-api',
  sha: '1111111',
  title: 'PAY-12 Guard',
  url: null,
  reachedAt: '2026-03-12T10:00:00Z',
  deployedSince: null,
  ...over,
});

describe('the history', () => {
  it.each<{ event: Partial<LifeEventView>; words: string }>([
    {
      event: {
        kind: 'in-branch',
        place: 'release/test',
        repository: 'github:acme/payments-api',
        shas: ['1', '2'],
      },
      words: 'In branch on testrelease/test · Payments API · 2 commits',
    },
    { event: { kind: 'deployed', place: 'qa' }, words: 'Deployed on testqa' },
    { event: { kind: 'redeployed', place: 'qa' }, words: 'Redeployed on testqa' },
    { event: { kind: 'rolled-back', place: 'qa' }, words: 'Rolled back on testqa' },
    { event: { kind: 'deployment-failed', place: 'qa' }, words: 'Deployment failed on testqa' },
    { event: { kind: 'deploying', place: 'qa' }, words: 'Being deployed on testqa' },
    {
      event: { kind: 'rejected', by: 'Quinn', status: 'QA Failed' },
      words: 'Rejected on testby Quinn · status QA Failed',
    },
    { event: { kind: 'approved', status: 'Accepted' }, words: 'Approved on teststatus Accepted' },
    { event: { kind: 'promoted' }, words: 'Promoted on test' },
  ])('says "$words"', async ({ event, words }) => {
    showing(issueView({ life: [lifeEvent(event)] }));

    const section = await openSection('History');

    expect(within(section).getByRole('listitem')).toHaveTextContent(
      new RegExp(`^1 hour ago \\(.*\\)${words}$`),
    );
  });

  it('begins with the latest event, which is also its gist', async () => {
    showing(
      issueView({
        life: [lifeEvent({ line: 'dev' }), lifeEvent({ kind: 'rejected', line: 'test' })],
      }),
    );

    const section = await openSection('History');

    expect(screen.getByRole('button', { name: /^History/ })).toHaveTextContent(
      'History2last: rejected on test',
    );
    const [first, second] = within(section).getAllByRole('listitem');
    expect(first).toHaveTextContent('Rejected on test');
    expect(second).toHaveTextContent('In branch on dev');
  });

  it('links the deployment', async () => {
    const url = 'https://github.com/acme/payments-api/deployments/1';
    showing(issueView({ life: [lifeEvent({ kind: 'deployed', place: 'qa', url })] }));

    const section = await openSection('History');

    expect(within(section).getByRole('link', { name: 'qa' })).toHaveAttribute('href', url);
  });

  it('tells which commits came since a rejection, and whether they were deployed since', async () => {
    const event = { kind: 'rejected' as const, by: 'Quinn', status: 'QA Failed' };
    showing(
      withSince({
        event: { ...event, at: '2026-03-10T12:00:00Z' },
        commits: [
          commit({ sha: '1111111', deployedSince: true }),
          commit({ sha: '2222222', deployedSince: false }),
          commit({ sha: '3333333', deployedSince: null }),
        ],
      }),
    );

    const section = await openSection('History');

    expect(
      within(section).getByRole('heading', {
        name: /^Since test was rejected by Quinn 2 days ago/,
      }),
    ).toBeInTheDocument();
    const commits = within(section).getByRole('list', { name: 'Commits that reached test since' });
    const [first, second, third] = within(commits).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /^1111111 PAY-12 Guard Payments API · reached it 2 hours ago .* · deployed since$/,
    );
    expect(second).toHaveTextContent(/ · not deployed since$/);
    expect(third).toHaveTextContent(/ · nobody knows whether it was deployed since$/);
  });

  it('says so when nothing came since an approval', async () => {
    showing(
      withSince({
        event: { kind: 'approved', by: null, status: 'Accepted', at: '2026-03-10T12:00:00Z' },
        commits: [],
      }),
    );

    expect(await openSection('History')).toHaveTextContent('No commit reached test since.');
  });

  it('says so when nothing happened', async () => {
    showing(issueView());

    expect(await openSection('History')).toHaveTextContent(
      'Nothing is known to have happened on any line yet.',
    );
  });
});
