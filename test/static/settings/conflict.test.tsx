import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Opens PAY, moves line test up; meanwhile somebody else takes line dev out. */
async function saveTooLate(): Promise<World> {
  const world = createWorld({ settings: new Map([['PAY', projectSettings()]]) });
  openSettings(world);
  await userEvent.click(await screen.findByRole('tab', { name: 'Projects' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Payments (PAY)' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Move test up' }));
  world.settings.set('PAY', projectSettings({ route: ['test', 'prod'] }));
  await userEvent.click(button('Save'));
  await screen.findByText('Somebody else saved these settings');
  return world;
}

describe('settings that somebody else saved meanwhile', () => {
  it('are not overwritten, and the draft stays', async () => {
    const world = await saveTooLate();

    expect(screen.getByText(/Nothing was saved: somebody else has changed/)).toBeInTheDocument();
    expect(screen.getByText('Not saved yet: route.')).toBeInTheDocument();
    expect(world.settings.get('PAY')?.route).toEqual(['test', 'prod']);
    expect(world.queued).toEqual([]);
  });

  it('are loaded on demand; the own changes stay as text until they are not needed', async () => {
    await saveTooLate();

    await userEvent.click(button('Load the newer settings'));

    const kept = await screen.findByLabelText<HTMLTextAreaElement>(
      'Your changes that were not saved',
      { selector: 'textarea' },
    );
    expect(JSON.parse(kept.value)).toEqual({ route: ['test', 'dev', 'prod'] });
    expect(kept).toHaveAttribute('readonly');
    expect(screen.getByText('No unsaved changes.')).toBeInTheDocument();
    expect(
      screen.getAllByLabelText<HTMLInputElement>(/^Name of line/).map(({ value }) => value),
    ).toEqual(['test', 'prod']);

    await userEvent.click(button('I am done with these'));

    expect(kept).not.toBeInTheDocument();
  });

  it('are changed from there, and saved', async () => {
    const world = await saveTooLate();
    await userEvent.click(button('Load the newer settings'));
    await screen.findByText('No unsaved changes.');

    await userEvent.click(button('Move prod up'));
    await userEvent.click(button('Save'));

    expect(await screen.findByText(/^Saved\./)).toBeInTheDocument();
    expect(world.settings.get('PAY')?.route).toEqual(['prod', 'test']);
  });
});
