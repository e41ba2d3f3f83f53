import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jiraIssue } from '../../support/builders';
import { openWorld } from '../../support/open-world';
import {
  createReleasePorts,
  createReleaseWorld,
  evidenceOf,
  given,
  onTest,
  RECORD,
  RELEASE,
  releaseIn,
  type ReleaseWorld,
} from '../../support/release-world';
import type { Ports } from '../../../src/ports/ports';
import { signOff } from '../../../src/usecases/release/sign-off';
import { createSnapshot } from '../../../src/usecases/release/take-snapshot';

// What is loaded when a tab is first opened takes its time here.
configure({ asyncUtilTimeout: 10_000 });

const never = new Promise<never>(() => undefined);
const down = { ok: false, error: { code: 'unavailable', message: 'Storage is down.' } };

const take = async (ports: Ports, note?: string): Promise<string> =>
  given(await createSnapshot(ports, { ...RELEASE, note })).id;

/** A second commit of PAY-1. */
const change = (world: ReleaseWorld): void => {
  world.time = '2026-05-05T09:00:00Z';
  world.issues = [evidenceOf(onTest('a1'), onTest('b2'))];
};

const tab = '?tab=snapshots';
const changes = () => screen.findByRole('region', { name: 'What changed' });
const group = async (title: string) =>
  within(await changes()).findByRole('region', { name: new RegExp(`^${title}`) });

describe('the snapshots of a release', () => {
  it('says that there is none yet, and when one is taken', async () => {
    await openWorld(createReleaseWorld(), { search: tab });

    expect(await screen.findByText(/^No snapshot was taken yet/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Compare' })).not.toBeInTheDocument();
  });

  it('says that it looks them up', async () => {
    await openWorld(createReleaseWorld(), {
      search: tab,
      answers: { listSnapshots: () => never },
    });

    expect(await screen.findByText('Looking up the snapshots…')).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const user = userEvent.setup();
    let asked = 0;
    await openWorld(createReleaseWorld(), {
      search: tab,
      answers: {
        listSnapshots: () => {
          asked += 1;
          return asked === 1 ? down : { ok: true, value: [] };
        },
      },
    });
    expect(await screen.findByText('Storage is down.')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText(/^No snapshot was taken yet/)).toBeVisible();
  });

  it('takes one with a note, and lists it', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld(), { search: tab });

    await user.click(await screen.findByRole('button', { name: 'Take a snapshot' }));
    await user.type(screen.getByRole('textbox', { name: /^Note/ }), 'before the retest');
    await user.click(screen.getByRole('button', { name: 'Take it' }));

    const [, row] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(row).toHaveTextContent('before the retest');
    expect(row).toHaveTextContent('Quinn Abara');
    expect(row).toHaveTextContent('by hand');
    expect(row).toHaveTextContent('NO-SHIP');
    expect(row).toHaveTextContent('test → prod');
  });

  it('says why none could be taken', async () => {
    const user = userEvent.setup();
    const message = 'It is still being judged. Wait until all of it is.';
    const conflict = { ok: false, error: { code: 'conflict', message } };
    await openWorld(createReleaseWorld(), {
      search: tab,
      answers: { createSnapshot: () => conflict },
    });

    await user.click(await screen.findByRole('button', { name: 'Take a snapshot' }));
    await user.click(screen.getByRole('button', { name: 'Take it' }));

    expect(await screen.findByText(message)).toBeVisible();
  });

  it('lists one that a sign-off took', async () => {
    const world = createReleaseWorld();
    const { evidenceHash } = (await releaseIn(world)).facts;
    given(
      await signOff(createReleasePorts(world), {
        ...{ release: RELEASE, role: 'QA', decision: 'approved', evidenceHash },
      }),
    );
    await openWorld(world, { search: tab });

    expect(await screen.findByRole('cell', { name: 'sign-off' })).toBeVisible();
  });
});

