import { join } from 'node:path';

import type { Browser, FrameLocator, Page } from 'playwright-core';

import { APP_FOLDER } from '../../dev/local-site/app-folder';
import { createAppHost } from '../../dev/local-site/app-host';
import { openSite, type LocalSite, type OpenSiteOptions } from '../../dev/local-site/open-site';
import { readShellApp } from '../../dev/site/shell-app';
import { startShell, type Shell } from '../../dev/site/start-shell';
import { readSite } from '../../dev/site-file/read-site';
import { findBarriers, findLowContrast, openPage, type WatchedPage } from './browser';

type SiteOptions = Pick<OpenSiteOptions, 'clock'>;

export type OpenShell = { local: LocalSite; shell: Shell; close: () => Promise<void> };

/** The real app on the site of a folder, behind the web pages that frame its screens. */
export async function openShell(folder: string, options: SiteOptions = {}): Promise<OpenShell> {
  const local = await openSite(readSite(folder), { store: null, ...options });
  const app = readShellApp(join(APP_FOLDER, 'manifest.yml'));
  const shell = await startShell({ host: createAppHost(local), app });
  return {
    local,
    shell,
    close: async () => {
      await shell.close();
      await local.close();
    },
  };
}

/** The same, with everything read. */
export async function openReadShell(folder: string, options: SiteOptions = {}): Promise<OpenShell> {
  const opened = await openShell(folder, options);
  await opened.local.platform.drain();
  return opened;
}

/** Less than a test may take, so that a wait that fails says what it waited for. */
const WAIT_MS = 10_000;

/** A page at 1280 × 800 that may call the site only; days and hours are said in UTC. */
export async function openSitePage(browser: Browser, { shell }: OpenShell): Promise<WatchedPage> {
  const watched = await openPage(browser, [shell.url, shell.frameUrl], {
    viewport: { width: 1280, height: 800 },
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  watched.page.setDefaultTimeout(WAIT_MS);
  return watched;
}

/** Opens an issue, waits until its panel says something, and returns the panel. */
export async function openIssue(
  page: Page,
  { shell }: OpenShell,
  issueKey: string,
  look: { user?: string; theme?: 'light' | 'dark' } = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ theme: 'light', ...look });
  await page.goto(`${shell.url}/browse/${issueKey}?${query.toString()}`);
  const panel = page.frameLocator('iframe');
  await panel.locator('main:not([aria-busy]) h1').waitFor();
  return panel;
}

const WIDTHS = [320, 768, 1280, 1600];

/** All that keeps somebody from using the page as it is: barriers in light and dark, sideways scrolling at any width. */
export async function findObstacles(page: Page, widths = WIDTHS): Promise<string[]> {
  const light = await findBarriers(page);
  await switchTheme(page, 'dark');
  const faint = await findLowContrast(page);
  await switchTheme(page, 'light');
  const wide: string[] = [];
  for (const width of widths) wide.push(...(await overflowAt(page, width)));
  await page.setViewportSize({ width: 1280, height: 800 });
  return [...light, ...faint.map((place) => `too faint in dark: ${place}`), ...wide];
}

async function switchTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.getByRole('button', { name: theme, exact: false }).click();
  await page.frameLocator('iframe').locator(`html[data-color-mode=${theme}]`).waitFor();
}

async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const overflows = page.frames().map(async (frame) => {
    const pixels = await frame.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    return pixels > 0 ? [`${frame.url()} is ${pixels} px wider than a window of ${width}`] : [];
  });
  return (await Promise.all(overflows)).flat();
}
