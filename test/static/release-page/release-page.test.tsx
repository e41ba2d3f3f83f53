import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOTHING_HIDDEN } from '../../../src/domain/release/hidden-issues';
import { judgedBundle, judgedChanges, judgedIssue, reason } from '../../support/judged-bundle';
import { openReleasePage, releaseReply } from '../../support/open-release';
import { dependency, manualStep } from '../../support/promotion-case';
import { seenRelease } from '../../support/seen-release';

const bundle = judgedBundle({
  issues: [
    judgedIssue({ summary: 'Fix login' }),
    judgedIssue({
      key: 'PAY-2',
      summary: 'Export as CSV',
      verdict: 'blocked',
      reasons: [
        reason({ code: 'rejected', level: 'blocked', summary: 'PAY-2 was rejected on test.' }),
      ],
      changes: [judgedChanges({ repository: 'github:acme/web', name: 'Web', owner: 'Team Red' })],
      dependencies: [dependency({ key: 'LED-3', neededBy: 'PAY-2', status: 'missing' })],
      manualSteps: [manualStep({ id: 'step-1', text: 'Run the migration' })],
    }),
  ],
});

// What is loaded when a tab is first opened takes its time here.
configure({ asyncUtilTimeout: 10_000 });

/** jsdom lays nothing out: the list of rows would be empty. */
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 1200 });
});

