import type { Browser, FrameLocator, Page } from 'playwright-core';

import { describeInBrowser, launchBrowser, type WatchedPage } from '../support/browser';
import type { GitRepository } from '../support/git-repository';
import { createKeyboard, type Keyboard } from '../support/keyboard';
import { issue, settingsOf, writeTestSite } from '../support/local-site';
import { openReadShell, openSitePage, type OpenShell } from '../support/open-shell';
import { openReleases, tabBody } from '../support/release-screen';
import { createStoryRepository } from '../support/story-repository';

const VERSION = { id: '10020', name: '1.0' };
const BLOCKS = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const ISSUES = 45;

/** PAY-1 is on test and needs PAY-2, which is on dev only; most others have no change at all. */
const issues = (): unknown[] =>
  Array.from({ length: ISSUES }, (_, index) =>
    issue(`PAY-${index + 1}`, {
      fixVersions: [VERSION],
      issuelinks: index === 0 ? [{ type: BLOCKS, inwardIssue: { key: 'PAY-2' } }] : [],
    }),
  );

describeInBrowser('the release page without a mouse', () => {
  let browser: Browser;
  let git: GitRepository;
  let site: OpenShell;
  let watched: WatchedPage;
  let page: Page;
  let frame: FrameLocator;
  let keys: Keyboard;

  beforeAll(async () => {
    const story = createStoryRepository();
    ({ git } = story);
    const { projects } = settingsOf([story.site]) as { projects: { PAY: object } };
    const folder = writeTestSite({
      repositories: [story.site],
      issues: issues(),
      versions: [{ ...VERSION, projectId: 1, released: false, archived: false }],
      users: [
        { accountId: 'rita', displayName: 'Rita Novak', admin: true, roles: { PAY: ['QA'] } },
      ],
      settings: { version: 1, projects: { PAY: { ...projects.PAY, signOffs: [{ role: 'QA' }] } } },
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
    frame = await openReleases(page, site);
    keys = createKeyboard(page, frame);
  });
  afterEach(async () => {
    await page.context().close();
  });

  const openTab = async (name: RegExp): Promise<void> => {
    await keys.tabTo(/^Issues \d/);
    while (!name.test(await keys.focused())) await keys.press('ArrowRight');
    await tabBody(frame);
  };

  it('has its parts in the order in which they are read', async () => {
    const parts = [/^Version/, /^Several…/, /^Promotion/, /^Plan/, /^Lifecycle/, /^Reload/];
    const rest = [/^Show \d+ blocked/, /^Scope/, /^Freeze/, /^Issues \d/, /^Key, summary/];

    for (const part of [...parts, ...rest]) await keys.tabTo(part);
    await keys.tabTo(/^Issues on all lines/);

    expect(watched.troubles).toEqual([]);
  });

  it('chooses several versions in a form that Escape closes', async () => {
    await keys.tabTo(/^Several…/);
    await keys.press('Enter');
    expect(await keys.focused()).toBe('Version, or a name for what the query finds');

    await keys.press('Escape');

    expect(await keys.focused()).toBe('Several… versions or a query');
  });

  it('narrows the matrix, opens an issue and comes back to its row', async () => {
    await keys.tabTo(/^Key, summary/);
    await keys.write('PAY-12');
    await frame.getByText(`1 of ${ISSUES} issues`).waitFor();
    await keys.tabTo(/^PAY-12$/);

    await keys.press('Enter');
    await frame.getByRole('region', { name: 'Why' }).waitFor();
    expect(await keys.focused()).toBe('Back to the issues');
    await keys.press('Enter');

    expect(await keys.focused()).toBe('PAY-12');
  });

  it('reaches rows of the matrix that were out of sight', async () => {
    await keys.tabTo(/^Issues on all lines/);

    await keys.tabTo(/^PAY-40$/);

    const row = frame.getByRole('link', { name: 'PAY-40', exact: true });
    expect(await row.isVisible()).toBe(true);
  });

  it('opens an issue from the picture of who needs whom', async () => {
    await openTab(/^Graph/);

    await keys.tabTo(/^PAY-2, /);
    await keys.press('Enter');

    await frame.getByRole('region', { name: 'Facts of PAY-2' }).waitFor();
    expect(await keys.focused()).toBe('Back to the issues');
  });

  it('goes from one item of a checklist to the next', async () => {
    await openTab(/^Checklists/);
    await keys.tabTo(/^Done ?: Test PAY-1 /);

    await keys.press('Enter');
    await frame.getByText(/^done by Rita Novak/).waitFor();

    expect(await keys.focused()).toMatch(/^Done ?: Test PAY-2 /);
  });

  it('gives up a note with Escape, and is back on the button', async () => {
    await openTab(/^Checklists/);
    await keys.tabTo(/^Failed… ?: Test PAY-2 /);
    await keys.press('Enter');
    expect(await keys.focused()).toBe('What is wrong? A failed item rejects its issue.');

    await keys.press('Escape');

    expect(await keys.focused()).toMatch(/^Failed… ?: Test PAY-2 /);
  });

  it('waives a gate, and goes on from that gate', async () => {
    await keys.tabTo(/^Dependencies/);
    await keys.press('Enter');
    await keys.tabTo(/^Waive Dependencies…/);
    await keys.press('Enter');
    await keys.press('Escape');
    expect(await keys.focused()).toBe('Waive Dependencies…');

    await keys.press('Enter');
    await keys.write('The client knows');
    await keys.press('Enter');
    await frame.getByText(/^Waived by Rita Novak until/).waitFor();

    expect(await keys.focused()).toMatch(/^Dependencies/);
  });

  it('signs off with Enter, and takes it back', async () => {
    await openTab(/^Sign-offs/);
    await keys.tabTo(/^Sign off as QA…/);
    await keys.press('Enter');
    await keys.press('Enter');
    await frame.getByText('approved, in force').waitFor();
    expect(await keys.focused()).toBe('Sign off as QA…');

    await page.keyboard.press('Shift+Tab');
    expect(await keys.focused()).toMatch(/^Take back…/);
    await keys.press('Enter');
    await keys.press('Enter');
    await frame.getByText('approved, taken back').waitFor();

    expect(
      await frame.getByRole('tabpanel').evaluate((panel) => panel === document.activeElement),
    ).toBe(true);
  });

  it('takes a snapshot, and is back on the button', async () => {
    await openTab(/^Snapshots/);
    await keys.tabTo(/^Take a snapshot$/);
    await keys.press('Enter');
    await keys.write('Before lunch');
    await keys.press('Enter');
    await frame.getByRole('cell', { name: 'Before lunch' }).waitFor();

    expect(await keys.focused()).toBe('Take a snapshot');
  });
});
