import type { Browser, FrameLocator, Page } from 'playwright-core';

import { describeInBrowser, findBarriers, keepScreenshot, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import type { GitRepository } from '../support/git-repository';
import { issue, writeTestSite } from '../support/local-site';
import { openIssue, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';
import { createStoryRepository } from '../support/story-repository';

/** PAY-1 is on test, and needs PAY-2, which is on dev only. */
describeInBrowser('the panel of an issue that another one holds back', () => {
  let browser: Browser;
  let git: GitRepository;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    const story = createStoryRepository();
    ({ git } = story);
    const blocks = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const folder = writeTestSite({
      repositories: [story.site],
      issues: [
        issue('PAY-1', { issuelinks: [{ type: blocks, inwardIssue: { key: 'PAY-2' } }] }),
        issue('PAY-2'),
      ],
    });
    [browser, site] = await Promise.all([launchBrowser(), openReadShell(folder)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    git.remove();
  });
  beforeEach(async () => {
    watched = await openSitePage(browser, site);
    ({ page } = watched);
  });
  afterEach(async () => {
    await page.context().close();
  });

  const open = (theme: 'light' | 'dark' = 'light'): Promise<FrameLocator> =>
    openIssue(page, site, 'PAY-1', { theme });

  it('says so, with what must travel first', async () => {
    const panel = await open();

    await panel.getByRole('heading', { level: 1, name: /^Blocked/ }).waitFor();
    const together = panel.getByRole('region', { name: 'Must travel together' });
    expect(await together.getByRole('listitem').innerText()).toMatch(/^PAY-2\s+missing/);
    expect(watched.troubles).toEqual([]);
  });

  it('asks about another promotion with the keyboard, without loading again', async () => {
    const panel = await open();
    await panel.locator(':root').evaluate((root) => {
      root.dataset.mark = 'same page';
    });
    const select = panel.getByRole('combobox', { name: 'Promotion' });
    expect(await select.locator('option:checked').innerText()).toBe('test → prod');

    await select.focus();
    await page.keyboard.press('ArrowUp');

    await panel.getByRole('button', { name: /^Plan \d+ dev → test: / }).waitFor();
    expect(await select.locator('option:checked').innerText()).toBe('dev → test');
    await panel.getByRole('radio', { name: /^Audit/ }).check();
    await panel.locator('main:not([aria-busy])').waitFor();
    expect(await panel.locator(':root').getAttribute('data-mark')).toBe('same page');
    expect(watched.troubles).toEqual([]);
  });

  it('explains why a commit counts as there', async () => {
    const panel = await open();
    const [strip] = await panel.getByRole('list', { name: 'Where this commit is' }).all();

    await strip?.getByRole('button', { name: 'test by ancestry' }).focus();
    await page.keyboard.press('Enter');

    const proof = panel.getByRole('group', { name: /^Proof of .* on test$/ });
    await proof.getByText('The commit itself is in the history of release/test.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('leads from a reason to its evidence', async () => {
    const panel = await open();
    const why = panel.getByRole('region', { name: 'Why' });

    await why.getByRole('button', { name: /PAY-2/ }).first().focus();
    await page.keyboard.press('Enter');

    await why.getByText('missing-dependency').waitFor();
    await why.getByRole('list', { name: /^Evidence: / }).waitFor();
  });

  it('leads through the picture of the dependencies by keyboard', async () => {
    const panel = await open();
    await panel.getByRole('button', { name: /^Dependencies 1/ }).click();
    const picture = panel.getByRole('group', { name: /^Who needs whom: 2 issues/ });

    await picture.getByRole('link', { name: 'PAY-2: missing' }).focus();
    await page.keyboard.press('Enter');

    await page.waitForURL(/\/browse\/PAY-2/);
  });

  it.each(['light', 'dark'] as const)('has no barrier when all is open, in %s', async (theme) => {
    const panel = await open(theme);
    for (const name of [/^Plan/, /^Dependencies/, /^Risks/, /^History/]) {
      await panel.getByRole('button', { name }).first().click();
    }
    await panel.getByRole('group', { name: /^Who needs whom/ }).waitFor();

    expect(await findBarriers(page)).toEqual([]);
    await keepScreenshot(page, `panel-held-back-${theme}`);
    expect(watched.troubles).toEqual([]);
  });
});
