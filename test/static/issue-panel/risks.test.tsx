import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IssueView, ManualStepView } from '../../../src/api/contract';
import { issueView, manualStep, reason } from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';
import { openSection } from '../../support/open-section';

const TITLE = 'Risks and manual steps';
const withStep = (over: Partial<ManualStepView> = {}): IssueView =>
  issueView({ manualSteps: [manualStep(over)] });

const box = () => screen.getByRole('checkbox', { name: 'Run the migrations' });

describe('risks and manual steps', () => {
  it('say at a glance how many steps are done and how many risks there are', async () => {
    const view = issueView({
      manualSteps: [manualStep(), manualStep({ id: 'step-2', done: true })],
      reasons: [reason(), reason({ code: 'db-change', summary: 'A migration travels' })],
    });
    openPanel({ getIssue: () => ({ ok: true, value: view }) });

    const section = await openSection(TITLE);

    expect(screen.getByRole('button', { name: /^Risks/ })).toHaveTextContent(
      'Risks and manual steps31 of 2 steps done · 1 risk',
    );
    const risks = within(section).getByRole('list', { name: 'Risks' });
    expect(within(risks).getByRole('listitem')).toHaveTextContent('A migration travels');
  });

  it('say so when there is none', async () => {
    openPanel({ getIssue: () => ({ ok: true, value: issueView() }) });

    const section = await openSection(TITLE);

    expect(section).toHaveTextContent('No step is declared.');
    expect(section).toHaveTextContent('No rule found a risk in what travels.');
  });

  it('show who ticked a step, when, and with which note', async () => {
    const view = withStep({
      done: true,
      by: 'Rita Novak',
      at: '2026-03-11T12:00:00Z',
      note: 'on the replica too',
    });
    openPanel({ getIssue: () => ({ ok: true, value: view }) });

    const section = await openSection(TITLE);

    expect(box()).toBeChecked();
    expect(section).toHaveTextContent('DBA · Payments API · declared by a commit');
    expect(section).toHaveTextContent(/done by Rita Novak, 1 day ago .*: “on the replica too”/);
  });

  it.each([
    {
      kind: 'unticked' as const,
      said: /not done: unticked by Rita Novak, 1 day ago .*: “wrong replica”/,
    },
    {
      kind: 'new-commit' as const,
      said: /not done: a commit asks for it again since it was ticked by Rita Novak, 1 day ago/,
    },
  ])('show who and when of a step that was $kind', async ({ kind, said }) => {
    const word = { by: 'Rita Novak', at: '2026-03-11T12:00:00Z', note: 'wrong replica' };
    const view = withStep({ reopened: { kind, ...word } });
    openPanel({ getIssue: () => ({ ok: true, value: view }) });

    const section = await openSection(TITLE);

    expect(box()).not.toBeChecked();
    expect(section).toHaveTextContent(said);
  });

  it('show at once who took a tick back', async () => {
    const done = { done: true, by: 'Quinn Abara', at: '2026-03-11T12:00:00Z' };
    let asked = 0;
    openPanel({
      getIssue: () => {
        asked += 1;
        return asked === 1
          ? { ok: true, value: withStep(done) }
          : new Promise<never>(() => undefined);
      },
      tickManualStep: () => ({
        ok: true,
        value: { stepId: 'step-1', done: false, by: 'Rita Novak', at: '2026-03-12T12:00:00Z' },
      }),
    });
    const section = await openSection(TITLE);

    await userEvent.click(box());

    expect(await screen.findByText('Rita Novak')).toBeInTheDocument();
    expect(section).toHaveTextContent('not done: unticked by Rita Novak, just now');
    expect(box()).not.toBeChecked();
  });

  it('tick a step at once, and show who and when as soon as it is kept', async () => {
    let keep: () => void = () => undefined;
    let view = withStep();
    const { calls } = openPanel({
      getIssue: () => ({ ok: true, value: view }),
      tickManualStep: () =>
        new Promise<never>((resolve) => {
          keep = () => {
            const ticked = { done: true, by: 'Rita Novak', at: '2026-03-12T12:00:00Z' };
            view = withStep(ticked);
            resolve({ ok: true, value: { stepId: 'step-1', ...ticked } } as never);
          };
        }),
    });
    const section = await openSection(TITLE);

    fireEvent.click(box());
    expect(box()).toBeChecked();
    expect(await within(section).findByText('Saving…')).toBeInTheDocument();
    fireEvent.click(box());
    expect(box()).toBeChecked();
    keep();

    expect(await screen.findByText('Rita Novak')).toBeInTheDocument();
    expect(section).toHaveTextContent('done by Rita Novak, just now');
    expect(box()).toBeChecked();
    expect(calls.find(({ functionKey }) => functionKey === 'tickManualStep')?.payload).toEqual({
      issueKey: 'PAY-12',
      from: 'test',
      to: 'prod',
      stepId: 'step-1',
      done: true,
    });
    expect(calls.at(-1)?.functionKey).toBe('getIssue');
  });

  it('take the tick back and say why when it could not be kept', async () => {
    openPanel({
      getIssue: () => ({ ok: true, value: withStep() }),
      tickManualStep: () => ({
        ok: false,
        error: { code: 'conflict', message: 'The step is gone: refresh.' },
      }),
    });
    await openSection(TITLE);

    await userEvent.click(box());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The tick was not kept: The step is gone: refresh.',
    );
    expect(box()).not.toBeChecked();
  });

  it('tick a step with a note by keyboard', async () => {
    const { calls } = openPanel({
      getIssue: () => ({ ok: true, value: withStep() }),
      tickManualStep: () => ({
        ok: true,
        value: { stepId: 'step-1', done: true, by: 'Rita Novak', at: '2026-03-12T12:00:00Z' },
      }),
    });
    await openSection(TITLE);

    screen.getByRole('button', { name: 'Tick with a note… Run the migrations' }).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Note' }),
      'took 4 minutes{Enter}',
    );

    expect(calls.find(({ functionKey }) => functionKey === 'tickManualStep')?.payload).toEqual({
      issueKey: 'PAY-12',
      from: 'test',
      to: 'prod',
      stepId: 'step-1',
      done: true,
      note: 'took 4 minutes',
    });
    expect(box()).toHaveFocus();
  });
});
