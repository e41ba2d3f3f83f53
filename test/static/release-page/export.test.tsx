import { configure, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { openWorld } from '../../support/open-world';
import { createReleasePorts, createReleaseWorld, SPRING } from '../../support/release-world';
import type { IssueWriter } from '../../../src/ports/issue-writer';

// What is loaded when the menu is first opened takes its time here.
configure({ asyncUtilTimeout: 10_000 });

const never = new Promise<never>(() => undefined);
const down = { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } };

/** What the page handed to the browser as files, by name. */
const downloads = new Map<string, Promise<string>>();
const readText = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.readAsText(blob);
  });

beforeEach(() => {
  downloads.clear();
  let last: Blob = new Blob();
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function () {
    downloads.set(this.download, readText(last));
  };
});

const openMenu = async (user: UserEvent): Promise<HTMLElement> => {
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  return screen.findByRole('region', { name: 'Export' });
};
const press = async (user: UserEvent, name: string): Promise<void> => {
  await user.click(await screen.findByRole('button', { name }));
};
const choose = (user: UserEvent, label: string, words: string): Promise<void> =>
  user.selectOptions(screen.getByRole('combobox', { name: label }), words);

describe('the export of a release', () => {
  it.each([
    ['Release packet (Markdown)', 'Client', 'release-2026-05-client.md', '# 2026.05\n'],
    ['Issues (CSV)', null, 'release-2026-05-issues.csv', 'PAY-1'],
    ['Checklists (CSV)', null, 'release-2026-05-checklists.csv', 'PAY-1'],
    ['Release notes (Markdown)', 'QA', 'release-2026-05-release-notes.md', '# Release notes'],
    ['Manifest (JSON)', null, 'release-2026-05-manifest.json', '"schemaVersion": 1'],
  ])('downloads %s for %s', async (what, whom, fileName, text) => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld());
    await openMenu(user);

    await choose(user, 'What', what);
    if (whom) await choose(user, 'For whom', whom);
    await press(user, 'Download');

    expect(await screen.findByText(`Downloaded ${fileName}.`)).toBeVisible();
    expect(await downloads.get(fileName)).toContain(text);
  });

  it('puts a file together that comes in parts', async () => {
    const user = userEvent.setup();
    const file = { fileName: 'a.md', mediaType: 'text/markdown', of: 3, hash: 'same' };
    await openWorld(createReleaseWorld(), {
      answers: {
        exportRelease: ({ part }: { part: number }) => ({
          ok: true,
          value: { ...file, part, text: `part ${part}\n` },
        }),
      },
    });
    await openMenu(user);

    await press(user, 'Download');

    await screen.findByText('Downloaded a.md.');
    expect(await downloads.get('a.md')).toBe('part 1\npart 2\npart 3\n');
  });

  it('asks again when the release changed between two parts, and gives up in the end', async () => {
    const user = userEvent.setup();
    const file = { fileName: 'a.md', mediaType: 'text/markdown', of: 2, text: '' };
    let asked = 0;
    await openWorld(createReleaseWorld(), {
      answers: {
        exportRelease: ({ part }: { part: number }) => {
          asked += 1;
          return { ok: true, value: { ...file, part, hash: `${asked}` } };
        },
      },
    });
    await openMenu(user);

    await press(user, 'Download');

    expect(await screen.findByText(/^The release changes while it is read/)).toBeVisible();
    expect(asked).toBe(4);
    expect(downloads.size).toBe(0);
  });

  it('copies', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld());
    await openMenu(user);

    await press(user, 'Copy');

    expect(await screen.findByText('Copied.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toContain('# 2026.05: NO-SHIP');
  });

  it('selects the text where the browser does not allow copying', async () => {
    const user = userEvent.setup();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await openWorld(createReleaseWorld());
    await openMenu(user);

    await press(user, 'Copy');

    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toContain('# 2026.05');
    expect(screen.getByText(/press Ctrl\+C/)).toBeVisible();
  });

  it('says what failed', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld(), { answers: { exportRelease: () => down } });
    await openMenu(user);

    await press(user, 'Download');

    expect(await screen.findByText('Storage is down.')).toBeVisible();
  });

  it('says that it is being written', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld(), { answers: { exportRelease: () => never } });
    await openMenu(user);

    await press(user, 'Download');

    expect(await screen.findByText('Writing it…')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeDisabled();
  });

  it('closes with Escape, and gives the focus back', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld());
    await openMenu(user);

    await user.keyboard('{Escape}');

    expect(screen.queryByRole('region', { name: 'Export' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Export' })).toHaveFocus();
  });
});

