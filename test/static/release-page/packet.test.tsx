import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { releaseExport } from '../../../src/api/release-export';
import type { PacketTree } from '../../../static/release-page/src/export-queries';
import { PacketDocument } from '../../../static/release-page/src/packet-document';
import { ATTACKS } from '../../support/attacks';
import { fullInput, manifestOf } from '../../support/manifest';
import { openWorld } from '../../support/open-world';
import { createReleaseWorld } from '../../support/release-world';

configure({ asyncUtilTimeout: 10_000 });

const never = new Promise<never>(() => undefined);
const down = { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } };
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

describe('the packet that is printed', () => {
  it('opens from the export menu, for whom was chosen, and leads back', async () => {
    const user = userEvent.setup();
    const { address } = await openWorld(createReleaseWorld());
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'For whom' }), 'QA');

    await user.click(screen.getByRole('button', { name: 'Print' }));

    expect(await heading('2026.05: NO-SHIP')).toBeVisible();
    expect(await heading('To test')).toBeVisible();
    expect(address()).toBe('?print=qa');
    await user.click(screen.getByRole('button', { name: 'Back to the release' }));
    expect(await screen.findByRole('region', { name: 'Decision' })).toBeVisible();
    expect(address()).toBe('');
  });

  it('says in each packet which state it is of', async () => {
    await openWorld(createReleaseWorld(), { search: '?print=client' });

    expect(await heading('To confirm')).toBeVisible();
    expect(screen.getByText(/^State [0-9a-f]{12}, as of 2026-/)).toBeVisible();
  });

  it('draws boxes to tick, and heads of tables', async () => {
    await openWorld(createReleaseWorld(), { search: '?print=releaseManager' });
    await heading('Gates');

    expect(screen.getAllByRole('img', { name: 'open' }).length).toBeGreaterThan(0);
    const [gates] = screen
      .getAllByRole('table')
      .filter((one) => one.textContent.includes('What it says'));
    expect(within(gates ?? document.body).getAllByRole('columnheader')).toHaveLength(6);
  });

  it('is printed by the browser', async () => {
    const user = userEvent.setup();
    let printed = 0;
    window.print = () => {
      printed += 1;
    };
    await openWorld(createReleaseWorld(), { search: '?print=everybody' });
    await heading('Changes');

    await user.click(screen.getByRole('button', { name: 'Print' }));

    expect(printed).toBe(1);
  });

  it('changes with whom it is for', async () => {
    const user = userEvent.setup();
    const { address } = await openWorld(createReleaseWorld(), { search: '?print=qa' });
    await heading('To test');

    await user.selectOptions(screen.getByRole('combobox', { name: 'For whom' }), 'Client');

    expect(await heading('To confirm')).toBeVisible();
    expect(address()).toBe('?print=client');
  });

  it('waits, and prints nothing meanwhile', async () => {
    await openWorld(createReleaseWorld(), {
      search: '?print=qa',
      answers: { exportRelease: () => never },
    });

    expect(await screen.findByText('Looking up the packet…')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
  });

  it('says what failed', async () => {
    await openWorld(createReleaseWorld(), {
      search: '?print=qa',
      answers: { exportRelease: () => down },
    });

    expect(await screen.findByText('Storage is down.')).toBeVisible();
  });
});

const treeOf = (text: string): PacketTree =>
  JSON.parse(releaseExport(manifestOf(fullInput(text)), { format: 'mdast' }).text) as PacketTree;

describe('a text from outside in the packet', () => {
  it.each(ATTACKS)('stays a text: $text', ({ text }) => {
    const { container } = render(<PacketDocument tree={treeOf(text)} />);

    const names = new Set(
      Array.from(container.querySelectorAll('*'), ({ localName }) => localName),
    );
    expect([...names].sort()).toEqual(
      expect.not.arrayContaining(['script', 'img', 'iframe', 'style', 'object']),
    );
    const hrefs = Array.from(container.querySelectorAll('a'), (link) => link.getAttribute('href'));
    expect(hrefs.filter((href) => !(href ?? '').startsWith('https://'))).toEqual([]);
  });

  it('that names another address than the web is no link', () => {
    const link = { type: 'link', url: 'javascript:alert(1)', children: [] };
    const tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [link, { type: 'html', value: '<img src=x>' }] }],
    };

    const { container } = render(<PacketDocument tree={tree as unknown as PacketTree} />);

    expect(container.querySelector('a, img')).toBeNull();
  });
});
