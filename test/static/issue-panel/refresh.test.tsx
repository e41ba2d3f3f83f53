import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView, ReadProgress, RepositoryFreshness } from '../../../src/api/contract';
import { issueView, repositoryFreshness } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const progress = (over: Partial<ReadProgress> = {}): ReadProgress => ({
  phase: 'commits',
  done: 120,
  total: 300,
  startedAt: '2026-03-12T11:59:00Z',
  ...over,
});

const reading = (over: Partial<ReadProgress> = {}): RepositoryFreshness =>
  repositoryFreshness({ progress: progress(over) });

const withRepositories = (repositories: RepositoryFreshness[]): IssueView =>
  issueView({ evidence: { repositories } });

describe('reading', () => {
  it('is shown at once with phase, share and repository, beside what is known', async () => {
    const view = withRepositories([reading()]);
    openPanel({
      getIssue: () => ({ ok: true, value: view }),
      getProgress: () => ({ ok: true, value: view.evidence }),
    });

    const bar = await screen.findByRole('progressbar', {
      name: 'Payments API: reading commits, 120 of 300',
    });

    expect(bar).toHaveAttribute('aria-valuenow', '0.4');
    expect(screen.getByRole('table')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reading…' })).toBeDisabled();
  });

  it.each([
    { phase: 'queued', words: 'waiting its turn', total: null },
    { phase: 'branches', words: 'reading branches, 120 so far', total: null },
    { phase: 'index', words: 'sorting by issue, 120 of 300', total: 300 },
  ] as const)('says "$words" in the phase $phase', async ({ phase, words, total }) => {
    const view = withRepositories([reading({ phase, total })]);
    openPanel({
      getIssue: () => ({ ok: true, value: view }),
      getProgress: () => ({ ok: true, value: view.evidence }),
    });

    const section = await screen.findByRole('region', { name: 'Reading in progress' });

    expect(within(section).getByText(words)).toBeInTheDocument();
  });

  it('is asked for by Refresh, followed, and brings the new evidence in when it ends', async () => {
    const idle = withRepositories([repositoryFreshness()]);
    const underWay = withRepositories([reading()]);
    const after = issueView({ standing: { tone: 'success', sentence: 'All is on prod.' } });
    let isQueued = false;
    let isRead = false;
    const { calls } = openPanel({
      getIssue: () => ({ ok: true, value: isRead ? after : isQueued ? underWay : idle }),
      refreshIssue: () => {
        isQueued = true;
        return { ok: true, value: { queued: 1 } };
      },
      getProgress: () => {
        isRead = true;
        return { ok: true, value: idle.evidence };
      },
    });

    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(await screen.findByText('All is on prod.')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(calls.map(({ functionKey }) => functionKey)).toEqual([
      'getIssue',
      'refreshIssue',
      'getIssue',
      'getProgress',
      'getIssue',
    ]);
  });

  it('is not asked after while nothing is being read', async () => {
    const { calls } = openPanel({ getIssue: () => ({ ok: true, value: issueView() }) });

    await screen.findByRole('table');

    expect(calls.map(({ functionKey }) => functionKey)).toEqual(['getIssue']);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says why a refresh was refused, and keeps what is shown', async () => {
    openPanel({
      getIssue: () => ({ ok: true, value: issueView() }),
      refreshIssue: () => ({
        ok: false,
        error: { code: 'rate-limited', message: 'GitHub asks to wait until 12:40.' },
      }),
    });

    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Refresh failed: GitHub asks to wait until 12:40.',
    );
    expect(screen.getByRole('table')).toBeInTheDocument();
  });

  it('keeps the last evidence and says so when the newest cannot be had', async () => {
    let answers = 0;
    openPanel({
      getIssue: () => {
        answers += 1;
        return answers === 1
          ? { ok: true, value: issueView() }
          : { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } };
      },
      refreshIssue: () => ({ ok: true, value: { queued: 1 } }),
    });

    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(
      await screen.findByText('The newest evidence could not be had: Storage is down.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('table')).toBeInTheDocument();
  });

  it('says so when the progress itself cannot be read', async () => {
    openPanel({
      getIssue: () => ({ ok: true, value: withRepositories([reading()]) }),
      getProgress: () => ({ ok: false, error: { code: 'unavailable', message: 'No answer.' } }),
    });

    await waitFor(() => {
      expect(screen.getByRole('alert')).toHaveTextContent(
        'How far reading has come is not known: No answer.',
      );
    });
  });
});
