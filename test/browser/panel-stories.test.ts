import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

import { prepareSite } from '../../dev/demo/prepare';
import { describeInBrowser, keepScreenshot, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { STORIES } from '../support/demo-stories';
import type { Story } from '../support/demo-story';
import { findObstacles, openIssue, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';

const DEMO = 'dev/demo';
/** All of the demo is read before the first test. */
const READING_MS = 120_000;

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
  }, READING_MS);
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

  /** The first lines of a list: its first item, or `null` when there is none. */
  const firstOf = async (panel: FrameLocator, name: string): Promise<string | null> => {
    const items = panel.getByRole('region', { name, exact: true }).getByRole('listitem');
    return (await items.count()) === 0 ? null : items.first().innerText();
  };

  const expectGlance = async (panel: FrameLocator, { reason, next, together }: Story) => {
    const why = await firstOf(panel, 'Why');
    expect(why?.split('\n')[0] ?? null).toBe(reason);
    if (next) expect((await firstOf(panel, 'Next'))?.split('\n').slice(0, 2)).toEqual(next);
    if (together) {
      const needs = panel.getByRole('region', { name: 'Must travel together' });
      expect((await needs.innerText()).replace(/\s+/g, ' ')).toContain(together);
    }
  };

  const expectProof = async (
    panel: FrameLocator,
    [sha, stop, words]: NonNullable<Story['proof']>,
  ) => {
    const commit = panel
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: sha }) });
    await commit.getByRole('button', { name: stop, exact: true }).click();
    await commit
      .getByRole('group', { name: `Proof of ${sha} on` })
      .getByText(words)
      .waitFor();
  };

  const expectLife = async (panel: FrameLocator, life: string[]) => {
    await panel.getByRole('button', { name: /^History/ }).click();
    const history = panel.getByRole('region', { name: 'History' });
    await history.getByRole('listitem').first().waitFor();
    let rest = (await history.innerText()).replace(/\s+/g, ' ');
    for (const part of life) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  };

  it.each(STORIES)('$issue: $verdict. $sentence', async (story) => {
    const { issue, verdict, sentence, stops, sections = [] } = story;
    const panel = await openIssue(page, site, issue);

    await panel
      .getByRole('heading', { level: 1, name: `${verdict} ${sentence}`, exact: true })
      .waitFor();
    expect(await stopsOf(panel)).toEqual(stops);
    await expectGlance(panel, story);
    for (const name of sections) {
      await panel.getByRole('button', { name, exact: true }).waitFor();
    }
    if (story.proof) await expectProof(panel, story.proof);
    if (story.life) await expectLife(panel, story.life);
    expect(await findObstacles(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it('PAY-112 does not tell Cleo which issue it needs', async () => {
    const panel = await openIssue(page, site, 'PAY-112', { user: 'cleo' });

    await panel.getByRole('heading', { level: 1, name: /^Manual review/ }).waitFor();
    const needs = panel.getByRole('region', { name: 'Must travel together' });
    await needs.getByText('an issue that you may not see').waitFor();
    await panel.getByRole('button', { name: 'Dependencies 1 1 hidden', exact: true }).click();
    await panel.getByRole('region', { name: 'Dependencies', exact: true }).waitFor();
    expect(await panel.locator(':root').innerText()).not.toMatch(/LED-12|Ledger entries/);
    expect(await findObstacles(page)).toEqual([]);
  });

  it('PAY-130 has its step ticked with a note, and opened again', async () => {
    const step = 'Tell the merchants of the pilot, by mail, one day before';
    const panel = await openIssue(page, site, 'PAY-130', { user: 'rita' });
    const reason = panel.getByRole('button', { name: '1 manual step of PAY-130 is not ticked.' });
    await reason.waitFor();
    await panel.getByRole('button', { name: /^Risks and manual steps/ }).click();
    const risks = panel.getByRole('region', { name: 'Risks and manual steps' });

    await risks.getByRole('button', { name: `Tick with a note… ${step}` }).click();
    await risks.getByRole('textbox', { name: 'Note' }).fill('Sent on Friday');
    expect(await findObstacles(page)).toEqual([]);
    await risks.getByRole('button', { name: 'Tick', exact: true }).click();

    await risks.getByText(/done by Rita Novak, just now.*: “Sent on Friday”/).waitFor();
    await reason.waitFor({ state: 'detached' });
    expect(await risks.getByRole('checkbox', { name: step }).isChecked()).toBe(true);
    await panel
      .getByRole('button', { name: /^Risks and manual steps 4 1 of 1 step done/ })
      .waitFor();

    await risks.getByRole('checkbox', { name: step }).uncheck();

    await risks.getByText(/^not done: unticked by Rita Novak, just now/).waitFor();
    await reason.waitFor();
    expect(watched.troubles).toEqual([]);
  });

  it('PAY-109 marks the commit that takes the change back', async () => {
    const panel = await openIssue(page, site, 'PAY-109');

    const changes = panel.getByRole('region', { name: 'Changes' });
    const revert = changes.getByRole('listitem').filter({ hasText: 'Revert "PAY-109' });

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
      .getByText('PAY-129 Show <b>bold</b> names & <script>alert("hi")</script> as they are', {
        exact: true,
      })
      .waitFor();
    await panel.getByText('<img src=x onerror=alert(1)> is a name').first().waitFor();
    expect(await panel.locator('#root :is(b, img, script)').count()).toBe(0);
    expect(await page.locator('main :is(b, img, script)').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it.each(['PAY-102', 'PAY-111', 'PAY-120', 'PAY-121', 'PAY-130'])(
    '%s has its verdict, lanes, reasons and next actions on the first screen',
    async (issue) => {
      const panel = await openIssue(page, site, issue);

      const bottoms = ['Why', 'Next'].map((name) => bottomOf(panel.getByRole('region', { name })));
      await keepScreenshot(page, `panel-${issue}`);

      expect(Math.max(...(await Promise.all(bottoms)))).toBeLessThanOrEqual(800);
    },
  );
});
