import type { Browser, FrameLocator, Page } from 'playwright-core';

import { describeInBrowser, findBarriers, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import type { GitRepository } from '../support/git-repository';
import { issue, writeTestSite } from '../support/local-site';
import { findObstacles, openIssue, openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';
import { createStoryRepository } from '../support/story-repository';

const short = (sha: string): string => sha.slice(0, 7);

describeInBrowser('what a person does in the panel', () => {
  let browser: Browser;
  let git: GitRepository;
  /** The one commit of PAY-3, in an open pull request. */
  let three: string;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    const story = createStoryRepository();
    ({ git } = story);
    three = git.head('feature/PAY-3');
    const folder = writeTestSite({
      repositories: [story.site],
      issues: ['PAY-1', 'PAY-2', 'PAY-3'].map((key) => issue(key)),
      users: [
        { accountId: 'ana', displayName: 'Ana Lima', admin: true },
        { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'] },
        { accountId: 'cleo', displayName: 'Cleo Marsh', projects: [] },
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

  /** The accessible words of what has the focus in the panel. */
  const focused = (panel: FrameLocator): Promise<string> =>
    panel.locator(':root').evaluate(() => document.activeElement?.textContent ?? '');

  async function tabTo(panel: FrameLocator, words: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (words.test(await focused(panel))) return;
    }
    throw new Error(`40 presses of Tab do not reach ${String(words)}`);
  }

  it('opens, reads and closes the facts of a cell with the keyboard alone', async () => {
    const panel = await openIssue(page, site, 'PAY-1');
    const facts = panel.getByRole('group', { name: 'Facts of acme/payments-api on test' });

    await tabTo(panel, /^acme\/payments-api on test/);
    await page.keyboard.press('Enter');
    await facts.getByText('In the branch (2)').waitFor();
    await tabTo(panel, /^Close$/);
    await page.keyboard.press('Escape');

    await facts.waitFor({ state: 'detached' });
    expect(await focused(panel)).toMatch(/^acme\/payments-api on test/);
  });

  it('closes the facts from the cell that opened them', async () => {
    const panel = await openIssue(page, site, 'PAY-1');

    await tabTo(panel, /^acme\/payments-api on dev/);
    await page.keyboard.press('Enter');
    await panel.getByRole('group', { name: /^Facts of/ }).waitFor();
    await page.keyboard.press('Escape');

    await panel.getByRole('group', { name: /^Facts of/ }).waitFor({ state: 'detached' });
  });

  it('shows the gist of a cell while it has the focus', async () => {
    const panel = await openIssue(page, site, 'PAY-1');

    await tabTo(panel, /^acme\/payments-api on prod/);

    await panel.getByText('Press for all facts').waitFor();
    // Switching the theme would take the focus away, and the gist fades with it.
    expect(await findBarriers(page)).toEqual([]);
  });

  it('brings a push in, with progress and without loading again', async () => {
    const panel = await openIssue(page, site, 'PAY-1');
    await panel.locator(':root').evaluate((root) => {
      root.dataset.mark = 'same page';
    });
    git.commit({ message: 'PAY-1 pushed just now', files: { e: '1' }, branch: 'develop' });

    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByRole('region', { name: 'Reading in progress' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Reading…' }).isDisabled()).toBe(true);
    await site.local.platform.drain();

    await panel.getByText('PAY-1 pushed just now', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Refresh' }).waitFor();
    await panel.getByText('as of just now').waitFor();
    expect(await panel.locator(':root').getAttribute('data-mark')).toBe('same page');
    expect(watched.troubles).toEqual([]);
  });

  it('links a commit by hand', async () => {
    const sha = git.commit({ message: 'Forgot the key', files: { f: '1' }, branch: 'develop' });
    const panel = await openIssue(page, site, 'PAY-2', { user: 'bo' });
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByRole('region', { name: 'Reading in progress' }).waitFor();
    await site.local.platform.drain();
    await panel.getByRole('button', { name: 'Refresh' }).waitFor();

    await panel.getByRole('button', { name: 'Link a commit…' }).click();
    await panel.getByLabel(/^Commit/).fill(short(sha));
    await panel.getByLabel('Reason').fill('The key was forgotten');
    await panel.getByRole('button', { name: 'Link commit' }).click();
    await panel.getByText(/^Linked\./).waitFor();
    await site.local.platform.drain();
    await panel.getByText(/^linked by hand by Bo Chen, 2026-05-04: The key was/).waitFor();
    expect(watched.troubles).toEqual([]);
  });

  it('takes a commit out by hand, and keeps who did it and why', async () => {
    const panel = await openIssue(page, site, 'PAY-3', { user: 'bo' });
    const link = panel.getByRole('link', { name: short(three) });

    await panel.getByRole('button', { name: `Unlink… ${short(three)}` }).click();
    await panel
      .getByLabel(`Why is ${short(three)} not part of PAY-3?`)
      .fill('It belongs elsewhere');
    await panel.getByRole('button', { name: 'Take it out' }).click();
    await panel.getByText(/^Taken out\./).waitFor();
    await site.local.platform.drain();

    await panel.getByRole('button', { name: 'Unlinked by hand 1', exact: true }).click();
    const unlinked = panel.getByRole('region', { name: 'Unlinked by hand' });
    await unlinked.getByText('It belongs elsewhere').waitFor();
    await unlinked.getByText('Bo Chen').waitFor();
    expect(await link.count()).toBe(0);
    expect(watched.troubles).toEqual([]);
  });

  it('tells why a commit cannot be linked', async () => {
    const panel = await openIssue(page, site, 'PAY-1');

    await panel.getByRole('button', { name: 'Link a commit…' }).click();
    await panel.getByLabel(/^Commit/).fill('abcdef1');
    await panel.getByLabel('Reason').fill('A guess');
    await panel.getByRole('button', { name: 'Link commit' }).click();

    const alert = panel.getByRole('alert');
    await alert.getByText(/acme\/payments-api has no commit abcdef1/).waitFor();
    expect(await findObstacles(page)).toEqual([]);
  });

  it('tells who may not see the issue that there is none, and shows no panel', async () => {
    await page.goto(`${site.shell.url}/browse/PAY-1?user=cleo`);

    await page.getByRole('heading', { name: 'Not found' }).waitFor();

    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('refuses who lost the right to see the issue while it was open', async () => {
    const panel = await openIssue(page, site, 'PAY-1', { user: 'bo' });
    const bo = site.local.site.jira.users.find(({ accountId }) => accountId === 'bo');
    if (!bo) throw new Error('the site has no user bo');

    bo.projects = [];
    await panel.getByRole('button', { name: 'Refresh' }).click();

    const alert = panel.getByRole('alert');
    await alert.getByText(/^Refresh failed: .*PAY-1/).waitFor();
    bo.projects = ['PAY'];
  });
});
