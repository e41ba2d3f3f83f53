import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

import type { WatchedPage } from './browser';
import { openSitePage, type OpenShell } from './open-shell';

/** The release page as somebody sees it. */
export type ReleaseScreen = WatchedPage & { frame: FrameLocator };

/** Opens the releases of PAY in this page; `query` is the rest of the address. */
export async function openReleases(
  page: Page,
  { shell }: OpenShell,
  query: Record<string, string> = {},
): Promise<FrameLocator> {
  const search = new URLSearchParams({ theme: 'light', ...query });
  await page.goto(`${shell.url}/projects/PAY?${search.toString()}`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('region', { name: 'Decision' }).waitFor();
  return frame;
}

/** The same in a window of one's own. */
export async function openReleaseScreen(
  browser: Browser,
  site: OpenShell,
  query: Record<string, string>,
): Promise<ReleaseScreen> {
  const watched = await openSitePage(browser, site);
  return { ...watched, frame: await openReleases(watched.page, site, query) };
}

/** Opens a tab by its first words, and waits until all of it came. */
export async function openTab(frame: FrameLocator, name: string): Promise<Locator> {
  await frame.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  return tabBody(frame);
}

export async function tabBody(frame: FrameLocator): Promise<Locator> {
  const body = frame.getByRole('tabpanel');
  await body.getByText(/Looking up|Opening/).waitFor({ state: 'detached' });
  return body;
}

/** Pixels by which the page or the screen in it is wider than its window. */
export async function sideways(page: Page): Promise<number> {
  const widths = page
    .frames()
    .map((frame) => frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
  return Math.max(...(await Promise.all(widths)));
}
