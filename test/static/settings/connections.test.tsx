import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byId, connection } from '../../support/connections';
import { fill } from '../../support/fill';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';

const SECRET = 'github_pat_s3cret';
const GITHUB = 'https://api.github.com';
const GHE = 'https://ghe.acme.com/api/v3';

const connected = (more: Partial<World> = {}): World =>
  createWorld({
    connections: byId(connection()),
    secrets: new Map([['c1', SECRET]]),
    hosts: new Map([[GITHUB, { repositories: [{ path: 'acme/api' }] }]]),
    ...more,
  });

async function fillIn(action: string, fields: Record<string, string>): Promise<void> {
  const dialog = await screen.findByRole('dialog');
  for (const [label, text] of Object.entries(fields)) {
    const field = within(dialog).getByLabelText(label);
    await userEvent.clear(field);
    await fill(field, text);
  }
  await userEvent.click(within(dialog).getByRole('button', { name: action }));
}

const add = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Add connection…' }));
};

describe('connections', () => {
  it('says what to do first while there is none', async () => {
    openSettings(createWorld());

    expect(await screen.findByText('No connection yet.')).toBeInTheDocument();
  });

  it('shows host, login, who saved it and when', async () => {
    openSettings(connected());

    expect(await screen.findByRole('heading', { name: 'github.com' })).toBeInTheDocument();
    expect(screen.getByText(/by token · saved by Bo Chen, 1 May 2026/)).toBeInTheDocument();
  });

  it('says why they could not be looked up, and tries again', async () => {
    const message = 'Forge storage does not answer. Try again in a few minutes.';
    const refusals = [{ ok: false, error: { code: 'unavailable', message } }];
    const world = connected();
    openSettings(world, { answers: { listConnections: () => refusals.pop() } });

    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('heading', { name: 'github.com' })).toBeInTheDocument();
  });

  it('tells anybody but an administrator in plain words that this is not for them', async () => {
    const { calls } = openSettings(connected({ viewer: 'user' }));

    expect(
      await screen.findByText('Only Jira administrators may open these settings. Ask one of them.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
    expect(calls.map(({ functionKey }) => functionKey)).toEqual(['listConnections']);
  });

  it('is added, tested with advice, corrected, and works', async () => {
    const world = createWorld({
      hosts: new Map([
        [GITHUB, { repositories: [{ path: 'acme/api' }], failure: { kind: 'unauthorized' } }],
      ]),
    });
    openSettings(world);

    await add();
    await fillIn('Add and test', { Token: 'github_pat_wrong' });

    expect(await screen.findByText(/does not accept the token/)).toBeInTheDocument();
    expect(screen.getByText('Make a new token there and enter it again.')).toBeInTheDocument();

    world.hosts.set(GITHUB, { repositories: [{ path: 'acme/api' }] });
    await userEvent.click(screen.getByRole('button', { name: 'Edit github.com' }));
    await fillIn('Save and test', { Token: SECRET });

    expect(
      await screen.findByText('Logged in as convoy-bot; sees 1 repository.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/does not accept the token/)).not.toBeInTheDocument();
    expect([...world.secrets.values()]).toEqual([SECRET]);
  });

  it('shows what is wrong with the input at its field, and keeps what was typed', async () => {
    openSettings(createWorld());

    await add();
    await fillIn('Add and test', { 'Organization or user (optional)': 'acme' });

    expect(await screen.findByLabelText('Token')).toHaveAccessibleDescription(/Is missing\./);
    expect(screen.getByLabelText('Organization or user (optional)')).toHaveValue('acme');
  });

  it('never shows a secret that is kept, and keeps it when the field stays empty', async () => {
    const world = connected();
    openSettings(world);

    await userEvent.click(await screen.findByRole('button', { name: 'Edit github.com' }));

    expect(await screen.findByLabelText('Token')).toHaveValue('');
    expect(document.body).not.toHaveTextContent(SECRET);

    await fillIn('Save and test', { 'Organization or user (optional)': 'acme' });

    expect(await screen.findByRole('heading', { name: 'github.com, acme' })).toBeInTheDocument();
    expect(world.secrets.get('c1')).toBe(SECRET);
    expect(document.documentElement.innerHTML).not.toContain(SECRET);
  });

  it('adds a GitHub App by its ids and private key', async () => {
    const { calls } = openSettings(createWorld());

    await add();
    await userEvent.click(screen.getByRole('radio', { name: /GitHub App/ }));
    await fillIn('Add and test', {
      'App id': '12345',
      'Installation id': '98765',
      'Private key': 'not a key',
    });

    expect(await screen.findByLabelText('Private key')).toHaveAccessibleDescription(
      /Must be a private key/,
    );
    expect(calls).toContainEqual({
      functionKey: 'saveConnection',
      payload: {
        provider: 'github',
        baseUrl: 'https://github.com',
        owner: null,
        auth: { kind: 'app', appId: 12345, installationId: 98765, privateKey: 'not a key' },
      },
    });
  });

  it('is deleted only after a question', async () => {
    const world = connected();
    openSettings(world);

    await userEvent.click(await screen.findByRole('button', { name: 'Delete github.com' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(world.connections.size).toBe(1);

    await userEvent.click(screen.getByRole('button', { name: 'Delete github.com' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete connection' }));

    expect(await screen.findByText('No connection yet.')).toBeInTheDocument();
    expect(world.secrets.size).toBe(0);
  });
});

describe('GitHub Enterprise', () => {
  const hosts = new Map([[GHE, { repositories: [{ path: 'core/billing' }] }]]);
  const group = {
    egresses: [
      {
        key: 'ghe-acme-com',
        description:
          'Convoy reads commits, pull requests, checks and deployments from GitHub Enterprise at ghe.acme.com.',
        configured: [{ domain: 'https://ghe.acme.com', type: ['FETCH_BACKEND_SIDE'] }],
      },
    ],
  };
  const addEnterprise = async (): Promise<void> => {
    await add();
    await userEvent.click(screen.getByRole('radio', { name: /GitHub Enterprise/ }));
    await fillIn('Add and test', { Address: 'ghe.acme.com', Token: SECRET });
  };

  it('asks for consent before anything is saved, then saves and tests', async () => {
    const world = createWorld({ hosts });
    const { consents } = openSettings(world, { consent: 'granted' });

    await addEnterprise();

    expect(await screen.findByText('The connection works')).toBeInTheDocument();
    expect(consents).toEqual([group]);
    expect([...world.connections.values()].map(({ baseUrl }) => baseUrl)).toEqual([GHE]);
  });

  it('saves nothing without consent, and says so', async () => {
    const world = createWorld({ hosts });
    openSettings(world, { consent: 'denied' });

    await addEnterprise();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Convoy was not allowed to call https://ghe.acme.com (The administrator did not agree)',
    );
    expect(world.connections.size).toBe(0);
  });

  it('offers to allow the address of a connection that Forge blocks', async () => {
    const world = connected({
      connections: byId(connection({ baseUrl: GHE })),
      hosts: new Map([[GHE, { repositories: [], failure: { kind: 'egress-blocked' } }]]),
    });
    const { consents } = openSettings(world, { consent: 'granted' });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Test connection ghe.acme.com' }),
    );
    await screen.findByRole('button', { name: 'Allow this address…' });
    world.hosts.set(GHE, { repositories: [{ path: 'core/billing' }] });
    await userEvent.click(screen.getByRole('button', { name: 'Allow this address…' }));

    expect(await screen.findByText('The connection works')).toBeInTheDocument();
    expect(consents).toEqual([group]);
  });
});
