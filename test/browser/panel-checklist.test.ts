import type { Browser, Locator, Page } from 'playwright-core';

import { describeInBrowser, launchBrowser, type WatchedPage } from '../support/browser';
import type { GitRepository } from '../support/git-repository';
import { issue, writeTestSite } from '../support/local-site';
import { findObstacles, openIssue, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';
import { openReleases, openTab } from '../support/release-screen';
import { createStoryRepository } from '../support/story-repository';

const VERSION = { id: '10020', name: '1.0' };

/** PAY-1 is on test, in a release of its own. */
describeInBrowser('the checklist of an issue', () => {
  let browser: Browser;
  let git: GitRepository;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    const story = createStoryRepository();
    ({ git } = story);
    const folder = writeTestSite({
      repositories: [story.site],
      issues: [issue('PAY-1', { fixVersions: [VERSION] })],
      versions: [{ ...VERSION, projectId: 1, released: false, archived: false }],
      users: [{ accountId: 'quinn', displayName: 'Quinn Abara', admin: true }],
    });
    [browser, site] = await Promise.all([launchBrowser(), openReadShell(folder)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    git.remove();
  });
  beforeEach(async () => {
    watched = await openSitePage(browser, site);
    ({ page } = watched);
  });
  afterEach(async () => {
    await page.context().close();
  });

  const openItem = async (): Promise<Locator> => {
    const panel = await openIssue(page, site, 'PAY-1');
    await panel.getByRole('button', { name: /^Checklist/ }).click();
    return panel.getByRole('listitem', { name: /^Test PAY-1 / });
  };

  it('keeps a tick with its note', async () => {
    const item = await openItem();

    await item.getByRole('button', { name: /^Done, with a note…/ }).click();
    await item.getByRole('textbox', { name: 'Note' }).fill('In three browsers');
    expect(await findObstacles(page)).toEqual([]);
    await item.getByRole('button', { name: 'Tick', exact: true }).click();

    await item.getByText(/^done by Quinn Abara, just now.*: “In three browsers”$/).waitFor();
    const panel = page.frameLocator('iframe');
    await panel.getByRole('button', { name: /^Checklist 2 1 of 2 done/ }).waitFor();
    expect(watched.troubles).toEqual([]);
  });

  it('shows what was said in the panel on the release page, too', async () => {
    const frame = await openReleases(page, site, { version: '1.0' });

    const body = await openTab(frame, 'Checklists');

    await body.getByText(/^done by Quinn Abara, just now.*: “In three browsers”$/).waitFor();
  });

  it('is back on the button when a note is given up', async () => {
    const item = await openItem();
    const failed = item.getByRole('button', { name: /^Failed…/ });

    await failed.press('Enter');
    await item.getByRole('textbox', { name: 'Note' }).press('Escape');

    await item.getByRole('form').waitFor({ state: 'detached' });
    expect(await failed.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('rejects the issue when an item fails', async () => {
    const item = await openItem();

    await item.getByRole('button', { name: /^Failed…/ }).click();
    await item.getByRole('textbox', { name: 'Note' }).fill('The total is wrong');
    await item.getByRole('button', { name: 'Fail', exact: true }).click();

    const panel = page.frameLocator('iframe');
    await item.getByText(/^failed by Quinn Abara, just now.*: “The total is wrong”$/).waitFor();
    await panel.getByRole('heading', { level: 1, name: /^Blocked/ }).waitFor();
    await panel
      .getByRole('button', { name: /^PAY-1 was rejected on test by Quinn Abara/ })
      .waitFor();
    expect(watched.troubles).toEqual([]);
  });

  it('blocks the release with it', async () => {
    const frame = await openReleases(page, site, { version: '1.0' });

    const decision = frame.getByRole('region', { name: 'Decision' });
    await decision.getByText(/PAY-1 was rejected on test by Quinn Abara/).waitFor();
    const body = await openTab(frame, 'Checklists');
    await body.getByText(/^failed by Quinn Abara, just now.*: “The total is wrong”$/).waitFor();
  });
});
