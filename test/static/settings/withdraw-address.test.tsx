import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byId, connection } from '../../support/connections';
import { createWorld } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';

const GHE = 'https://ghe.acme.com/api/v3';
const enterprise = connection({ id: 'c1', baseUrl: GHE, owner: 'core' });

async function deleteConnection(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: `Delete ${name}` }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete connection' }));
}

describe('the address of a deleted connection', () => {
  it('is not allowed any more', async () => {
    const world = createWorld({ connections: byId(enterprise) });
    const { withdrawn } = openSettings(world, { allowed: ['ghe-acme-com'] });

    await deleteConnection('ghe.acme.com, core');

    expect(await screen.findByText('No connection yet.')).toBeInTheDocument();
    expect(withdrawn).toEqual([{ key: 'ghe-acme-com' }]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each([
    {
      when: 'another connection calls it',
      others: [connection({ id: 'c2', baseUrl: GHE, owner: 'infra' })],
      allowed: ['ghe-acme-com'],
    },
    { when: 'nobody ever allowed it', others: [], allowed: [] },
  ])('is left alone when $when', async ({ others, allowed }) => {
    const world = createWorld({ connections: byId(enterprise, ...others) });
    const { withdrawn } = openSettings(world, { allowed });

    await deleteConnection('ghe.acme.com, core');
    await waitFor(() => {
      expect(screen.queryByText('ghe.acme.com, core')).not.toBeInTheDocument();
    });

    expect(withdrawn).toEqual([]);
  });

  it('is left alone when it is github.com', async () => {
    const world = createWorld({ connections: byId(connection()) });
    const { withdrawn } = openSettings(world, { allowed: ['api-github-com', 'github-com'] });

    await deleteConnection('github.com');

    expect(await screen.findByText('No connection yet.')).toBeInTheDocument();
    expect(withdrawn).toEqual([]);
  });

  it('is named when the consent could not be taken back; the connection is gone', async () => {
    const world = createWorld({ connections: byId(enterprise) });
    openSettings(world, { allowed: ['ghe-acme-com'], withdrawalRefused: 'Not now.' });

    await deleteConnection('ghe.acme.com, core');

    expect(await screen.findByText('Convoy may still call https://ghe.acme.com')).toBeVisible();
    expect(screen.getByText(/could not be taken back \(\s*Not now\)/)).toBeInTheDocument();
    expect(world.connections.size).toBe(0);
  });
});
