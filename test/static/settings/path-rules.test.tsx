import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RepositorySettings } from '../../../src/domain/settings/project-settings';
import { byId, connection } from '../../support/connections';
import { fill } from '../../support/fill';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings, type Asked } from '../../support/open-settings';
import { projectSettings, repositorySettings } from '../../support/settings';

const API = 'github:acme/api';
const MIGRATION = { paths: ['db/**', '**/*.{sql,ddl}'], text: 'Run the migration', owner: 'DBA' };
const CACHE = { paths: ['cache/**'], text: 'Clear the cache', owner: null };

const worldWith = (more: Partial<RepositorySettings>): World =>
  createWorld({
    settings: new Map([
      ['PAY', projectSettings({ repositories: [repositorySettings(API, more)] })],
    ]),
    connections: byId(connection()),
    hosts: new Map([['https://api.github.com', { repositories: [{ path: 'acme/api' }] }]]),
  });

let asked: Asked;

async function openRepository(world: World): Promise<HTMLElement> {
  asked = openSettings(world);
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Edit acme/api' }));
  return screen.findByRole('dialog', { name: /acme\/api/ });
}

async function save(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
}

const saved = (world: World) => world.settings.get('PAY')?.repositories[0];

describe('manual steps of a repository', () => {
  it('are added, and saved with the project', async () => {
    const world = worldWith({});
    const form = within(await openRepository(world));

    await userEvent.click(form.getByRole('button', { name: 'Add manual step' }));
    await userEvent.type(
      form.getByLabelText('Files, one per line of manual step 1'),
      'db/**{enter}**/*.sql',
    );
    await fill(form.getByLabelText('What to do of manual step 1'), 'Run the migration');
    await fill(form.getByLabelText('Who does it of manual step 1'), 'DBA');
    await save();
    await screen.findByText(/^Saved\./);

    expect(saved(world)?.manualSteps).toEqual([
      { paths: ['db/**', '**/*.sql'], text: 'Run the migration', owner: 'DBA' },
    ]);
  });

  it('leave the others as they are when one is removed', async () => {
    const world = worldWith({ manualSteps: [MIGRATION, CACHE] });
    const form = within(await openRepository(world));

    await userEvent.click(form.getByRole('button', { name: 'Remove manual step 1' }));

    expect(form.getByLabelText('Files, one per line of manual step 1')).toHaveValue('cache/**');
    await save();
    await screen.findByText(/^Saved\./);
    expect(saved(world)?.manualSteps).toEqual([CACHE]);
  });

  it('keep patterns with commas in one piece', async () => {
    const world = worldWith({ manualSteps: [MIGRATION] });
    const form = within(await openRepository(world));

    await fill(form.getByLabelText('What to do of manual step 1'), ' first');
    await save();
    await screen.findByText(/^Saved\./);

    expect(saved(world)?.manualSteps).toEqual([{ ...MIGRATION, text: 'Run the migration first' }]);
  });

  it('say at the field what is wrong', async () => {
    const world = worldWith({});
    const form = within(await openRepository(world));
    await userEvent.click(form.getByRole('button', { name: 'Add manual step' }));
    await fill(form.getByLabelText('What to do of manual step 1'), 'Run it');

    await save();
    await screen.findByText('Nothing was saved');
    await userEvent.click(screen.getByRole('button', { name: 'Edit acme/api' }));

    expect(
      await screen.findByLabelText('Files, one per line of manual step 1'),
    ).toHaveAccessibleDescription(/\S/);
    expect(saved(world)?.manualSteps).toEqual([]);
  });
});

describe('risk rules of a repository', () => {
  it('are changed, and keep what this form does not show', async () => {
    const rule = { paths: ['flows/**'], code: 'flows', level: 'manual-review' as const };
    const world = worldWith({ risks: [rule] });
    const form = within(await openRepository(world));

    await fill(form.getByLabelText('Code of the reason of risk rule 1'), '-model');
    await userEvent.click(form.getByRole('button', { name: 'Add risk rule' }));
    await fill(form.getByLabelText('Files, one per line of risk rule 2'), '*.mpr');
    await fill(form.getByLabelText('Code of the reason of risk rule 2'), 'mendix-model');
    await save();
    await waitFor(() => {
      expect(asked.calls.map(({ functionKey }) => functionKey)).toContain('saveSettings');
    });

    const sent = asked.calls.find(({ functionKey }) => functionKey === 'saveSettings');
    expect(sent?.payload).toMatchObject({
      settings: {
        repositories: [
          {
            risks: [
              { paths: ['flows/**'], code: 'flows-model', level: 'manual-review' },
              { paths: ['*.mpr'], code: 'mendix-model' },
            ],
          },
        ],
      },
    });
  });
});
