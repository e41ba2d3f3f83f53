import type { Browser, Frame, Page } from 'playwright-core';

import { startShell } from '../../dev/site/start-shell';
import type { Shell } from '../../dev/site/start-shell';
import {
  describeInBrowser,
  findBarriers,
  keepScreenshot,
  launchBrowser,
  openPage,
} from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { buildProbeApp } from '../support/probe-app';
import { createShellHost } from '../support/shell-host';

describeInBrowser('a screen of the app in its frame', () => {
  let browser: Browser;
  let shell: Shell;
  let removeProbe: () => void;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    const { app, remove } = await buildProbeApp();
    removeProbe = remove;
    shell = await startShell({ host: createShellHost(), app });
  });
  afterAll(async () => {
    await browser.close();
    await shell.close();
    removeProbe();
  });
  beforeEach(async () => {
    watched = await openPage(browser, [shell.url, shell.frameUrl]);
    ({ page } = watched);
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function openProbe(path: string): Promise<Frame> {
    await page.goto(shell.url + path);
    await page
      .frameLocator('iframe')
      .getByText(/ on \{/)
      .waitFor();
    const frame = page.frames().find((candidate) => candidate.url().startsWith(shell.frameUrl));
    if (!frame) throw new Error('the screen is not framed');
    return frame;
  }

  it('is told where it stands', async () => {
    const frame = await openProbe('/browse/PAY-12?user=bo');

    const context = await frame.evaluate('forge.view.getContext()');

    expect(context).toMatchObject({
      accountId: 'bo',
      cloudId: 'acme-cloud',
      siteUrl: shell.url,
      moduleKey: 'probe-panel',
      locale: 'en-US',
      theme: { colorMode: 'light' },
      extension: {
        type: 'jira:issuePanel',
        issue: { id: '10012', key: 'PAY-12', type: 'Bug', typeId: '10001' },
        project: { id: '10000', key: 'PAY' },
      },
    });
    expect(watched.troubles).toEqual([]);
  });

  it('stands in a sandbox on an origin of its own', async () => {
    await openProbe('/browse/PAY-12');

    const iframe = page.locator('iframe');

    expect(await iframe.getAttribute('sandbox')).toBe(
      'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts',
    );
    expect(new URL((await iframe.getAttribute('src')) ?? '').origin).toBe(shell.frameUrl);
    expect(shell.frameUrl).not.toBe(shell.url);
  });

  it('cannot reach into the page around it', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const reach = frame.evaluate('parent.document.title');

    await expect(reach).rejects.toThrow('Blocked a frame with origin');
  });

  it.each([
    { address: 'https://api.github.com/repos/acme/payments-api' },
    { address: 'https://gitlab.com/api/v4/projects' },
  ])('cannot call $address', async ({ address }) => {
    const frame = await openProbe('/browse/PAY-12');

    const called = await frame.evaluate(async (url) => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI }) => {
            resolve(`${effectiveDirective} blocks ${blockedURI}`);
          },
        );
      });
      const outcome = await fetch(url).then(
        () => 'answered',
        () => 'failed',
      );
      return { outcome, violation: await violation };
    }, address);

    expect(called).toEqual({ outcome: 'failed', violation: `connect-src blocks ${address}` });
  });

  it('cannot run a script that is written into its markup', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const ran = await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    });

    expect(ran).toBe(false);
  });

  it('is as high as what it shows', async () => {
    const frame = await openProbe('/browse/PAY-12');

    await frame.evaluate(() => {
      const tall = document.createElement('div');
      tall.style.height = '900px';
      document.querySelector('main')?.append(tall);
    });

    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 900);
    const overflow = await frame.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    expect(overflow).toBe(0);
  });

  it.each([
    { theme: 'light', text: 'rgb(41, 42, 46)', ground: 'rgb(255, 255, 255)' },
    { theme: 'dark', text: 'rgb(206, 207, 210)', ground: 'rgb(31, 31, 33)' },
  ])('has the tokens of the $theme theme and no barrier', async ({ theme, text, ground }) => {
    const frame = await openProbe(`/browse/PAY-12?theme=${theme}`);

    const colours = await frame.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    await keepScreenshot(page, `shell-issue-${theme}`);

    expect(colours).toEqual({ color: text, backgroundColor: ground });
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });

  it('follows the theme without loading again', async () => {
    const frame = await openProbe('/browse/PAY-12');
    await frame.evaluate('window.mark = 1');

    await page.getByRole('button', { name: 'Dark' }).click();
    await frame.waitForFunction(() => document.documentElement.dataset.colorMode === 'dark');

    expect(await frame.evaluate('window.mark')).toBe(1);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});
