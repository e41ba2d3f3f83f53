import type { Browser, Page } from 'playwright-core';

import { startShell } from '../../dev/site/start-shell';
import type { Shell } from '../../dev/site/start-shell';
import {
  describeInBrowser,
  findBarriers,
  keepScreenshot,
  launchBrowser,
  openPage,
} from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { buildProbeApp } from '../support/probe-app';
import { createShellHost } from '../support/shell-host';

describeInBrowser('the pages of the local site', () => {
  let browser: Browser;
  let shell: Shell;
  let removeProbe: () => void;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    const { app, remove } = await buildProbeApp();
    removeProbe = remove;
    shell = await startShell({ host: createShellHost(), app });
  });
  afterAll(async () => {
    await browser.close();
    await shell.close();
    removeProbe();
  });
  beforeEach(async () => {
    watched = await openPage(browser, [shell.url, shell.frameUrl]);
    ({ page } = watched);
  });
  afterEach(async () => {
    await page.context().close();
  });

  it.each([
    { path: '/', theme: 'light' },
    { path: '/', theme: 'dark' },
    { path: '/settings', theme: 'light' },
    { path: '/settings', theme: 'dark' },
    { path: '/settings', theme: 'light', user: 'bo' },
  ])('$path has no barrier in $theme', async ({ path, theme, user = 'ana' }) => {
    await page.goto(`${shell.url}${path}?theme=${theme}&user=${user}`);
    if (path === '/settings') {
      await page
        .frameLocator('iframe')
        .getByText(/ on \{/)
        .waitFor();
    }

    expect(await findBarriers(page)).toEqual([]);
    await keepScreenshot(page, `shell${path.replaceAll('/', '-')}${theme}-${user}`);
    expect(watched.troubles).toEqual([]);
  });

  it('shows another account what that account may browse', async () => {
    await page.goto(shell.url);
    await page.getByRole('link', { name: 'SHOP-1' }).waitFor();

    await page.getByLabel('Signed in as').selectOption('Bo Chen');
    await page.getByRole('button', { name: 'Switch' }).click();

    await page.getByText('2 of 2 issues').waitFor();
    await expect(page.getByRole('link', { name: 'SHOP-1' }).count()).resolves.toBe(0);
    await page.getByRole('link', { name: 'PAY-12' }).click();
    expect(await page.getByLabel('Signed in as').inputValue()).toBe('bo');
  });

  it('keeps the filter when the account is switched', async () => {
    await page.goto(shell.url);
    await page.getByLabel('Key, summary').fill('ledger');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByText('1 of 3 issues').waitFor();

    await page.getByLabel('Signed in as').selectOption('Bo Chen');
    await page.getByRole('button', { name: 'Switch' }).click();

    await page.getByText('1 of 2 issues').waitFor();
    expect(await page.getByLabel('Key, summary').inputValue()).toBe('ledger');
  });

  it('lists what a query finds, and says in Jira’s words why it cannot be answered', async () => {
    await page.goto(shell.url);
    await page.getByLabel('JQL').fill('releaseVerdict = blocked');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('The query finds 1 issue').waitFor();
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['PAY-12']);

    await page.getByLabel('JQL').fill('nonsense');
    await page.getByRole('button', { name: 'Search' }).click();

    await page.getByText('No answer to nonsense').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(0);
    expect(await page.getByLabel('JQL').inputValue()).toBe('nonsense');
  });

  it('is used with the keyboard alone', async () => {
    await page.goto(shell.url);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    expect(await page.evaluate('document.activeElement.textContent')).toBe('All projects');
  });

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${shell.url}/browse/PAY-12`);
    await page
      .frameLocator('iframe')
      .getByText(/ on \{/)
      .waitFor();

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

    expect(overflow).toBe(0);
  });
});
