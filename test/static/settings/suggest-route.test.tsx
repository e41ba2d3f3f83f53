import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byId, connection } from '../../support/connections';
import { createWorld } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

describe('the suggested route', () => {
  it('is asked for as it is edited, not as it was saved', async () => {
    const asked = openSettings(
      createWorld({
        settings: new Map([['PAY', projectSettings()]]),
        connections: byId(connection()),
        hosts: new Map([
          [
            'https://api.github.com',
            { repositories: [{ path: 'acme/payments-api', branches: ['develop', 'main'] }] },
          ],
        ]),
      }),
    );
    await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
    await screen.findByRole('heading', { name: 'Route' });
    await userEvent.type(screen.getByLabelText('Name of line 1'), 'elopment');

    await userEvent.click(screen.getByRole('button', { name: 'Suggest from branches…' }));

    expect(await screen.findByText('development is develop')).toBeInTheDocument();
    expect(asked.calls.at(-1)).toMatchObject({
      functionKey: 'suggestLines',
      payload: { route: [{ name: 'development', branch: 'develop' }, {}, {}] },
    });
  });
});
