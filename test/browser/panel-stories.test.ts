import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

import { prepareSite } from '../../dev/demo/prepare';
import { describeInBrowser, keepScreenshot, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { STOPS, STORIES } from '../support/demo-stories';
import { findObstacles, openIssue, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';

const DEMO = 'dev/demo';

async function bottomOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  return box ? box.y + box.height : Infinity;
}

describeInBrowser('the panel of a demo issue', () => {
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

  const stopsOf = async (panel: FrameLocator): Promise<string[]> => {
    const stops = panel.getByRole('table').getByRole('button').locator('.sr-only');
    return stops.allTextContents();
  };

  it.each(STORIES)('$issue: $sentence', async ({ issue, sentence, stops, sections = [] }) => {
    const panel = await openIssue(page, site, issue);

    await panel.getByRole('heading', { level: 1, name: sentence }).waitFor();
    expect(await stopsOf(panel)).toEqual(stops);
    for (const name of sections) {
      await panel.getByRole('button', { name, exact: true }).waitFor();
    }
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it.each(STOPS)('$issue has its lanes', async ({ issue, stops }) => {
    const panel = await openIssue(page, site, issue);

    expect(await stopsOf(panel)).toEqual(stops);
  });

  it('PAY-109 marks the commit that takes the change back', async () => {
    const panel = await openIssue(page, site, 'PAY-109');

    const revert = panel.getByRole('listitem').filter({ hasText: 'Revert "PAY-109' });

    await expect(revert.first().innerText()).resolves.toMatch(/revert\n[^]*reverts da795e3/);
  });

  it('PAY-125 tells in the opened cell what the failed deployment would have brought', async () => {
    const panel = await openIssue(page, site, 'PAY-125');

    await panel.getByRole('button', { name: /^Back office on prod/ }).click();

    const facts = panel.getByRole('group', { name: 'Facts of Back office on prod' });
    await expect(facts.innerText()).resolves.toMatch(
      /production runs 0 of 1[^]*Newest deployment failed[^]*would have brought 1 of 1/,
    );
  });

  it('PAY-128 tells where it is only spoken of', async () => {
    const panel = await openIssue(page, site, 'PAY-128');

    await panel.getByRole('button', { name: /^Mentions 3/ }).click();

    const mentions = panel.getByRole('region', { name: 'Mentions' });
    await mentions.getByRole('listitem').nth(2).waitFor();
    expect(await mentions.getByRole('listitem').count()).toBe(3);
    await mentions.getByText('in quoted text').waitFor();
  });

  it('PAY-102 has no obstacle when everything is open', async () => {
    const panel = await openIssue(page, site, 'PAY-102');

    await panel.getByRole('button', { name: /^Payments API on test/ }).click();
    await panel.locator('.section-toggle[aria-expanded=false]').evaluateAll((toggles) => {
      for (const toggle of toggles) (toggle as HTMLElement).click();
    });
    await panel.getByRole('button', { name: /of why d0f0cd5 is here/ }).click();
    await panel.getByRole('button', { name: 'Link a commit…' }).click();

    await panel.getByRole('form', { name: 'Link a commit' }).waitFor();
    const pulls = panel.getByRole('region', { name: 'Pull requests' });
    await pulls.getByRole('listitem').first().waitFor();
    expect(await findObstacles(page)).toEqual([]);
    await keepScreenshot(page, 'panel-all-open');
  });

  it('PAY-129 shows markup in titles as text', async () => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });

    const panel = await openIssue(page, site, 'PAY-129');
    await panel.getByRole('button', { name: /^Pull requests/ }).click();

    await panel
      .getByText('PAY-129 Show <b>bold</b> names & <script>alert("hi")</script> as they are')
      .waitFor();
    await panel.getByText('<img src=x onerror=alert(1)> is a name').first().waitFor();
    expect(await panel.locator('#root :is(b, img, script)').count()).toBe(0);
    expect(await page.locator('main :is(b, img, script)').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it.each(['PAY-101', 'PAY-102', 'PAY-111', 'PAY-125'])(
    '%s has its verdict, lanes, reasons and next actions on the first screen',
    async (issue) => {
      const panel = await openIssue(page, site, issue);

      const bottoms = ['Why', 'Next'].map((name) => bottomOf(panel.getByRole('region', { name })));
      await keepScreenshot(page, `panel-${issue}`);

      expect(Math.max(...(await Promise.all(bottoms)))).toBeLessThanOrEqual(800);
    },
  );
});
