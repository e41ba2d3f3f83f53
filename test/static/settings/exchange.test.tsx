import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { withLines } from '../../support/convoy-file';
import { createWorld, type World } from '../../support/in-memory-ports';
import { openSettings } from '../../support/open-settings';
import { projectSettings } from '../../support/settings';

const WRONG = withLines('    repositores: []').replace('[dev, prod]', '[dev, prd]');
const RIGHT = withLines('    repositories: [{ id: github:acme/api }]');

async function openFiles(): Promise<void> {
  await userEvent.click(await screen.findByRole('tab', { name: 'Import and export' }));
  await screen.findByRole('heading', { name: 'Import' });
}

async function paste(text: string): Promise<HTMLTextAreaElement> {
  const file = screen.getByLabelText<HTMLTextAreaElement>('File');
  await userEvent.clear(file);
  await userEvent.click(file);
  await userEvent.paste(text);
  return file;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('import', () => {
  it('lists problems that lead to their lines; corrected, it says what would change, then saves', async () => {
    const world = createWorld();
    openSettings(world);
    await openFiles();

    const file = await paste(WRONG);
    await press('Check');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Line 8: projects.PAY.repositores is not a field');
    expect(alert).toHaveTextContent('did you mean repositories?');
    await userEvent.click(within(alert).getByRole('button', { name: 'Line 4' }));
    expect(file).toHaveFocus();
    expect(file.value.slice(file.selectionStart, file.selectionEnd)).toBe('    route: [dev, prd]');

    await paste(RIGHT);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await press('Check');
    expect(await screen.findByText('PAY is new: dev → prod, 1 repository.')).toBeInTheDocument();
    expect(world.settings.size).toBe(0);

    await press('Import');
    expect(
      await screen.findByText('1 project saved: PAY. 1 repository is being read.'),
    ).toBeInTheDocument();
    expect(world.settings.get('PAY')?.route).toEqual(['dev', 'prod']);
    expect(screen.getByRole('checkbox', { name: 'Payments (PAY)' })).toBeInTheDocument();
  });

  it('takes what would change back when the file is changed after the check', async () => {
    openSettings(createWorld());
    await openFiles();

    const file = await paste(RIGHT);
    await press('Check');
    await screen.findByRole('button', { name: 'Import' });
    await userEvent.type(file, '#');

    expect(screen.queryByRole('button', { name: 'Import' })).not.toBeInTheDocument();
  });
});

describe('export', () => {
  const configured = (): World => createWorld({ settings: new Map([['PAY', projectSettings()]]) });

  it('says that there is nothing to export yet', async () => {
    openSettings(createWorld());
    await openFiles();

    expect(screen.getByText('Nothing to export yet.')).toBeInTheDocument();
  });

  it('writes chosen projects as one file, to download or copy', async () => {
    openSettings(configured());
    const user = userEvent.setup();
    await openFiles();

    await user.click(screen.getByRole('checkbox', { name: 'Payments (PAY)' }));
    await user.click(screen.getByRole('button', { name: 'Export 1 project as convoy.yaml' }));
    const text = await screen.findByLabelText<HTMLTextAreaElement>('convoy.yaml');
    expect(text.value).toContain('id: github:acme/payments-api');

    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(text.value);
  });

  it('downloads under the name that an import expects', async () => {
    const downloads: { name: string; href: string }[] = [];
    URL.createObjectURL = () => 'blob:convoy';
    URL.revokeObjectURL = () => undefined;
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      downloads.push({ name: event.target.download, href: event.target.href });
    });
    openSettings(configured());
    await openFiles();

    await press('Choose all');
    await press('Export 1 project as convoy.yaml');
    await screen.findByLabelText('convoy.yaml');
    await press('Download convoy.yaml');

    await waitFor(() => {
      expect(downloads).toEqual([{ name: 'convoy.yaml', href: 'blob:convoy' }]);
    });
  });
});
