import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newHeader } from '../../../src/domain/evidence/repository-header';
import { repositoryStatus } from '../../support/builders';
import { byId, connection } from '../../support/connections';
import { outline } from '../../support/doctor-facts';
import { fill } from '../../support/fill';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings, repositorySettings } from '../../support/settings';

const API = 'github:acme/api';
const SHOP = 'gitlab:gitlab.com/acme/shop';

/** PAY: one repository that is fine but for its owner, one that nothing covers, one environment of no line. */
const ailing = (more: Partial<World> = {}): World =>
  createWorld({
    settings: new Map([
      [
        'PAY',
        projectSettings({
          repositories: [
            repositorySettings(API, { service: 'API', kind: 'app' }),
            repositorySettings(SHOP, { service: 'Shop', owner: 'Web', kind: 'app' }),
          ],
        }),
      ],
    ]),
    connections: byId(connection()),
    secrets: new Map([['c1', 'gh-s3cret']]),
    statuses: new Map([['PAY:0', { [API]: repositoryStatus({ repository: API }) }]]),
    headers: new Map([
      [
        API,
        { ...newHeader(API, 'acme/api'), outline: outline(), unmappedEnvironments: ['eu-prod'] },
      ],
    ]),
    hosts: new Map([['https://api.github.com', { repositories: [{ path: 'acme/api' }] }]]),
    ...more,
  });

async function openDoctor(): Promise<void> {
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  await userEvent.click(await screen.findByRole('tab', { name: 'Doctor' }));
}

describe('the doctor', () => {
  it('shows what it finds, the worst first, with what to do', async () => {
    openSettings(ailing());
    await openDoctor();

    expect(await screen.findByText('1 problem, 1 warning, 1 hint.')).toBeInTheDocument();
    expect(
      screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent),
    ).toEqual(['Problems (1)', 'Warnings (1)', 'Hints (1)']);
    const problems = screen.getByRole('region', { name: 'Problems (1)' });
    expect(problems).toHaveTextContent('gitlab.com/acme');
    expect(problems).toHaveTextContent('No connection covers acme/shop, so it cannot be read.');
    expect(problems).toHaveTextContent(
      /What to do: Add a connection that can see gitlab.com\/acme/,
    );
    expect(screen.getByRole('region', { name: 'Warnings (1)' })).toHaveTextContent(/likely/);
  });

  it('leads to the connections', async () => {
    openSettings(ailing());
    await openDoctor();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Open connections: gitlab.com/acme' }),
    );

    expect(screen.getByRole('tab', { name: 'Connections', selected: true })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Connections' })).toHaveFocus();
  });

  it('leads to the repository, as often as one wants', async () => {
    openSettings(ailing());
    await openDoctor();

    for (const round of ['first', 'again']) {
      await userEvent.click(await screen.findByRole('button', { name: `Edit repository: ${API}` }));
      const dialog = await screen.findByRole('dialog', { name: /acme\/api/ });
      await fill(within(dialog).getByLabelText('Owner'), round);
      await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
      await userEvent.click(screen.getByRole('tab', { name: 'Doctor' }));
    }
    await userEvent.click(screen.getByRole('tab', { name: 'Settings' }));

    expect(screen.getByLabelText('Owner of acme/api')).toHaveValue('firstagain');
  });

  it('leads to the route', async () => {
    const lines = { dev: { branch: 'develop', environments: ['dev'] } };
    const world = ailing({ statuses: new Map(), headers: new Map() });
    const settings = projectSettings({ route: ['dev', 'gone'] });
    world.settings.set('PAY', {
      ...settings,
      lines: { dev: { ...lines.dev, rejectedStatuses: [], approvedStatuses: [] } },
    });
    openSettings(world);
    await openDoctor();

    await userEvent.click(await screen.findByRole('button', { name: 'Open the route: route[1]' }));

    expect(await screen.findByRole('heading', { name: 'Route' })).toHaveFocus();
  });

  it('finds nothing more after the repair is saved', async () => {
    const world = ailing();
    world.settings.set(
      'PAY',
      projectSettings({ repositories: [repositorySettings(API, { service: 'API', kind: 'app' })] }),
    );
    const header = world.headers.get(API);
    if (header) world.headers.set(API, { ...header, unmappedEnvironments: [] });
    openSettings(world);
    await openDoctor();
    await screen.findByText('1 hint.');

    await userEvent.click(screen.getByRole('tab', { name: 'Settings' }));
    await fill(await screen.findByLabelText('Owner of acme/api'), 'Team Blue');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved\./);
    await userEvent.click(screen.getByRole('tab', { name: 'Doctor' }));

    expect(
      await screen.findByText(/^Every repository is covered|Nothing to repair\.$/, {
        selector: 'strong',
      }),
    ).toBeVisible();
  });

  it('says that the route fits what was read, beside nothing to repair', async () => {
    const finding = {
      code: 'route-agrees',
      severity: 'hint',
      subject: 'PAY',
      message: 'Branches agree with the route.',
      action: 'Nothing.',
      confidence: 'likely',
      links: [],
      place: { part: 'route', repository: null },
      count: 1,
    };
    openSettings(ailing(), { answers: { getDoctor: () => ({ ok: true, value: [finding] }) } });
    await openDoctor();

    expect(await screen.findByText('Branches agree with the route. Likely.')).toBeVisible();
    expect(screen.getByText('Nothing to repair.', { selector: 'strong' })).toBeVisible();
  });

  it('shows the first ten of many and counts all', async () => {
    const repositories = Array.from({ length: 900 }, (_, index) =>
      repositorySettings(`github:acme/r${String(index).padStart(3, '0')}`, {
        service: 'S',
        kind: 'app',
      }),
    );
    const statuses = Object.fromEntries(
      repositories.map(({ id }) => [id, repositoryStatus({ repository: id })]),
    );
    openSettings(
      ailing({
        settings: new Map([['PAY', projectSettings({ repositories })]]),
        statuses: new Map([['PAY:0', statuses]]),
        headers: new Map(),
      }),
    );
    await openDoctor();

    expect(await screen.findByRole('heading', { name: 'Hints (901)' })).toBeInTheDocument();
    const hints = screen.getByRole('region', { name: 'Hints (901)' });
    expect(within(hints).getAllByRole('listitem')).toHaveLength(10);

    await userEvent.click(within(hints).getByRole('button', { name: 'Show all 52 hints' }));

    expect(within(hints).getByText('There are 850 more findings of this kind.')).toBeVisible();
  });

  it('says why it could not look, and looks again', async () => {
    const message = 'Forge storage does not answer. Try again in a few minutes.';
    const refusals = [{ ok: false, error: { code: 'unavailable', message } }];
    openSettings(ailing(), { answers: { getDoctor: () => refusals.pop() } });
    await openDoctor();

    expect(await screen.findByText(message)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('1 problem, 1 warning, 1 hint.')).toBeVisible();
  });

  it('looks again when asked', async () => {
    const world = ailing();
    openSettings(world);
    await openDoctor();
    await screen.findByText('1 problem, 1 warning, 1 hint.');
    world.connections.clear();

    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));

    expect(await screen.findByText('2 problems, 1 warning, 1 hint.')).toBeVisible();
  });
});
