import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byId, connection } from '../../support/connections';
import { fill } from '../../support/fill';
import { createWorld } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings, repositorySettings } from '../../support/settings';

const SECRET = 'glpat-s3cret';
const GITLAB = 'https://gitlab.com';
const OWN = 'https://git.acme.com/gitlab';

async function beginAdding(host: RegExp): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'Add connection…' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('radio', { name: host }));
  return dialog;
}

async function submit(dialog: HTMLElement, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await fill(within(dialog).getByLabelText(label), text);
  }
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add and test' }));
}

describe('a connection to gitlab.com', () => {
  it('is added by token without any consent, and tested', async () => {
    const world = createWorld({
      hosts: new Map([[GITLAB, { repositories: [{ path: 'acme/web/shop' }] }]]),
    });
    const { consents } = openSettings(world);

    const dialog = await beginAdding(/GitLab\.com/);
    await submit(dialog, { 'Group or user (optional)': 'acme/web', Token: SECRET });

    expect(
      await screen.findByText('Logged in as convoy-bot; sees 1 repository.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'gitlab.com, acme/web' })).toBeInTheDocument();
    expect(screen.getByText(/GitLab · only repositories of acme\/web · by token/)).toBeVisible();
    expect([...world.connections.values()]).toMatchObject([
      { provider: 'gitlab', baseUrl: GITLAB, owner: 'acme/web', auth: { kind: 'token' } },
    ]);
    expect(consents).toEqual([]);
  });

  it('says which token is needed, and offers no GitHub App', async () => {
    openSettings(createWorld());

    const dialog = await beginAdding(/GitLab\.com/);

    expect(within(dialog).getByLabelText('Token')).toHaveAccessibleDescription(
      /group, a project or a person, with the scope read_api and at least the role Reporter/,
    );
    expect(within(dialog).getByRole('link', { name: 'Make a personal token' })).toHaveAttribute(
      'href',
      'https://gitlab.com/-/user_settings/personal_access_tokens?name=Convoy&scopes=read_api',
    );
    expect(within(dialog).queryByRole('radio', { name: /GitHub App/ })).not.toBeInTheDocument();
  });

  it('stays a token when GitHub App was chosen before', async () => {
    const world = createWorld();
    openSettings(world);
    await userEvent.click(await screen.findByRole('button', { name: 'Add connection…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: /GitHub App/ }));

    await userEvent.click(within(dialog).getByRole('radio', { name: /GitLab\.com/ }));
    await submit(dialog, { Token: SECRET });

    expect(await screen.findByRole('heading', { name: 'gitlab.com' })).toBeInTheDocument();
    expect([...world.secrets.values()]).toEqual([SECRET]);
  });

  it('opens for editing as what it is', async () => {
    const gitlab = connection({ provider: 'gitlab', baseUrl: GITLAB });
    openSettings(createWorld({ connections: byId(gitlab) }));

    await userEvent.click(await screen.findByRole('button', { name: 'Edit gitlab.com' }));

    expect(await screen.findByRole('radio', { name: /GitLab\.com/ })).toBeChecked();
  });
});

describe('a connection to a GitLab of one’s own', () => {
  const world = () =>
    createWorld({ hosts: new Map([[OWN, { repositories: [{ path: 'acme/api' }] }]]) });

  it('asks for consent to its address before anything is saved', async () => {
    const site = world();
    const { consents } = openSettings(site, { consent: 'granted' });

    const dialog = await beginAdding(/GitLab of your own/);
    await submit(dialog, { Address: 'git.acme.com/gitlab/', Token: SECRET });

    expect(await screen.findByText('The connection works')).toBeInTheDocument();
    expect(consents).toEqual([
      {
        egresses: [
          {
            key: 'git-acme-com',
            description:
              'Convoy reads commits, pull requests, checks and deployments from a GitLab of your own at git.acme.com.',
            configured: [{ domain: 'https://git.acme.com', type: ['FETCH_BACKEND_SIDE'] }],
          },
        ],
      },
    ]);
    expect([...site.connections.values()]).toMatchObject([{ provider: 'gitlab', baseUrl: OWN }]);
  });

  it('saves nothing without consent', async () => {
    const site = world();
    openSettings(site, { consent: 'denied' });

    const dialog = await beginAdding(/GitLab of your own/);
    await submit(dialog, { Address: 'git.acme.com', Token: SECRET });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Convoy was not allowed to call https://git.acme.com',
    );
    expect(site.connections.size).toBe(0);
  });

  it('makes tokens at its own address', async () => {
    openSettings(world());

    const dialog = await beginAdding(/GitLab of your own/);
    expect(within(dialog).queryByRole('link', { name: 'Make a personal token' })).toBeNull();
    await fill(within(dialog).getByLabelText('Address'), 'git.acme.com/gitlab/');

    expect(within(dialog).getByRole('link', { name: 'Make a personal token' })).toHaveAttribute(
      'href',
      'https://git.acme.com/gitlab/-/user_settings/personal_access_tokens?name=Convoy&scopes=read_api',
    );
  });

  it('is deleted, and its address is not allowed any more', async () => {
    const own = connection({ provider: 'gitlab', baseUrl: OWN });
    const site = createWorld({ connections: byId(own), secrets: new Map([['c1', SECRET]]) });
    const { withdrawn } = openSettings(site, { allowed: ['git-acme-com'] });

    await userEvent.click(await screen.findByRole('button', { name: 'Delete git.acme.com' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete connection' }));

    expect(await screen.findByText('No connection yet.')).toBeInTheDocument();
    expect(withdrawn).toEqual([{ key: 'git-acme-com' }]);
    expect(site.secrets.size).toBe(0);
  });
});

describe('projects of GitLab as repositories', () => {
  it('are picked, with ids that name host and groups, and suggest branches', async () => {
    const world = createWorld({
      settings: new Map([
        ['PAY', projectSettings({ repositories: [repositorySettings('gitlab:git.acme.com/a/b')] })],
      ]),
      connections: byId(connection({ provider: 'gitlab', baseUrl: 'https://git.acme.com' })),
      hosts: new Map([
        [
          'https://git.acme.com',
          {
            repositories: [
              { path: 'acme/web/shop', branches: ['develop', 'main'] },
              { path: 'a/b', branches: ['develop', 'master'], defaultBranch: 'master' },
            ],
          },
        ],
      ]),
    });
    const { calls } = openSettings(world);
    await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));

    await userEvent.click(await screen.findByRole('button', { name: 'Add repositories…' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'acme/web/shop' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add 1 repository' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit git.acme.com/a/b' }));

    expect(await screen.findByText(/master, master is a usual name for prod/)).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved\./);

    expect(world.settings.get('PAY')?.repositories.map(({ id }) => id)).toEqual([
      'gitlab:git.acme.com/a/b',
      'gitlab:git.acme.com/acme/web/shop',
    ]);
    expect(calls.map(({ functionKey }) => functionKey)).toContain('suggestLines');
  });
});
