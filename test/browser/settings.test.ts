import type { Browser, FrameLocator, Page } from 'playwright-core';

import { prepareSite } from '../../dev/demo/prepare';
import { describeInBrowser, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { findObstacles, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';

const DEMO = 'dev/demo';

describeInBrowser('the settings of the demo', () => {
  let browser: Browser;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    await prepareSite(DEMO);
    [browser, site] = await Promise.all([launchBrowser(), openReadShell(DEMO)]);
    watched = await openSitePage(browser, site);
    ({ page } = watched);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(() => {
    watched.troubles.length = 0;
  });

  async function openSettings(user: string): Promise<FrameLocator> {
    await page.goto(`${site.shell.url}/settings?user=${user}&theme=light`);
    const screen = page.frameLocator('iframe');
    await screen.getByRole('heading', { level: 1 }).waitFor();
    return screen;
  }

  it('tests the connection with what it can see', async () => {
    const screen = await openSettings('ana');

    await screen.getByRole('button', { name: 'Test connection github.com' }).click();

    await screen.getByText(/6 repositories/).waitFor();
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it.each([
    { name: 'Projects', heading: 'Projects' },
    { name: 'Import and export', heading: /^Import/ },
  ])('has no obstacle on the tab $name', async ({ name, heading }) => {
    const screen = await openSettings('ana');

    await screen.getByRole('tab', { name }).click();

    await screen.getByRole('tab', { name, selected: true }).waitFor();
    await screen.getByRole('heading', { level: 2, name: heading }).first().waitFor();
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it('has no obstacle where roles, gates and snapshots of a project are edited', async () => {
    const screen = await openSettings('ana');
    await screen.getByRole('tab', { name: 'Projects' }).click();
    await screen.getByRole('button', { name: /\(PAY\)$/ }).click();
    const releases = screen.getByRole('region', { name: 'Releases' });

    await releases.getByLabel('Role of sign-off 1').fill('Tester');
    await releases.getByText(/^Jira has no such project role/).waitFor();
    await releases.getByLabel('It is of the gate Checks').selectOption('a signal');

    await screen.getByText('Not saved yet: sign-off roles, gates of a release.').waitFor();
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  async function openDoctor(screen: FrameLocator): Promise<void> {
    await screen.getByRole('tab', { name: 'Projects' }).click();
    await screen.getByRole('button', { name: /\(PAY\)$/ }).click();
    await screen.getByRole('tab', { name: 'Doctor' }).click();
  }

  it('says what the doctor finds in the demo, without obstacles', async () => {
    const screen = await openSettings('ana');

    await openDoctor(screen);

    await screen.getByText(/^Branches agree with the route dev → test → prod/).waitFor();
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it('leads by keyboard from a finding to where it is repaired', async () => {
    const screen = await openSettings('ana');
    await screen.getByRole('button', { name: 'Delete github.com' }).click();
    await screen.getByRole('button', { name: 'Delete connection' }).click();
    await screen
      .getByRole('heading', { name: 'github.com', exact: true })
      .waitFor({ state: 'detached' });

    watched.troubles.length = 0; // a dialog's lock on scrolling is a style that the policy blocks; it works without

    await openDoctor(screen);
    await screen.getByText(/^1 problem/).waitFor();
    const obstacles = await findObstacles(page);
    await screen.getByRole('button', { name: 'Open connections: github.com/acme' }).press('Enter');

    expect(obstacles).toEqual([]);
    await screen.getByRole('tab', { name: 'Connections', selected: true }).waitFor();
    expect(
      await screen
        .getByRole('heading', { name: 'Connections' })
        .evaluate((heading) => heading === heading.ownerDocument.activeElement),
    ).toBe(true);
    expect(watched.troubles).toEqual([]);
  });

  it('tells somebody who does not administer Jira so, and nothing else', async () => {
    const screen = await openSettings('rita');

    await screen
      .getByText(/administrator/i)
      .first()
      .waitFor();

    expect(await screen.getByText('github.com').count()).toBe(0);
    expect(await findObstacles(page)).toEqual([]);
  });
});
