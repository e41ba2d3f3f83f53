import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProjectSettings } from '../../../src/domain/settings/project-settings';
import { fill } from '../../support/fill';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

const worldWith = (more: Partial<ProjectSettings>): World =>
  createWorld({
    settings: new Map([['PAY', projectSettings(more)]]),
    projectRoles: ['Administrators', 'QA'],
  });

async function openReleases(world: World) {
  openSettings(world);
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  return within(await screen.findByRole('region', { name: 'Releases' }));
}

async function save(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/^Saved\./);
}

type Form = Awaited<ReturnType<typeof openReleases>>;

async function addPerson(form: Form, of: string, accountId: string) {
  await userEvent.click(form.getByLabelText(`Find people ${of}`));
  await userEvent.paste(accountId);
  await userEvent.keyboard('{Enter}');
  const add = { name: `Add “${accountId}” as an account id` };
  await userEvent.click(await form.findByRole('button', add));
}

const saved = (world: World): Partial<ProjectSettings> => world.settings.get('PAY') ?? {};

describe('roles that sign off', () => {
  it('are added with accounts, and say what Jira knows of them', async () => {
    const world = worldWith({ signOffs: [{ role: 'QA' }] });
    const form = await openReleases(world);
    expect(form.queryByText(/^Jira has no such project role/)).not.toBeInTheDocument();

    await userEvent.click(form.getByRole('button', { name: 'Add role' }));
    await fill(form.getByLabelText('Role of sign-off 2'), 'Client');
    expect(
      form.getByText('Jira has no such project role: anybody who may see the project may sign.'),
    ).toBeVisible();
    await addPerson(form, 'of sign-off 2', 'cleo');
    await addPerson(form, 'of sign-off 2', 'cy');
    expect(
      form.getByText('Jira has no such project role: only these people may sign.'),
    ).toBeVisible();
    await save();

    expect(saved(world).signOffs).toEqual([
      { role: 'QA' },
      { role: 'Client', accountIds: ['cleo', 'cy'] },
    ]);
  });

  it('leave the others as they are when one is removed', async () => {
    const world = worldWith({
      signOffs: [{ role: 'QA' }, { role: 'Client', accountIds: ['cleo'] }],
    });
    const form = await openReleases(world);

    await userEvent.click(form.getByRole('button', { name: 'Remove QA' }));

    expect(form.getByRole('list', { name: 'People of sign-off 1' })).toHaveTextContent('cleo');
    await save();
    expect(saved(world).signOffs).toEqual([{ role: 'Client', accountIds: ['cleo'] }]);
  });

  it('need a name', async () => {
    const form = await openReleases(worldWith({}));

    await userEvent.click(form.getByRole('button', { name: 'Add role' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await screen.findByText('Nothing was saved');
    expect(form.getByLabelText('Role of sign-off 1')).toBeInvalid();
  });
});

describe('who decides for a release', () => {
  it('is named by project role and person', async () => {
    const world = worldWith({});
    const form = await openReleases(world);
    expect(form.getByText(/^Nobody is named/)).toBeVisible();

    await fill(
      form.getByLabelText('Jira project roles that decide for a release'),
      'Release manager',
    );
    await addPerson(form, 'who decide for a release', 'rita');
    await save();

    expect(saved(world).releaseManagers).toEqual({
      roles: ['Release manager'],
      accountIds: ['rita'],
    });
  });
});

describe('gates', () => {
  it('become signals, get a severity and an owner', async () => {
    const world = worldWith({});
    const form = await openReleases(world);

    await userEvent.selectOptions(form.getByLabelText('It is of the gate Checks'), 'a signal');
    await userEvent.selectOptions(form.getByLabelText('Severity of the gate Checks'), 'minor');
    await fill(form.getByLabelText('Owner of the gate Manual steps'), 'DBA');
    await save();

    expect(saved(world).gates).toEqual({
      checks: { required: false, severity: 'minor' },
      'manual-steps': { owner: 'DBA' },
    });
  });

  it('go back to what is usual', async () => {
    const gate = { required: false, severity: 'minor', owner: 'Team Blue' } as const;
    const world = worldWith({ gates: { checks: gate, freeze: { owner: 'Rita' } } });
    const form = await openReleases(world);

    await userEvent.selectOptions(form.getByLabelText('It is of the gate Checks'), 'required');
    await userEvent.selectOptions(form.getByLabelText('Severity of the gate Checks'), 'as usual');
    await userEvent.clear(form.getByLabelText('Owner of the gate Checks'));
    await save();

    expect(saved(world).gates).toEqual({ freeze: { owner: 'Rita' } });
  });

  it.each(['Scope', 'Evidence'])('keep %s required', async (name) => {
    const form = await openReleases(worldWith({}));

    expect(form.getByLabelText(`It is of the gate ${name}`)).toBeDisabled();
  });
});

describe('snapshots that are kept', () => {
  it('are counted', async () => {
    const world = worldWith({});
    const form = await openReleases(world);
    const field = form.getByLabelText('Snapshots kept of each release');
    expect(field).toHaveValue(50);

    await userEvent.clear(field);
    await userEvent.type(field, '7');
    await save();

    expect(saved(world).snapshots).toEqual({ keep: 7 });
  });

  it.each([
    { typed: '0', says: 'Must keep at least one snapshot.' },
    { typed: '501', says: 'Must keep at most 500 snapshots.' },
    { typed: '', says: 'Must be a whole number of snapshots.' },
  ])('are refused as “$typed”', async ({ typed, says }) => {
    const form = await openReleases(worldWith({}));
    const field = form.getByLabelText('Snapshots kept of each release');

    await userEvent.clear(field);
    if (typed !== '') await userEvent.type(field, typed);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await form.findByText(says)).toBeVisible();
  });
});
