import { readFileSync } from 'node:fs';

import type { Browser, Locator } from 'playwright-core';

import { describeInBrowser, launchBrowser } from '../support/browser';
import { copyDemo, type DemoCopy } from '../support/demo-copy';
import { openReadShell, type OpenShell } from '../support/open-shell';
import { openReleaseScreen, openTab, type ReleaseScreen } from '../support/release-screen';

const SPRING = '2026.05 Spring';
const MORNING = '2026-05-04T09:00:00Z';
const DANA = { name: 'Dana Weiss', email: '1004+dana@users.noreply.github.com' };

const SEEN = 'src/main/java/com/acme/payments/callback/SeenCallbacks.java';
const REPAIRED = `package com.acme.payments;

/** PAY-104 Ignore a callback that came before. */
public class SeenCallbacks {
    private static final int DAYS = 1;
}
`;

/** One story: each step goes on where the one before it ended. */
describeInBrowser('a day of the release manager', () => {
  let browser: Browser;
  let demo: DemoCopy;
  let site: OpenShell;
  let rita: ReleaseScreen;
  let quinn: ReleaseScreen;
  /** What Dana pushes while the release is being signed. */
  let repair: string;

  beforeAll(async () => {
    demo = await copyDemo();
    const clock = { mode: 'ticking', start: MORNING } as const;
    [browser, site] = await Promise.all([launchBrowser(), openReadShell(demo.folder, { clock })]);
    rita = await openReleaseScreen(browser, site, { user: 'rita' });
    quinn = await openReleaseScreen(browser, site, { user: 'quinn', version: SPRING });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  afterEach(() => {
    expect([...rita.troubles, ...quinn.troubles]).toEqual([]);
  });

  const gate = (screen: ReleaseScreen, name: string): Locator =>
    screen.frame.getByRole('region', { name: 'Gates' }).getByRole('button', { name });
  const item = (body: Locator, words: RegExp): Locator =>
    body.getByRole('listitem').filter({ hasText: words });

  it('tells of the release that is chosen what fails first', async () => {
    const { frame } = rita;
    const version = frame.getByRole('combobox', { name: 'Version' });
    expect(await version.locator('option:checked').innerText()).toBe(
      '2026.04.2 Hotfix, due 2026-05-05',
    );

    await version.selectOption(SPRING);

    const decision = frame.getByRole('region', { name: 'Decision' });
    await decision.getByText('test lacks 2 changes of PAY-102 that are on dev.').waitFor();
    expect(await decision.innerText()).toMatch(/^NO-SHIP\s+First failing gate: Issues\./);
  });

  it.each([
    { by: 'verdict', value: 'blocked', found: '15 of 47 issues' },
    { by: 'repository', value: 'Payments API', found: '7 of 47 issues' },
    { by: 'owner', value: 'Team Blue', found: '7 of 47 issues' },
    { by: 'reason', value: 'missing-dependency', found: '2 of 47 issues' },
  ])('narrows the matrix by $by', async ({ by, value, found }) => {
    const { frame } = rita;

    await frame.getByRole('combobox', { name: `Filter by ${by}` }).selectOption(value);

    await frame.getByText(found, { exact: true }).waitFor();
  });

  it('clears the filter', async () => {
    const { frame } = rita;

    await frame.getByRole('button', { name: 'Clear the filter' }).click();

    await frame.getByText('47 issues', { exact: true }).waitFor();
  });

  it('opens an issue, and a reason with its evidence', async () => {
    const { frame } = rita;
    await frame.getByRole('searchbox', { name: 'Key, summary or reason' }).fill('PAY-116');
    await frame.getByRole('link', { name: 'PAY-116', exact: true }).click();
    const why = frame.getByRole('region', { name: 'Why' });

    await why.getByRole('button', { name: /unit tests failed in Billing batch/ }).click();

    const evidence = why.getByRole('list', { name: /^Evidence: / });
    expect(await evidence.getByRole('link').first().getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/acme\/billing-batch\/runs\//,
    );
    await frame.getByRole('button', { name: 'Back to the issues' }).click();
    await frame.getByRole('table', { name: `Issues of ${SPRING}` }).waitFor();
    await frame.getByRole('button', { name: 'Clear the filter' }).click();
  });

  it('keeps a tick with its note, and who gave it', async () => {
    const { frame } = quinn;
    const body = await openTab(frame, 'Checklists');
    const first = item(body, /PAY-104 Test PAY-104/);

    await first.getByRole('button', { name: /^Done, with a note…/ }).click();
    await first.getByRole('textbox', { name: 'Note' }).fill('Sent each callback twice');
    await first.getByRole('button', { name: 'Done', exact: true }).click();

    await first
      .getByText(/^done by Quinn Abara, just now.*: “Sent each callback twice”$/)
      .waitFor();
    await frame.getByRole('tab', { name: 'Checklists 1 of 146' }).waitFor();
  });

  it('ticks another item without a note', async () => {
    const { frame } = quinn;
    const other = item(await openTab(frame, 'Checklists'), /PAY-105 Test PAY-105/);

    await other.getByRole('button', { name: /^Done\W+Test/ }).click();

    await other.getByText(/^done by Quinn Abara, just now/).waitFor();
  });

  it('waives a gate with a reason until a day', async () => {
    await gate(rita, 'Checks failed').click();
    const { frame } = rita;
    await frame.getByRole('button', { name: 'Waive Checks…' }).click();
    const form = frame.getByRole('form', { name: 'Waive Checks' });

    await form.getByRole('textbox').first().fill('The runner had no disk left');
    await form.getByLabel('Until the end of (UTC)').fill('2026-05-08');
    await form.getByRole('button', { name: 'Waive', exact: true }).click();

    await gate(rita, 'Checks waived').waitFor();
    await frame
      .getByText(/^Waived by Rita Novak until .*: “The runner had no disk left”$/)
      .waitFor();
  });

  it('signs off what is seen, as another person', async () => {
    const { frame } = quinn;
    await frame.getByRole('button', { name: 'Reload' }).click();
    const body = await openTab(frame, 'Sign-offs');

    await body.getByRole('button', { name: 'Sign off as QA…' }).click();
    const form = body.getByRole('form', { name: 'Sign off as QA' });
    await form.getByRole('textbox').fill('All that was on test on Monday morning');
    await form.getByRole('button', { name: 'Approve' }).click();

    await body.getByText('approved, in force').waitFor();
    await frame.getByRole('tab', { name: 'Sign-offs 1 of 3' }).waitFor();
  });

  it('takes a commit that was pushed since for a reason to sign again', async () => {
    const at = new Date(site.local.platform.now()).toISOString().replace(/\.\d+Z/, 'Z');
    repair = await demo.push({
      ...{ repository: 'payments-api', branch: 'release/test', by: DANA, at },
      message: 'PAY-104 Forget callbacks after a day',
      files: { [SEEN]: REPAIRED },
    });
    await site.local.platform.runScheduled('hourly-sweep');
    await site.local.platform.drain();
    const { frame } = quinn;

    await frame.getByRole('button', { name: 'Reload' }).click();

    const signOffs = frame.getByRole('region', { name: 'Sign-offs' });
    await signOffs.getByText('approved, stale: the evidence changed since').waitFor();
    await frame.getByRole('tab', { name: 'Sign-offs 0 of 3' }).waitFor();
    await gate(quinn, 'Sign-offs failed').click();
    await frame
      .getByText(
        'QA signed off on 2026-05-04 (Quinn Abara), and the evidence changed since: it is stale.',
      )
      .first()
      .waitFor();
  });

  it('opens the item again that the commit touches, and no other', async () => {
    const body = await openTab(quinn.frame, 'Checklists');

    const touched = item(body, /PAY-104 Test PAY-104/);
    await touched.getByText(`Open again: 1 new commit (${repair.slice(0, 7)})`).waitFor();
    await touched.getByText('“Sent each callback twice”').waitFor();
    const other = item(body, /PAY-105 Test PAY-105/);
    expect(await other.getByText(/^Open again:/).count()).toBe(0);
    await quinn.frame.getByRole('tab', { name: 'Checklists 1 of 150' }).waitFor();
  });

  it('tells in the matrix what came since the sign-off', async () => {
    const { frame } = rita;
    await frame.getByRole('button', { name: 'Reload' }).click();
    await frame.getByRole('searchbox', { name: 'Key, summary or reason' }).fill('PAY-104');

    const row = frame.getByRole('row').filter({ hasText: 'PAY-104' });

    await row.getByText('1 since sign-off').waitFor();
  });

  it('takes a snapshot beside the one that the sign-off took', async () => {
    const body = await openTab(rita.frame, 'Snapshots');

    await body.getByRole('button', { name: 'Take a snapshot' }).click();
    await body.getByRole('textbox', { name: /^Note/ }).fill('Before QA looks again');
    await body.getByRole('button', { name: 'Take it' }).click();

    const rows = body
      .getByRole('table', { name: '2 snapshots, the newest first' })
      .getByRole('row');
    await rows.nth(1).getByText('Before QA looks again').waitFor();
    expect(await rows.nth(2).innerText()).toMatch(/Quinn Abara\s+sign-off/);
  });

  it('compares the snapshot with the earlier one', async () => {
    const { frame } = rita;
    const form = frame.getByRole('form', { name: 'Compare two states' });
    await form.getByLabel('Earlier state').selectOption({ index: 2 });
    await form.getByLabel('Later state').selectOption({ index: 1 });

    await form.getByRole('button', { name: 'Compare' }).click();

    const changed = frame.getByRole('region', { name: 'What changed' });
    await changed.getByText(/^From .* by Quinn Abara to .* by Rita Novak\.$/).waitFor();
    await changed.getByText('PAY-104 has 1 commit more.').waitFor();
    await changed.getByText(`acme/payments-api ${repair.slice(0, 7)}`).waitFor();
  });

  it('tells what changed since the last sign-off', async () => {
    const { frame } = rita;

    await frame.getByRole('button', { name: 'What changed since the last sign-off' }).click();

    const changed = frame.getByRole('region', { name: 'What changed' });
    await changed.getByText(/^From .* by Quinn Abara to the release as it is now\.$/).waitFor();
    await changed
      .getByText(/^Sign-offs now: QA approved by Quinn Abara on 2026-05-04 \(stale\)\./)
      .waitFor();
    await changed.getByText('PAY-104 was a warning and is up for manual review.').waitFor();
  });

  it('exports the packet that is sent around, as a file', async () => {
    const { frame, page } = rita;
    await frame.getByRole('button', { name: 'Export', exact: true }).click();
    const menu = frame.getByRole('region', { name: 'Export' });

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('button', { name: 'Download' }).click(),
    ]);

    const packet = readFileSync(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/\.md$/);
    expect(packet).toContain('NO-SHIP');
    expect(packet).toContain('PAY-104');
  });
});
