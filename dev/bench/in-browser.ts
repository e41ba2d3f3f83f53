import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { APP_FOLDER } from '../local-site/app-folder';
import { createAppHost } from '../local-site/app-host';
import type { LocalSite } from '../local-site/open-site';
import { readShellApp } from '../site/shell-app';
import { startShell, type Shell } from '../site/start-shell';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether there is a browser; says so when there is none. */
export function hasBrowser(): boolean {
  if (existsSync(CHROMIUM)) return true;
  process.stdout.write(`${CHROMIUM} is not there: nothing was measured in a browser.\n`);
  return false;
}

/** The pages of a local site, as people open them. */
export const startPages = (site: LocalSite): Promise<Shell> =>
  startShell({
    host: createAppHost(site),
    app: readShellApp(join(APP_FOLDER, 'manifest.yml')),
  });

/** Does something with a page of a browser that was never used before. */
export async function inFreshBrowser<Answer>(
  use: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const profile = mkdtempSync(join(tmpdir(), 'convoy-profile-'));
  const options = { executablePath: CHROMIUM, args: FLAGS };
  const browser = await chromium.launchPersistentContext(profile, options);
  const answer = await use(await browser.newPage());
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
  return answer;
}