const rows = async (): Promise<string[]> => {
  const table = await screen.findByRole('table', { name: 'Issues of 2026.05' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('link').textContent);
};

describe('the release page', () => {
  it('says first whether it may ship, what fails first, and what to do', async () => {
    await openReleasePage({ seen: seenRelease({ bundle }) });

    const decision = await screen.findByRole('region', { name: 'Decision' });
    expect(decision).toHaveTextContent('NO-SHIP');
    expect(decision).toHaveTextContent('First failing gate: Issues.');
    expect(decision).toHaveTextContent('PAY-2 was rejected on test.');
    const next = screen.getByRole('region', { name: 'Next actions' });
    expect(within(next).getAllByRole('listitem')[0]).toHaveTextContent('P0');
  });

  it('says that it may ship', async () => {
    await openReleasePage();

    expect(await screen.findByRole('region', { name: 'Decision' })).toHaveTextContent(
      'All 8 required gates are open.',
    );
  });

  it('lists the worst issue first, and sorts by another column', async () => {
    const user = userEvent.setup();
    await openReleasePage({ seen: seenRelease({ bundle }) });
    expect(await rows()).toEqual(['PAY-2', 'PAY-1']);

    await user.click(screen.getByRole('button', { name: 'Issue' }));
    await user.click(screen.getByRole('button', { name: 'Issue' }));

    expect(await rows()).toEqual(['PAY-1', 'PAY-2']);
  });

  it.each([
    { filter: 'q=csv', shown: ['PAY-2'] },
    { filter: 'q=fix+login', shown: ['PAY-1'] },
    { filter: 'verdict=safe', shown: ['PAY-1'] },
    { filter: 'owner=Team+Red', shown: ['PAY-2'] },
    { filter: 'repository=Web', shown: ['PAY-2'] },
    { filter: 'reason=rejected', shown: ['PAY-2'] },
  ])('shows what the address filters by: $filter', async ({ filter, shown }) => {
    await openReleasePage({ seen: seenRelease({ bundle }) }, `?${filter}`);

    expect(await rows()).toEqual(shown);
    expect(screen.getByText('1 of 2 issues')).toBeVisible();
  });

  it('keeps a filter in the address', async () => {
    const user = userEvent.setup();
    const { address } = await openReleasePage({ seen: seenRelease({ bundle }) });

    await user.click(await screen.findByRole('button', { name: 'Show 1 blocked' }));

    expect(address()).toBe('?verdict=blocked');
    expect(await rows()).toEqual(['PAY-2']);
  });

  it('opens a tab from the address, and another one with the keyboard', async () => {
    const user = userEvent.setup();
    const { address } = await openReleasePage(
      { seen: seenRelease({ bundle }) },
      '?tab=manual-steps',
    );
    expect(await screen.findByText('Run the migration')).toBeVisible();

    screen.getByRole('tab', { name: 'Manual steps 0 of 1' }).focus();
    await user.keyboard('{ArrowLeft}');

    expect(address()).toBe('?tab=reasons');
  });

  it('groups the reasons by what they are', async () => {
    await openReleasePage({ seen: seenRelease({ bundle }) }, '?tab=reasons');

    const group = await screen.findByRole('region', { name: /^Blocked rejected/ });
    expect(group).toHaveTextContent('PAY-2 was rejected on test.');
  });

  it('says what keeps a gate shut', async () => {
    const user = userEvent.setup();
    await openReleasePage({ seen: seenRelease({ bundle }) });

    await user.click(await screen.findByRole('button', { name: /^Manual steps failed/ }));

    expect(screen.getByText(/^PAY-2: Run the migration/, { selector: 'li *' })).toBeVisible();
  });

  it('shows checks that are not required beside the gate, which they do not shut', async () => {
    const user = userEvent.setup();
    const open = [{ state: 'failed', text: 'API a1: e2e failed', url: 'https://ci/1' }] as const;
    const signals = [{ repository: 'github:acme/api', sha: 'a1', passed: 4, open: [...open] }];
    const issues = [judgedIssue({ signals })];
    await openReleasePage({ seen: seenRelease({ bundle: judgedBundle({ issues }) }) });

    await user.click(await screen.findByRole('button', { name: 'Checks passed · 1 signal' }));

    const found = screen.getByRole('region', { name: 'Signals' });
    expect(found).toHaveTextContent(
      '4 of 5 passed. These checks are not required and stop nothing.',
    );
    expect(within(found).getByRole('link', { name: /API a1: e2e failed/ })).toBeVisible();
  });

  it('counts what the viewer may not see, and names none of it', async () => {
    const hidden = { ...NOTHING_HIDDEN, keys: new Set(['PAY-2']) };
    await openReleasePage({ seen: seenRelease({ bundle }, hidden) });

    expect(await rows()).toEqual(['PAY-1']);
    expect(screen.getByText('1 issue that you may not see is counted, too.')).toBeVisible();
    expect(document.body).not.toHaveTextContent('PAY-2');
  });

  it('asks about another promotion and keeps the answer that there is', async () => {
    const user = userEvent.setup();
    let asked = 0;
    const never = new Promise<never>(() => undefined);
    const { address } = await openReleasePage({
      answers: {
        openRelease: () => {
          asked += 1;
          return asked === 1 ? releaseReply(seenRelease()) : never;
        },
      },
    });
    await screen.findByRole('region', { name: 'Decision' });

    await user.click(screen.getByRole('radio', { name: 'Audit' }));

    expect(address()).toBe('?mode=audit');
    expect(screen.getByRole('region', { name: 'Decision' })).toBeVisible();
    expect(screen.getByText(/The last answer is still shown/)).toBeInTheDocument();
  });
});

describe('the release page without a release', () => {
  it('says that the project has no version', async () => {
    await openReleasePage({ answers: { listReleases: () => ({ ok: true, value: [] }) } });

    expect(
      await screen.findByRole('heading', { name: 'PAY has no version to release' }),
    ).toBeVisible();
  });

  it('says who sets the project up', async () => {
    const setup = { setup: 'no-settings', mayConfigure: false };
    await openReleasePage({ answers: { openRelease: () => ({ ok: true, value: setup }) } });

    expect(await screen.findByText(/Ask a Jira administrator/)).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const user = userEvent.setup();
    let asked = 0;
    const failure = { code: 'unavailable', message: 'Jira is down.' };
    await openReleasePage({
      answers: {
        openRelease: () => {
          asked += 1;
          return asked === 1 ? { ok: false, error: failure } : releaseReply(seenRelease());
        },
      },
    });
    expect(await screen.findByText('Jira is down.')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('region', { name: 'Decision' })).toHaveTextContent('SHIP');
  });

  it('says that a version has no issue', async () => {
    await openReleasePage({ seen: seenRelease({ bundle: judgedBundle({ issues: [] }) }) });

    expect(await screen.findByText(/2026.05 has no issue/)).toBeVisible();
  });

  it('names what could not be read', async () => {
    const gaps = [
      { repository: 'github:acme/web', what: 'commits of develop', why: 'answered 403' },
    ];
    await openReleasePage({ seen: seenRelease({ bundle: judgedBundle({ gaps }) }) });

    expect(
      await screen.findByText(/: commits of develop. answered 403/, { selector: 'li' }),
    ).toBeVisible();
  });
});

describe('acts on the release page', () => {
  const kept = { ok: true, value: {} };

  it('ticks a step, with a note', async () => {
    const user = userEvent.setup();
    const { calls } = await openReleasePage(
      { seen: seenRelease({ bundle }), answers: { tickItem: () => kept } },
      '?tab=manual-steps',
    );

    await user.click(await screen.findByRole('button', { name: /^Done, with a note/ }));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'at noon{Enter}');

    expect(calls.find(({ functionKey }) => functionKey === 'tickItem')?.payload).toEqual({
      release: { projectKey: 'PAY', version: '2026.05' },
      itemId: 'step-1',
      outcome: 'done',
      note: 'at noon',
    });
  });

  it('waives a gate only with a reason, until a day', async () => {
    const user = userEvent.setup();
    const { calls } = await openReleasePage({
      seen: seenRelease({ bundle }),
      answers: { giveWaiver: () => kept },
    });

    await user.click(await screen.findByRole('button', { name: /^Issues failed/ }));
    await user.click(screen.getByRole('button', { name: 'Waive Issues…' }));
    expect(screen.getByRole('button', { name: 'Waive' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /^Why may it ship/ }), 'The client knows');
    await user.click(screen.getByRole('button', { name: 'Waive' }));

    expect(calls.find(({ functionKey }) => functionKey === 'giveWaiver')?.payload).toMatchObject({
      gate: 'issues',
      reason: 'The client knows',
      expiresAt: '2026-05-11T23:59:59Z',
    });
  });

  it('offers no waiver to who may not', async () => {
    const user = userEvent.setup();
    await openReleasePage({
      answers: { openRelease: () => releaseReply(seenRelease({ bundle }), false) },
    });

    await user.click(await screen.findByRole('button', { name: /^Issues failed/ }));

    expect(screen.queryByRole('button', { name: 'Waive Issues…' })).not.toBeInTheDocument();
  });

  it('signs off the evidence that is shown, and says why that was refused', async () => {
    const user = userEvent.setup();
    const conflict = { code: 'conflict', message: 'The evidence changed. Look again.' };
    const { calls } = await openReleasePage(
      { answers: { signOff: () => ({ ok: false, error: conflict }) } },
      '?tab=sign-offs',
    );

    await user.click(await screen.findByRole('button', { name: 'Sign off as QA…' }));
    await user.click(screen.getByRole('button', { name: 'Approve' }));

    expect(await screen.findByText('The evidence changed. Look again.')).toBeVisible();
    expect(calls.find(({ functionKey }) => functionKey === 'signOff')?.payload).toMatchObject({
      role: 'QA',
      decision: 'approved',
      evidenceHash: 'hash-1',
    });
  });
});
