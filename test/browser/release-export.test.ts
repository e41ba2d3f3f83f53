import { readFile } from 'node:fs/promises';

import type { Browser, Download, FrameLocator, Page } from 'playwright-core';

import { prepareSite } from '../../dev/demo/prepare';
import {
  describeInBrowser,
  findBarriers,
  findLowContrast,
  keepScreenshot,
  launchBrowser,
} from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { openReadShell, openSitePage } from '../support/open-shell';
import type { OpenShell } from '../support/open-shell';

const SPRING = '2026.05 Spring';

describeInBrowser('what leaves the release page', () => {
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

  const go = async (query: Record<string, string> = {}): Promise<FrameLocator> => {
    const search = new URLSearchParams({ version: SPRING, theme: 'light', user: 'ana', ...query });
    await page.goto(`${site.shell.url}/projects/PAY?${search.toString()}`);
    return page.frameLocator('iframe');
  };
  const openExport = async (query: Record<string, string> = {}): Promise<FrameLocator> => {
    const frame = await go(query);
    await frame.getByRole('button', { name: 'Export', exact: true }).click();
    await frame.getByRole('region', { name: 'Export' }).waitFor();
    return frame;
  };
  const textOf = async (download: Download): Promise<string> =>
    readFile(await download.path(), 'utf8');
  const attach = async (frame: FrameLocator, place: string): Promise<void> => {
    await frame.getByRole('button', { name: 'Attach…' }).click();
    await frame.getByRole('combobox', { name: 'Where to' }).selectOption(place);
    const key = frame.getByRole('textbox', { name: 'Issue key' });
    if (await key.isVisible()) await key.fill('PAY-102');
    await frame.getByRole('button', { name: 'Attach', exact: true }).click();
    await frame.getByRole('button', { name: 'Write it to Jira' }).click();
    await frame.getByText(/^Written into/).waitFor();
  };

  it('downloads a file inside the sandbox of the screen', async () => {
    const frame = await openExport();
    await frame.getByRole('combobox', { name: 'For whom' }).selectOption('QA');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Download' }).click(),
    ]);

    expect(download.suggestedFilename()).toBe('release-2026-05-spring-qa.md');
    expect(await textOf(download)).toMatch(/^# 2026\.05 Spring: NO-SHIP\n[\s\S]*## To test/);
    expect(watched.troubles).toEqual([]);
  });

  it('is a menu without a barrier, bright and dark, and on a narrow screen', async () => {
    const light = await openExport();
    await light.getByRole('button', { name: 'Attach…' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await keepScreenshot(page, 'release-export-light-1280');

    await openExport({ theme: 'dark' });
    expect(await findLowContrast(page)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 800 });
    const box = await page
      .frameLocator('iframe')
      .getByRole('region', { name: 'Export' })
      .boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(400);
  });

  it('selects the text where the frame may not copy', async () => {
    const frame = await openExport();

    await frame.getByRole('button', { name: 'Copy' }).click();

    const area = frame.getByRole('textbox', { name: 'Text to copy' });
    const selected = await area.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    );
    expect(selected).toMatch(/^# 2026\.05 Spring: NO-SHIP\n/);
  });

  it('prints a packet: paper only, heads of tables again on each page, texts as texts', async () => {
    const frame = await go({ print: 'qa', theme: 'dark' });
    await frame.getByRole('heading', { name: 'To test' }).waitFor();
    await frame.getByText('Names with <b>tags</b> & "quotes" break the page').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const html = frame.locator('html');
    await html.evaluate((element: HTMLElement) => {
      window.print = () => {
        element.dataset.printed = 'yes';
      };
    });

    await frame.getByRole('button', { name: 'Print' }).click();

    expect(await html.getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    expect(await frame.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    const looks = await frame.locator('.packet').evaluate((packet) => {
      const look = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(packet.querySelector(selector) ?? packet);
      return {
        ...{ head: look('thead').display, afterHeading: look('h2').breakAfter },
        ...{ ink: look('td').color, paper: getComputedStyle(document.body).backgroundColor },
      };
    });
    expect(looks).toEqual({
      ...{ head: 'table-header-group', afterHeading: 'avoid' },
      ...{ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' },
    });
    await keepScreenshot(page, 'release-packet-print');
  });

  it('attaches a file and a comment, which are seen at the issue', async () => {
    await attach(await openExport(), 'An issue, as a file');
    await attach(await openExport(), 'An issue, as a comment');

    await page.goto(`${site.shell.url}/browse/PAY-102`);

    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByRole('heading', { name: '2026.05 Spring: NO-SHIP' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'release-2026-05-spring-manifest.md' }).click(),
    ]);
    expect(await textOf(download)).toMatch(/^# 2026\.05 Spring: NO-SHIP\n/);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('writes into the description of the version, which is seen with the versions', async () => {
    await attach(await openExport(), 'Description of the version');

    await page.goto(`${site.shell.url}/versions/PAY`);

    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: SPRING }) });
    expect(await row.innerText()).toMatch(/NO-SHIP \(blocked\): promotion from test to prod/);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('keeps snapshots, which are opened and compared, each without a barrier', async () => {
    const frame = await go({ tab: 'snapshots' });

    await frame.getByRole('button', { name: 'Take a snapshot' }).click();
    await frame.getByRole('textbox', { name: /^Note/ }).fill('before the retest');
    await frame.getByRole('button', { name: 'Take it' }).click();
    await frame.getByRole('cell', { name: 'before the retest' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await frame.getByRole('link', { name: /^Open the snapshot of/ }).click();
    await frame.getByRole('table', { name: 'Issues then' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await frame.getByRole('link', { name: 'Compare with now' }).click();
    await frame.getByRole('heading', { name: 'Nothing changed' }).waitFor();

    expect(await findBarriers(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('after')).toBe('now');
  });
});