describe('one snapshot', () => {
  it('is opened as it was, whatever came after, with its address', async () => {
    const user = userEvent.setup();
    const world = createReleaseWorld();
    const id = await take(createReleasePorts(world), 'before');
    change(world);
    const { address } = await openWorld(world, { search: tab });

    await user.click(await screen.findByRole('link', { name: /^Open the snapshot of 4 May/ }));

    const opened = await screen.findByRole('region', { name: /^Snapshot of 4 May 2026/ });
    expect(opened).toHaveTextContent('Taken by Quinn Abara (by hand)');
    expect(opened).toHaveTextContent('Nothing of it ever changes.');
    expect(within(opened).getByRole('table', { name: 'Gates then' })).toBeVisible();
    expect(within(opened).getByRole('table', { name: 'Issues then' })).toHaveTextContent('PAY-1');
    expect(address()).toBe(`?tab=snapshots&snapshot=${id}`);
  });

  it('is read part by part', async () => {
    const world = createReleaseWorld();
    const id = await take(createReleasePorts(world));
    const snapshots = await createReleasePorts(world).snapshots.listSnapshots(RECORD);
    const found = await createReleasePorts(world).snapshots.findSnapshot(RECORD, id);
    const text = JSON.stringify(found?.manifest);
    const { calls } = await openWorld(world, {
      search: `${tab}&snapshot=${id}`,
      answers: {
        getSnapshot: ({ part }: { part: number }) => ({
          ok: true,
          value: {
            ...{ snapshot: snapshots[0], hidden: 0, part, of: 2, hash: 'same' },
            text: part === 1 ? text.slice(0, 100) : text.slice(100),
          },
        }),
      },
    });

    expect(await screen.findByRole('table', { name: 'Issues then' })).toHaveTextContent('PAY-1');
    expect(calls.filter(({ functionKey }) => functionKey === 'getSnapshot')).toHaveLength(2);
  });

  it('that is no longer kept says so, and leads back', async () => {
    const user = userEvent.setup();
    await openWorld(createReleaseWorld(), { search: `${tab}&snapshot=gone` });
    expect(await screen.findByText(/^This snapshot is no longer kept/)).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'All snapshots' }));

    expect(await screen.findByText(/^No snapshot was taken yet/)).toBeVisible();
  });

  it('names nothing of issues that the viewer may not see, and says that they are in it', async () => {
    const world = createReleaseWorld();
    world.others = [jiraIssue({ key: 'PAY-2', summary: 'Rotate the keys' })];
    const id = await take(createReleasePorts(world));
    world.hidden = ['PAY-2'];
    await openWorld(world, { search: `${tab}&snapshot=${id}` });

    const opened = await screen.findByRole('region', { name: /^Snapshot of/ });
    expect(opened).toHaveTextContent('1 issue that you may not see is counted, too');
    expect(document.body).not.toHaveTextContent('Rotate the keys');
  });
});

describe('what changed', () => {
  it('since the last snapshot: how much of each kind first, then sentences', async () => {
    const user = userEvent.setup();
    const world = createReleaseWorld();
    await take(createReleasePorts(world));
    change(world);
    const { address } = await openWorld(world, { search: tab });

    await user.click(
      await screen.findByRole('button', { name: 'What changed since the last snapshot' }),
    );

    const counts = await screen.findByRole('list', { name: 'How many of each kind' });
    expect(counts).toHaveTextContent('Commits 1');
    const commits = await group('Commits');
    expect(commits).toHaveTextContent('PAY-1 has 1 commit more.');
    expect(within(commits).getByRole('link', { name: 'PAY-1' })).toBeVisible();
    expect(address()).toBe('?tab=snapshots&since=snapshot');
  });

  it('tells reasons by what they mean, not by their codes', async () => {
    const world = createReleaseWorld();
    await take(createReleasePorts(world));
    world.issues = [];
    await openWorld(world, { search: `${tab}&since=snapshot` });

    const reasons = await group('Reasons');
    expect(reasons).toHaveTextContent('No repository holds a change of the issue');
    expect(reasons).not.toHaveTextContent('no-change-found');
  });

  it('since a sign-off that nobody gave is said in words', async () => {
    await openWorld(createReleaseWorld(), { search: `${tab}&since=sign-off` });

    expect(await screen.findByText(/^Nobody signed this promotion off/)).toBeVisible();
  });

  it('is nothing, when nothing did', async () => {
    const world = createReleaseWorld();
    await take(createReleasePorts(world));
    await openWorld(world, { search: `${tab}&since=snapshot` });

    expect(await screen.findByRole('heading', { name: 'Nothing changed' })).toBeVisible();
  });

  it('between two that were chosen is in the address', async () => {
    const user = userEvent.setup();
    const world = createReleaseWorld();
    const ports = createReleasePorts(world);
    const first = await take(ports, 'first');
    change(world);
    const second = await take(ports, 'second');
    const { address } = await openWorld(world, { search: tab, ports });

    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Earlier state' }),
      screen.getAllByRole('option', { name: /first$/ })[0] ?? '',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Later state' }), second);
    await user.click(screen.getByRole('button', { name: 'Compare' }));

    expect(await group('Commits')).toHaveTextContent('PAY-1 has 1 commit more.');
    expect(address()).toBe(`?tab=snapshots&before=${first}&after=${second}`);
  });

  it('comes page by page, all of them', async () => {
    const page = (start: number) => ({
      ok: true,
      value: {
        ...{ kind: 'compared', before: null, after: null, total: 2, hidden: 0 },
        counts: [{ kind: 'scope', title: 'Issues in the release', count: 2 }],
        groups: [
          {
            ...{ kind: 'scope', title: 'Issues in the release' },
            differences: [
              {
                ...{ kind: 'scope', issueKey: null, added: [], removed: [], change: null },
                text: `PAY-${start + 1} came.`,
              },
            ],
          },
        ],
        next: start === 0 ? 1 : null,
      },
    });
    await openWorld(createReleaseWorld(), {
      search: `${tab}&since=snapshot`,
      answers: { whatChanged: ({ start }: { start: number }) => page(start) },
    });

    const issues = await group('Issues in the release 2');
    expect(await within(issues).findByText('PAY-2 came.')).toBeVisible();
    expect(issues).toHaveTextContent('PAY-1 came.');
  });

  it('waits, and says what failed', async () => {
    const user = userEvent.setup();
    let asked = 0;
    await openWorld(createReleaseWorld(), {
      search: `${tab}&since=rejection`,
      answers: {
        whatChanged: () => {
          asked += 1;
          return asked === 1 ? down : never;
        },
      },
    });
    expect(await screen.findByText('Storage is down.')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Comparing…')).toBeVisible();
  });
});