describe('attaching', () => {
  type Written = { place: string; text: string };
  const openWriting = async (): Promise<Written[]> => {
    const written: Written[] = [];
    const keep = (place: string, what: unknown): Promise<void> => {
      written.push({ place, text: JSON.stringify(what) });
      return Promise.resolve();
    };
    const writer: IssueWriter = {
      attachFile: keep,
      addComment: keep,
      getVersionDescription: () => Promise.resolve('Written by Rita.'),
      setVersionDescription: keep,
    };
    const world = createReleaseWorld();
    await openWorld(world, { ports: { ...createReleasePorts(world), writer } });
    return written;
  };

  it('says what is written where, and writes nothing before that is confirmed', async () => {
    const user = userEvent.setup();
    const written = await openWriting();
    await openMenu(user);
    await choose(user, 'For whom', 'QA');

    await press(user, 'Attach…');
    await choose(user, 'Where to', 'An issue, as a file');
    await user.type(screen.getByRole('textbox', { name: 'Issue key' }), 'PAY-1');
    await press(user, 'Attach');

    const asked = await screen.findByRole('group', { name: 'What is written where' });
    expect(asked).toHaveTextContent(
      'Convoy attaches the file “Release packet for QA” (Markdown) to PAY-1, as you.',
    );
    expect(asked).toHaveTextContent('whoever may see PAY-1 can read it');
    expect(written).toEqual([]);
    await user.click(within(asked).getByRole('button', { name: 'Write it to Jira' }));

    expect(await screen.findByText('Written into PAY-1.')).toBeVisible();
    expect(written).toHaveLength(1);
    expect(written[0]?.place).toBe('PAY-1');
    expect(written[0]?.text).toContain('release-2026-05-qa.md');
  });

  it('comments on an issue', async () => {
    const user = userEvent.setup();
    const written = await openWriting();
    await openMenu(user);

    await press(user, 'Attach…');
    await choose(user, 'Where to', 'An issue, as a comment');
    await user.type(screen.getByRole('textbox', { name: 'Issue key' }), 'PAY-1{Enter}');
    await press(user, 'Write it to Jira');

    await screen.findByText('Written into PAY-1.');
    expect(written[0]?.text).toContain('"type":"doc"');
  });

  it('goes back without writing', async () => {
    const user = userEvent.setup();
    const written = await openWriting();
    await openMenu(user);
    await press(user, 'Attach…');
    await press(user, 'Attach');

    await press(user, 'Back');

    expect(await screen.findByRole('combobox', { name: 'Where to' })).toBeVisible();
    expect(written).toEqual([]);
  });

  it('keeps what others wrote into the description of the version', async () => {
    const user = userEvent.setup();
    const written = await openWriting();
    await openMenu(user);
    await press(user, 'Attach…');
    await press(user, 'Attach');
    await press(user, 'Write it to Jira');

    await screen.findByText(/^Written into the description of/);
    expect(written[0]?.place).toBe(SPRING.id);
    expect(written[0]?.text).toMatch(/^"Written by Rita\..*NO-SHIP/);
  });

  it('says why Jira refused', async () => {
    const user = userEvent.setup();
    const refusal = { code: 'forbidden', message: 'You may not edit the versions of PAY.' };
    await openWorld(createReleaseWorld(), {
      answers: { attachManifest: () => ({ ok: false, error: refusal }) },
    });
    await openMenu(user);
    await press(user, 'Attach…');
    await press(user, 'Attach');
    await press(user, 'Write it to Jira');

    expect(await screen.findByText('You may not edit the versions of PAY.')).toBeVisible();
  });

  it('offers no version to what a query finds', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld(), {
      search: '?jql=project%3DPAY&version=Query',
      ports: queryPorts(),
    });
    await openMenu(user);

    await press(user, 'Attach…');

    const places = within(screen.getByRole('combobox', { name: 'Where to' }));
    expect(places.queryByRole('option', { name: /version/ })).not.toBeInTheDocument();
  });
});

function queryPorts() {
  const ports = createReleasePorts(createReleaseWorld());
  return { ...ports, asUser: { ...ports.asUser, searchKeys: () => Promise.resolve(['PAY-1']) } };
}
