import type { Frame, FrameLocator, Page } from 'playwright-core';
import { z } from 'zod';

import { hasBrowser, inFreshBrowser, startPages } from './in-browser';
import type { PartedSite } from './parted-site';
import { CHOICE, type ReleaseSizes } from './release-site';
import type { Row } from './table';

const RUNS = 3;
const MOST_FIRST_MS = 1500;
const FRAME_MS = 1000 / 60;
const SCROLL_STEPS = 120;
const PIXELS_A_STEP = 400;

/** How soon a person sees the decision of a large release, and how smoothly its rows scroll. */
export async function benchReleaseScreen(
  site: PartedSite,
  { issues }: ReleaseSizes,
): Promise<Row[]> {
  if (!hasBrowser()) return [];
  const shell = await startPages(site);
  const url = `${shell.url}/projects/${CHOICE.projectKey}?version=${CHOICE.version}`;
  const firsts: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    firsts.push(await inFreshBrowser((page) => first(page, url)));
  }
  const frames = await inFreshBrowser(async (page) => {
    await first(page, url);
    return scroll(page, issues);
  });
  await shell.close();
  return [
    {
      what: `release of ${issues} issues: the decision in the browser, ms (median)`,
      value: middle(firsts),
      limit: MOST_FIRST_MS,
    },
    { what: '  slowest of three, ms', value: Math.max(...firsts) },
    {
      what: '  scrolling its rows: frame, ms (median)',
      value: Math.round(middle(frames) * 10) / 10,
      limit: Math.ceil(FRAME_MS * 10) / 10,
    },
    {
      what: '  frames that came late, % (two refreshes of the screen or more)',
      value: Math.round((100 * frames.filter((ms) => ms > 1.5 * FRAME_MS).length) / frames.length),
    },
  ];
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');

/**
 * Told by the browser itself: the server is in this process, and while it makes the next reply the driver
 * would notice nothing. After the frame that shows the decision; milliseconds since 1970.
 */
const NOTE_DECISION = `new MutationObserver((_, observer) => {
    if (!document.querySelector('[aria-label="Decision"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      window.decisionShownAt = performance.timeOrigin + performance.now();
    }));
  }).observe(document, { childList: true, subtree: true })`;

/** Milliseconds from the beginning of the navigation to the decision on the screen. */
async function first(page: Page, url: string): Promise<number> {
  await page.addInitScript(NOTE_DECISION);
  await page.goto(url, { waitUntil: 'commit' });
  await frameOf(page).getByRole('region', { name: 'Decision' }).waitFor();
  const app = appOf(page);
  await app.waitForFunction('window.decisionShownAt');
  const shown = z.number().parse(await app.evaluate('window.decisionShownAt'));
  const started = z.number().parse(await page.evaluate('performance.timeOrigin'));
  return Math.round(shown - started);
}

function appOf(page: Page): Frame {
  const app = page.frames().find((frame) => frame !== page.mainFrame());
  if (!app) throw new Error('The app has no frame.');
  return app;
}

/** In the page, as text: the loader of this file would put a helper of its own into a function. */
const SCROLL = `new Promise((resolve) => {
    let scroller = document.querySelector('[role=table], table');
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1000) {
      scroller = scroller.parentElement;
    }
    const gaps = [];
    let last = 0;
    const step = (now) => {
      if (last > 0) gaps.push(now - last);
      last = now;
      scroller.scrollBy(0, ${PIXELS_A_STEP});
      if (gaps.length < ${SCROLL_STEPS}) requestAnimationFrame(step);
      else resolve(gaps);
    };
    requestAnimationFrame(step);
  })`;

/** Milliseconds between frames while the rows run past, a wheel's step a frame. */
async function scroll(page: Page, issues: number): Promise<number[]> {
  await frameOf(page)
    .getByText(new RegExp(`^${issues} issues`))
    .first()
    .waitFor();
  return z.array(z.number()).parse(await appOf(page).evaluate(SCROLL));
}
