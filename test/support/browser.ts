import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { findViolations } from './axe';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SCREENSHOTS = resolve('.local/screenshots');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const hasBrowser = existsSync(PROGRAM);
const isDemanded = process.env.CI !== undefined;
if (!hasBrowser && !isDemanded) {
  process.stderr.write(
    `Skipped, because there is no ${PROGRAM}: install chromium or set CHROMIUM\n`,
  );
}

/** Without a browser these tests are skipped; where CI is set they fail instead. */
export const describeInBrowser = hasBrowser || isDemanded ? describe : describe.skip;

/** A browser with a fresh profile. */
export async function launchBrowser(): Promise<Browser> {
  if (!hasBrowser) throw new Error(`there is no ${PROGRAM}: install chromium or set CHROMIUM`);
  return chromium.launch({ executablePath: PROGRAM, args: FLAGS });
}

/** A page, with all that went wrong in it and its frames while it was open. */
export type WatchedPage = { page: Page; troubles: string[] };

/** `origins` are the servers that the page may call; every other request is a trouble. */
export async function openPage(
  browser: Browser,
  origins: readonly string[],
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    // Colours that are on their way from one to the next are no colours of a theme.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isLocal = ['data:', 'blob:'].includes(protocol) || origins.includes(origin);
    if (!isLocal) troubles.push(`request to ${request.url()}`);
  });
  return { page, troubles };
}

/** What axe finds wrong in the page and in all of its frames: rule, and the elements that break it. */
export async function findBarriers(page: Page): Promise<string[]> {
  return (await findViolations(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** What of that may change with the theme: the contrast of its colours. */
export async function findLowContrast(page: Page): Promise<string[]> {
  const violations = await findViolations(page, { runOnly: ['color-contrast'] });
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
}

/** Keeps a picture of the whole page for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
