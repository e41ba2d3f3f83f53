import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function openGate(more: Partial<World> = {}, answers = {}): Promise<HTMLElement> {
  openSettings(createWorld({ settings: new Map([['PAY', projectSettings()]]), ...more }), {
    answers,
  });
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  return screen.findByRole('region', { name: 'Gate for pipelines' });
}

describe('the gate for pipelines on the settings page', () => {
  it('tells a new secret once, and then only who made it', async () => {
    const gate = await openGate();
    expect(await within(gate).findByText(/No secret yet/)).toBeInTheDocument();
    expect(within(gate).getByLabelText('Address')).toHaveValue('https://gate.example');

    await userEvent.click(button('Make a secret'));

    const secret = await within(gate).findByLabelText<HTMLInputElement>('Secret');
    expect(secret.value).toMatch(/^whsec_/);
    expect(await within(gate).findByText(/made the secret on/)).toBeInTheDocument();
    expect(button('Replace the secret')).toBeInTheDocument();
  });

  it('turns pipelines away again', async () => {
    const key = { secret: 'whsec_a', savedAt: '2026-05-04T09:00:00Z', savedBy: 'Ana Lima' };
    const gate = await openGate({ gateKeys: new Map([['PAY', key]]) });
    expect(await within(gate).findByText(/Ana Lima made the secret/)).toBeInTheDocument();

    await userEvent.click(button('Turn pipelines away'));

    expect(await within(gate).findByText(/No secret yet/)).toBeInTheDocument();
    expect(within(gate).queryByLabelText('Secret')).not.toBeInTheDocument();
  });

  it('says why it failed', async () => {
    const reply = { ok: false, error: { code: 'unavailable', message: 'Forge does not answer.' } };
    const gate = await openGate({}, { getGate: () => reply });

    expect(await within(gate).findByText('Forge does not answer.')).toBeInTheDocument();
  });
});
