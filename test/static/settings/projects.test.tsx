import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RepositoryStatus } from '../../../src/domain/evidence/repository-status';
import { byId, connection } from '../../support/connections';
import { fill } from '../../support/fill';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings, repositorySettings } from '../../support/settings';

const API = 'github:acme/payments-api';
const GITHUB = 'https://api.github.com';
const BRANCHES = ['develop', 'main', 'release/test'];

const configured = (more: Partial<World> = {}): World =>
  createWorld({
    settings: new Map([['PAY', projectSettings()]]),
    connections: byId(connection()),
    hosts: new Map([
      [GITHUB, { repositories: [{ path: 'acme/payments-api', branches: BRANCHES }] }],
    ]),
    ...more,
  });

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const lineNames = (): string[] =>
  screen.getAllByLabelText<HTMLInputElement>(/^Name of line/).map(({ value }) => value);

async function openProjects(): Promise<void> {
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
}

async function openProject(name = 'Payments (PAY)'): Promise<void> {
  await openProjects();
  await userEvent.click(await screen.findByRole('button', { name }));
  await screen.findByRole('heading', { name: 'Route' });
}

describe('the list of projects', () => {
  it('says which are set up, and finds by name or key', async () => {
    openSettings(configured());
    await openProjects();

    expect(await screen.findByText('1 repository')).toBeInTheDocument();
    expect(screen.getByText('not set up')).toBeInTheDocument();

    await userEvent.type(screen.getByLabelText('Find a project'), 'web');

    expect(button('Web shop (WEB)')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Payments (PAY)' })).not.toBeInTheDocument();
    expect(screen.getByText('1 project of 2')).toBeInTheDocument();
  });

  it('says that there is none', async () => {
    openSettings(configured({ projects: [] }));
    await openProjects();

    expect(await screen.findByText(/has no project that you may browse/)).toBeInTheDocument();
  });

  it('says why it failed', async () => {
    const reply = { ok: false, error: { code: 'unavailable', message: 'Jira does not answer.' } };
    openSettings(configured(), { answers: { listProjects: () => reply } });
    await openProjects();

    expect(await screen.findByText('Jira does not answer.')).toBeInTheDocument();
  });
});

describe('the route', () => {
  it('is reordered by keyboard, keeps focus, says what moved, and is saved in its new order', async () => {
    const world = configured();
    openSettings(world);
    await openProject();

    button('Move test up').focus();
    await userEvent.keyboard('{Enter}');

    expect(lineNames()).toEqual(['test', 'dev', 'prod']);
    expect(button('Move test up')).toHaveFocus();
    expect(screen.getByText('test is now line 1 of 3')).toBeInTheDocument();
    expect(screen.getByText('Not saved yet: route.')).toBeInTheDocument();

    await userEvent.click(button('Save'));

    expect(await screen.findByText('Saved. 1 repository is being read.')).toBeInTheDocument();
    expect(world.settings.get('PAY')?.route).toEqual(['test', 'dev', 'prod']);
  });

  it('gets lines by hand, and loses them', async () => {
    const world = configured();
    openSettings(world);
    await openProject();

    await userEvent.click(button('Add line'));
    expect(screen.getByLabelText('Name of line 4')).toHaveFocus();
    await userEvent.keyboard('uat');
    await fill(screen.getByLabelText('Branch of uat'), 'release/uat');
    await userEvent.type(screen.getByLabelText('Environments of uat'), 'uat-eu, uat-us');
    await fill(screen.getByLabelText('Statuses that reject in uat'), 'UAT failed');
    await userEvent.click(button('Remove dev'));
    await userEvent.click(button('Save'));

    await screen.findByText(/^Saved\./);
    expect(world.settings.get('PAY')).toMatchObject({
      route: ['test', 'prod', 'uat'],
      lines: {
        uat: {
          branch: 'release/uat',
          environments: ['uat-eu', 'uat-us'],
          rejectedStatuses: ['UAT failed'],
        },
      },
    });
  });

  it('shows what is wrong at its field and in a list that leads there; nothing is saved', async () => {
    const world = configured();
    openSettings(world);
    await openProject();

    const branch = screen.getByLabelText('Branch of dev');
    await userEvent.clear(branch);
    await fill(branch, 'my branch');
    await userEvent.click(button('Save'));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was saved');
    expect(screen.getByLabelText('Branch of dev')).toHaveAccessibleDescription(
      'Must be the name of one branch, such as release/test.',
    );
    await userEvent.click(within(alert).getByRole('button', { name: 'lines.dev.branch' }));
    expect(screen.getByLabelText('Branch of dev')).toHaveFocus();
    expect(world.settings.get('PAY')?.lines.dev?.branch).toBe('develop');
  });

  it('is suggested from branches, with how sure that is and why', async () => {
    const repositories = [repositorySettings(API)];
    const bare = projectSettings({ projectKey: 'WEB', route: ['test'], repositories });
    openSettings(configured({ settings: new Map([['WEB', bare]]) }));
    await openProject('Web shop (WEB)');

    await userEvent.click(button('Suggest from branches…'));

    expect(
      await screen.findByText('Almost certain: the branch that the project names.'),
    ).toBeInTheDocument();
    await userEvent.click(button('Use these lines'));
    expect(screen.getByLabelText('Branch of test')).toHaveValue('release/test');
  });
});

describe('unsaved changes', () => {
  it('stay and are named while one looks elsewhere, until they are discarded', async () => {
    openSettings(configured());
    await openProject();
    await userEvent.type(screen.getByLabelText(/^Jira project roles/), 'QA, Legal');
    await fill(screen.getByLabelText('Service of acme/payments-api'), 'Payments');

    await userEvent.click(button('← All projects'));
    expect(screen.getByText('unsaved changes')).toBeInTheDocument();
    expect(button('Payments (PAY)')).toHaveFocus();
    await userEvent.click(screen.getByRole('tab', { name: 'Connections' }));
    await openProject();

    expect(
      screen.getByText('Not saved yet: repositories (1 changed), release managers.'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/^Jira project roles/)).toHaveValue('QA, Legal');

    await userEvent.click(button('Discard changes'));

    expect(screen.getByText('No unsaved changes.')).toBeInTheDocument();
    expect(screen.getByLabelText(/^Jira project roles/)).toHaveValue('');
    expect(screen.getByLabelText('Service of acme/payments-api')).toHaveValue('');
  });
});

describe('a project that is not set up', () => {
  it('says where to begin', async () => {
    openSettings(configured());
    await openProject('Web shop (WEB)');

    expect(screen.getByText('No line yet.')).toBeInTheDocument();
    expect(screen.getByText('No repository yet.')).toBeInTheDocument();
    expect(screen.getByLabelText('Trailers that name an issue')).toHaveValue(
      'Issue, Jira, Fixes, Closes, Refs, Task-number',
    );
  });
});

describe('repositories', () => {
  const many = Array.from({ length: 900 }, (_, index) => ({
    path: `acme/${index % 100 === 7 ? 'ledger' : 'service'}-${index}`,
    isArchived: index === 107,
  }));

  it('are picked among 900 by a filter, with an owner for all', async () => {
    const hosts = new Map([[GITHUB, { repositories: many, pageSize: 100 }]]);
    const world = configured({ hosts });
    openSettings(world);
    await openProject();

    await userEvent.click(button('Add repositories…'));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('899 of 900 repositories')).toBeInTheDocument();
    expect(within(dialog).getByText('1–20 of 899')).toBeInTheDocument();

    await userEvent.click(within(dialog).getByRole('button', { name: 'Next' }));
    await userEvent.click(within(dialog).getByLabelText('acme/service-30'));
    await fill(within(dialog).getByLabelText('Find by name'), 'led acme');
    expect(within(dialog).getByText('8 of 900 repositories, 1 chosen')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Choose all 8 found' }));
    await fill(within(dialog).getByLabelText(/^Owner of all/), 'Team Ledger');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add 9 repositories' }));

    expect(screen.getByText('Not saved yet: repositories (9 added).')).toBeInTheDocument();
    await userEvent.click(button('Save'));
    await screen.findByText(/^Saved\./);
    const saved = world.settings.get('PAY')?.repositories ?? [];
    expect(saved).toHaveLength(10);
    expect(saved.filter(({ owner }) => owner === 'Team Ledger')).toHaveLength(9);
  });

  it('that could not all be listed are shown as far as they came, with the reason', async () => {
    const page = { ok: true, value: { repositories: [], next: '2' } };
    const message = 'GitHub takes no more calls. Try again in 5 minutes.';
    const replies = [{ ok: false, error: { code: 'rate-limited', message } }, page];
    openSettings(configured(), { answers: { listHostRepositories: () => replies.pop() } });
    await openProject();

    await userEvent.click(button('Add repositories…'));

    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(screen.queryByText('This connection sees no repository.')).not.toBeInTheDocument();
  });

  it('that a connection does not see are said to be none, with what to do', async () => {
    openSettings(configured({ hosts: new Map([[GITHUB, { repositories: [] }]]) }));
    await openProject();

    await userEvent.click(button('Add repositories…'));

    expect(await screen.findByText('This connection sees no repository.')).toBeInTheDocument();
  });

  it('take another branch on one line, offered with how sure that is and why', async () => {
    const hosts = new Map([
      [GITHUB, { repositories: [{ path: 'acme/payments-api', branches: ['qa', 'main'] }] }],
    ]);
    const world = configured({ hosts });
    openSettings(world);
    await openProject();

    await userEvent.click(button('Edit acme/payments-api'));
    expect(
      await screen.findByText(/Likely: qa, qa is a usual name for test\./),
    ).toBeInTheDocument();
    await userEvent.click(button('Use qa'));
    await fill(screen.getByLabelText('Notes'), 'Deploy after the schema.');
    await userEvent.click(button('Done'));
    await userEvent.click(button('Save'));

    await screen.findByText(/^Saved\./);
    expect(world.settings.get('PAY')?.repositories[0]).toMatchObject({
      lines: { test: { branch: 'qa' } },
      notes: ['Deploy after the schema.'],
    });
  });

  it('show how fresh their evidence is, what is missing, and are read again on demand', async () => {
    const status: RepositoryStatus = {
      repository: API,
      url: null,
      asOf: '2026-05-04T08:57:00Z',
      branches: {},
      environments: [],
      deployments: 'unknown',
      gaps: [{ repository: API, what: 'deployments', why: 'GitHub answered 403' }],
      progress: null,
      renamedTo: null,
      revision: null,
      baselines: {},
      form: 3,
    };
    const world = configured({ statuses: new Map([['PAY:0', { [API]: status }]]) });
    openSettings(world);
    await openProject();

    expect(screen.getByText('1 of 1 repository has been read.')).toBeInTheDocument();
    expect(screen.getByText('3 minutes ago')).toBeInTheDocument();
    expect(screen.getByText('GitHub answered 403')).toBeInTheDocument();

    await userEvent.click(button('Refresh'));

    expect(await screen.findByText('waiting its turn')).toBeInTheDocument();
    expect(world.queued).toEqual([API]);
  });
});
