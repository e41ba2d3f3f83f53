import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { prepareSite } from '../demo/prepare';
import { APP_FOLDER } from '../local-site/app-folder';
import { openSite } from '../local-site/open-site';
import { readSite } from '../site-file/read-site';
import { hasBrowser, inFreshBrowser, startPages } from './in-browser';
import type { Row } from './table';

const RUNS = 5;
/** Of PAY-102. */
const SENTENCE = /10 changes are on dev/;

/** What the panel weighs, and how soon a person sees something in it. */
export async function benchScreen(): Promise<Row[]> {
  const weight = { what: 'panel: JavaScript, KB gzip', value: scriptKilobytes(), limit: 250 };
  if (!hasBrowser()) return [weight];
  const times = (await firstContents()).sort((a, b) => a - b);
  return [
    weight,
    { what: 'panel: the sentence in the browser, ms (median)', value: times[2] ?? 0, limit: 1000 },
    { what: '  slowest of five, ms', value: times.at(-1) ?? 0 },
  ];
}

function scriptKilobytes(): number {
  const folder = join(APP_FOLDER, 'static', 'issue-panel', 'build');
  const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(join(folder, name))).length)
    .reduce((sum, size) => sum + size, 0);
  return Math.round((bytes / 1024) * 10) / 10;
}

/** Milliseconds from the page's address to the sentence of where the issue stands, each with a fresh profile. */
async function firstContents(): Promise<number[]> {
  const folder = join(APP_FOLDER, 'dev', 'demo');
  await prepareSite(folder);
  const local = await openSite(readSite(folder), { store: null });
  await local.platform.drain();
  const shell = await startPages(local);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await firstContent(`${shell.url}/browse/PAY-102`));
  }
  await shell.close();
  await local.close();
  return times;
}

const firstContent = (url: string): Promise<number> =>
  inFreshBrowser(async (page) => {
    const started = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.frameLocator('iframe').getByRole('heading', { name: SENTENCE }).waitFor();
    return Math.round(performance.now() - started);
  });
