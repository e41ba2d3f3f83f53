import { rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { makeRepository } from '../../dev/bench/make-repository';
import { describeInBrowser, keepScreenshot, launchBrowser } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { writeTestSite, type TestSite } from '../support/local-site';
import {
  findObstacles,
  openIssue,
  openReadShell,
  openShell,
  openSitePage,
} from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';
import { createStoryRepository } from '../support/story-repository';
import { createTempFolder } from '../support/temp-folder';

const REPOSITORIES = 40;
const USERS = [
  { accountId: 'ana', displayName: 'Ana Lima', admin: true },
  { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'] },
];
const payments = createStoryRepository();
const billing = createStoryRepository('acme/billing');

describeInBrowser('the panel', () => {
  let browser: Browser;
  let site: OpenShell | undefined;
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    payments.git.remove();
    billing.git.remove();
  });
  afterEach(async () => {
    await watched?.page.context().close();
    await site?.close();
  });

  async function openOn(
    test: Partial<TestSite>,
    open: typeof openShell = openReadShell,
  ): Promise<{ site: OpenShell; page: Page; troubles: string[] }> {
    const opened = await open(
      writeTestSite({ repositories: [payments.site], users: USERS, ...test }),
    );
    site = opened;
    watched = await openSitePage(browser, opened);
    return { site: opened, ...watched };
  }

  it.each([
    { user: 'ana', what: 'Open the Convoy settings' },
    { user: 'bo', what: 'Ask a Jira administrator to set this up under Apps → Convoy.' },
  ])('says to $user where the project is not set up: $what', async ({ user, what }) => {
    const { site: opened, page, troubles } = await openOn({ settings: null });

    const panel = await openIssue(page, opened, 'PAY-1', { user });

    await panel
      .getByRole('heading', { level: 1, name: 'Convoy is not set up for project PAY' })
      .waitFor();
    await panel.getByText(what, { exact: true }).waitFor();
    expect(await findObstacles(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('opens the settings from a project that is not set up', async () => {
    const { site: opened, page } = await openOn({ settings: null });
    const panel = await openIssue(page, opened, 'PAY-1');

    await panel.getByRole('button', { name: 'Open the Convoy settings' }).click();

    await page.waitForURL(/\/settings/);
  });

  it('says what could not be read, and does not call the rest complete', async () => {
    const { site: opened, page } = await openOn({
      repositories: [payments.site, billing.site],
      faults: [{ match: 'GET https://api.github.com/repos/acme/billing*', status: 403 }],
    });

    const panel = await openIssue(page, opened, 'PAY-1');

    await panel.getByRole('heading', { level: 2, name: /^Part of the evidence/ }).waitFor();
    await panel.getByRole('listitem').filter({ hasText: 'acme/billing: ' }).first().waitFor();
    expect(await panel.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/^Complete/);
    await panel.getByRole('button', { name: /^Freshness and gaps 2 .*gap/ }).waitFor();
    expect(await findObstacles(page)).toEqual([]);
    await keepScreenshot(page, 'panel-partial');
  });

  it('says why nothing can be shown, and tries again', async () => {
    const { site: opened, page } = await openOn({
      faults: [
        {
          match: 'GET https://local-site.example/rest/api/3/issue/PAY-1*',
          status: 503,
          times: 1,
          nth: 1,
        },
      ],
    });

    const panel = await openIssue(page, opened, 'PAY-1');
    await panel
      .getByRole('heading', { level: 1, name: 'The evidence could not be shown' })
      .waitFor();
    expect(await findObstacles(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Try again' }).click();

    await panel.getByRole('table').waitFor();
  });

  it('shows how far the first reading has come, then what it found', async () => {
    const { site: opened, page, troubles } = await openOn({ host: { latencyMs: 150 } }, openShell);

    const panel = await openIssue(page, opened, 'PAY-1');
    await panel.getByText('not all repositories were read yet').waitFor();
    await panel.getByRole('progressbar', { name: /^acme\/payments-api: / }).waitFor();
    expect(await findObstacles(page)).toEqual([]);
    opened.local.platform.startBackground();

    await panel.getByRole('table').waitFor();
    await panel
      .getByRole('button', { name: /^acme\/payments-api on dev: 1 of 1 change/ })
      .waitFor();
    expect(troubles).toEqual([]);
  });

  describe('of an issue with 300 commits in 40 repositories', () => {
    let folder: string;

    beforeAll(() => {
      folder = createTempFolder({});
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    const hugeSite = (): Partial<TestSite> => ({
      repositories: Array.from({ length: REPOSITORIES }, (_, index) => {
        const git = join(folder, `service-${index}.git`);
        makeRepository(git, { commits: 9, issues: 1, ahead: { test: index % 3, prod: 1 } });
        return { path: `acme/service-${index}`, git };
      }),
    });

    it('stays small enough to read, and opens to all of it', async () => {
      const { site: opened, page, troubles } = await openOn(hugeSite());

      const panel = await openIssue(page, opened, 'PAY-1');

      await panel.getByText('40 repositories · 320 commits').waitFor();
      const lanes = panel.getByRole('region', { name: 'Lanes' });
      expect(await lanes.getByRole('rowheader').count()).toBe(8);
      expect(
        await panel.getByRole('button', { name: /^acme\/service-\d+ 8 commits/ }).count(),
      ).toBe(8);
      expect(await findObstacles(page)).toEqual([]);
      await keepScreenshot(page, 'panel-huge');
      await lanes.getByRole('button', { name: 'Show all 40 repositories' }).click();
      expect(await lanes.getByRole('rowheader').count()).toBe(40);
      await panel.getByRole('button', { name: 'Show all 40 repositories' }).click();
      await panel.getByRole('button', { name: /^acme\/service-39 8 commits/ }).click();
      expect(await panel.getByRole('list', { name: 'Where this commit is' }).count()).toBe(8);
      expect(troubles).toEqual([]);
    }, 90_000);
  });
});
