import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Api } from '../../../src/api/contract';
import { fill } from '../../support/fill';
import { issueView, repositoryFreshness } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const view = issueView({
  evidence: {
    repositories: [
      repositoryFreshness(),
      repositoryFreshness({ repository: 'github:acme/batch', service: null }),
    ],
  },
});
const queued = { ok: true, value: { queued: 1 } } as const;
const showing = (link: ReturnType<Api['linkCommit']>) =>
  openPanel({
    getIssue: () => ({ ok: true, value: view }),
    linkCommit: () => link,
    unlinkCommit: () => link,
  });

async function fillIn(sha: string, reason: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Link a commit…' }));
  const form = await screen.findByRole('form', { name: 'Link a commit' });
  await userEvent.selectOptions(within(form).getByLabelText('Repository'), 'acme/batch');
  if (sha) await fill(within(form).getByLabelText(/^Commit/), sha);
  if (reason) await fill(within(form).getByLabelText('Reason'), reason);
  await userEvent.click(within(form).getByRole('button', { name: 'Link commit' }));
}

describe('linking by hand', () => {
  it('sends repository, commit and reason, and says what happens next', async () => {
    const { calls } = showing(queued);

    await fillIn('9be01d7', 'The key was forgotten');

    expect(await screen.findByText(/^Linked\./)).toBeInTheDocument();
    expect(calls).toContainEqual({
      functionKey: 'linkCommit',
      payload: {
        issueKey: 'PAY-12',
        repository: 'github:acme/batch',
        sha: '9be01d7',
        reason: 'The key was forgotten',
      },
    });
  });

  it.each([
    { when: 'the reason is missing', sha: '9be01d7', reason: '' },
    { when: 'the commit is missing', sha: '', reason: 'forgotten' },
    { when: 'the commit is no sha', sha: 'main', reason: 'forgotten' },
  ])('sends nothing when $when', async ({ sha, reason }) => {
    const { calls } = showing(queued);

    await fillIn(sha, reason);

    expect(calls.map(({ functionKey }) => functionKey)).toEqual(['getIssue']);
  });

  it('says why it was refused and keeps what was typed', async () => {
    const message = 'acme/batch has no commit 9be01d7.';
    showing({ ok: false, error: { code: 'not-found', message } });

    await fillIn('9be01d7', 'forgotten');

    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByLabelText('Reason')).toHaveValue('forgotten');
  });

  it('closes without sending when cancelled', async () => {
    const { calls } = showing(queued);

    await userEvent.click(await screen.findByRole('button', { name: 'Link a commit…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));

    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Link a commit…' })).toHaveFocus();
    expect(calls).toHaveLength(1);
  });
});

describe('unlinking by hand', () => {
  it('takes a commit out with a reason', async () => {
    const { calls } = showing(queued);

    await userEvent.click(await screen.findByRole('button', { name: 'Unlink… 4f1c2ab' }));
    await fill(
      await screen.findByLabelText('Why is 4f1c2ab not part of PAY-12?'),
      'Typo in the key',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Take it out' }));

    expect(await screen.findByText(/^Taken out\./)).toBeInTheDocument();
    expect(calls).toContainEqual({
      functionKey: 'unlinkCommit',
      payload: {
        issueKey: 'PAY-12',
        repository: 'github:acme/payments-api',
        sha: '4f1c2ab000000000000000000000000000000000',
        reason: 'Typo in the key',
      },
    });
  });
});
