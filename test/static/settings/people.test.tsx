import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProjectSettings } from '../../../src/domain/settings/project-settings';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

const PEOPLE = [
  { accountId: '5b10-rita', displayName: 'Rita Novak' },
  { accountId: '5b10-rosa', displayName: 'Rosa Diaz' },
];
const NAME = 'Find people who decide for a release';

const worldWith = (accountIds: string[]): World =>
  createWorld({
    people: PEOPLE,
    settings: new Map([['PAY', projectSettings({ releaseManagers: { roles: [], accountIds } })]]),
  });

async function openPeople(world: World, answers: Parameters<typeof openSettings>[1] = {}) {
  openSettings(world, answers);
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  const releases = await screen.findByRole('region', { name: 'Releases' });
  return within(within(releases).getByRole('group', { name: 'Who decides for a release' }));
}

type Form = Awaited<ReturnType<typeof openPeople>>;

const find = async (form: Form, words: string): Promise<void> => {
  await userEvent.click(form.getByLabelText(NAME));
  await userEvent.paste(words);
  await userEvent.keyboard('{Enter}');
};

const managersOf = (world: World): ProjectSettings['releaseManagers'] | undefined =>
  world.settings.get('PAY')?.releaseManagers;

describe('people in settings', () => {
  it('are found by name and kept by account', async () => {
    const world = worldWith([]);
    const form = await openPeople(world);

    await find(form, 'R');
    expect(await form.findByText('2 found.')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Add Rita Novak' }));

    expect(form.getByLabelText(NAME)).toHaveFocus();
    expect(form.getByLabelText(NAME)).toHaveValue('');
    const named = await form.findByRole('list', { name: 'People who decide for a release' });
    expect(await within(named).findByText('Rita Novak')).toBeVisible();
    await find(form, 'Rita');
    expect(await form.findByText('All that were found are named already.')).toBeVisible();
    expect(form.queryByRole('button', { name: /^Add / })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved\./);
    expect(managersOf(world)).toEqual({ roles: [], accountIds: ['5b10-rita'] });
  });

  it('are shown by name, and by id where Jira has none', async () => {
    const form = await openPeople(worldWith(['5b10-rosa', '5b10-gone']));

    expect(await form.findByText('Rosa Diaz')).toBeVisible();
    expect(form.getByText('5b10-gone')).toBeVisible();
  });

  it('are taken out again', async () => {
    const form = await openPeople(worldWith(['5b10-rosa', '5b10-rita']));

    await userEvent.click(
      await form.findByRole('button', { name: 'Remove Rosa Diaz who decide for a release' }),
    );

    expect(form.queryByText('Rosa Diaz')).not.toBeInTheDocument();
    expect(await form.findByText('Rita Novak')).toBeVisible();
  });

  it('may be named by an account id that nobody finds', async () => {
    const form = await openPeople(worldWith([]));

    await find(form, '5b10-new');
    expect(await form.findByText(/^Jira shows you nobody whose name/)).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Add “5b10-new” as an account id' }));

    expect(form.getByText('5b10-new')).toBeVisible();
  });

  it('say when Jira cannot be asked, and can be named all the same', async () => {
    const refused = { code: 'unavailable', message: 'Jira did not answer. Try again.' };
    const answers = { findPeople: () => ({ ok: false, error: refused }) };
    const form = await openPeople(worldWith([]), { answers });

    await find(form, 'Rita');

    expect(
      await form.findByText('Nobody could be looked up: Jira did not answer. Try again.'),
    ).toBeVisible();
    expect(form.getByRole('button', { name: 'Add “Rita” as an account id' })).toBeVisible();
  });
});
