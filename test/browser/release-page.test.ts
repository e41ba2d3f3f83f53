import type { Browser, FrameLocator, Page } from 'playwright-core';

import { prepareSite } from '../../dev/demo/prepare';
import {
  describeInBrowser,
  findBarriers,
  findLowContrast,
  keepScreenshot,
  launchBrowser,
} from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { findObstacles, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';
import { openReleases, openTab, sideways } from '../support/release-screen';

const SPRING = '2026.05 Spring';
const TABS = [
  ...['Issues', 'Actions', 'Repositories', 'Graph', 'Reasons', 'Manual steps'],
  ...['Checklists', 'Unlisted', 'Sign-offs', 'Snapshots', 'History'],
];

describeInBrowser('the release page of the demo', () => {
  let browser: Browser;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    await prepareSite('dev/demo');
    [browser, site] = await Promise.all([launchBrowser(), openReadShell('dev/demo')]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    watched = await openSitePage(browser, site);
    ({ page } = watched);
  });
  afterEach(async () => {
    await page.context().close();
  });

  const open = (query: Record<string, string> = {}): Promise<FrameLocator> =>
    openReleases(page, site, { version: SPRING, ...query });

  it('tells at a glance: decision, first failing gate, next actions, gates and rows', async () => {
    const frame = await open();

    for (const name of ['Decision', 'Next actions', 'How many', 'Gates']) {
      const box = await frame.getByRole('region', { name }).boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(800);
    }
    const rows = frame.getByRole('table').getByRole('row');
    expect((await rows.nth(2).boundingBox())?.y).toBeLessThan(800);
    const decision = frame.getByRole('region', { name: 'Decision' });
    expect(await decision.innerText()).toMatch(/NO-SHIP[\s\S]*First failing gate: Issues/);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(watched.troubles).toEqual([]);
    await keepScreenshot(page, 'release-light-1280');
  });

  it('filters, and keeps that in the address', async () => {
    const frame = await open();

    await frame.getByRole('searchbox', { name: 'Key, summary or reason' }).fill('refund');
    await frame.getByRole('combobox', { name: 'Filter by verdict' }).selectOption('blocked');

    await frame.getByText(/^1 of 47 issues/).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('refund');
    expect(new URL(page.url()).searchParams.get('verdict')).toBe('blocked');
  });

  it('goes through the tabs with the keyboard', async () => {
    const frame = await open();
    await frame.getByRole('tab', { name: /^Issues/ }).focus();
    const seen: string[] = [];

    for (const tab of TABS) {
      const selected = frame.getByRole('tab', { selected: true });
      await selected.and(frame.getByRole('tab', { name: new RegExp(`^${tab}`) })).waitFor();
      seen.push((await selected.innerText()).replace(/\s[\d ].*$/, ''));
      await page.keyboard.press('ArrowRight');
    }

    expect(seen).toEqual(TABS);
    expect(watched.troubles).toEqual([]);
  });

  it.each(TABS)('has no obstacle on the tab %s', async (tab) => {
    const frame = await open();

    await openTab(frame, tab);

    expect(await findObstacles(page, [1280, 2560])).toEqual([]);
  });

  it('opens an issue with the facts of its panel, and comes back to its row', async () => {
    const frame = await open({ q: 'PAY-102' });

    await frame.getByRole('link', { name: 'PAY-102', exact: true }).click();
    await frame.getByText('All 10 changes are on dev; test lacks 2 of them.').waitFor();
    expect(new URL(page.url()).searchParams.get('issue')).toBe('PAY-102');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');

    const link = frame.getByRole('link', { name: 'PAY-102', exact: true });
    await link.waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('goes back with the browser', async () => {
    const frame = await open();
    await frame.getByRole('tab', { name: /^Graph/ }).click();
    await frame.getByRole('region', { name: 'Who needs whom, as a list' }).waitFor();

    await page.goBack();

    await frame.getByRole('table', { name: `Issues of ${SPRING}` }).waitFor();
  });

  it('uses a big screen in the dark, with enough contrast', async () => {
    await page.setViewportSize({ width: 2560, height: 1440 });
    const frame = await open({ issue: 'PAY-102', theme: 'dark' });
    await frame.getByText('All 10 changes are on dev; test lacks 2 of them.').waitFor();

    const list = await frame.getByRole('table', { name: /^Issues of/ }).boundingBox();
    const facts = await frame.getByRole('region', { name: 'Facts of PAY-102' }).boundingBox();
    expect(facts?.x).toBeGreaterThan((list?.x ?? 0) + (list?.width ?? 9_999) - 1);
    expect(await findLowContrast(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await keepScreenshot(page, 'release-dark-2560');
  });

  it('tells nothing of another project to who may not browse it', async () => {
    const frame = await open({ tab: 'graph', user: 'cleo' });

    await frame.getByText('needs a hidden issue').first().waitFor();
    expect(await frame.locator('body').innerText()).not.toMatch(/LED-\d/);
  });
});
