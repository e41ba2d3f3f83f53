import type { Browser, Frame, Page } from 'playwright-core';

import { startShell } from '../../dev/site/start-shell';
import type { Shell } from '../../dev/site/start-shell';
import { describeInBrowser, findBarriers, launchBrowser, openPage } from '../support/browser';
import type { WatchedPage } from '../support/browser';
import { buildProbeApp } from '../support/probe-app';
import { createShellHost } from '../support/shell-host';
import type { ShellHost } from '../support/shell-host';

describeInBrowser('the bridge of a framed screen', () => {
  let browser: Browser;
  let shell: Shell;
  let host: ShellHost;
  let removeProbe: () => void;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    const { app, remove } = await buildProbeApp();
    removeProbe = remove;
    host = createShellHost();
    shell = await startShell({ host, app });
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
    expect(watched.troubles).toEqual([]);
    await page.context().close();
  });

  const screens = (): Frame[] =>
    page.frames().filter((frame) => frame.url().startsWith(shell.frameUrl));

  async function openProbe(path: string): Promise<Frame> {
    await page.goto(shell.url + path);
    await page
      .frameLocator('iframe')
      .getByText(/ on \{/)
      .waitFor();
    const [frame] = screens();
    if (!frame) throw new Error('the screen is not framed');
    return frame;
  }

  it('calls a resolver function as the signed-in account', async () => {
    const frame = await openProbe('/browse/PAY-12?user=bo');

    const reply = await frame.evaluate(`forge.invoke('getIssue', { issueKey: 'PAY-12' })`);

    expect(reply).toEqual({ heard: { issueKey: 'PAY-12' }, by: 'bo' });
    expect(host.invocations.at(-1)).toMatchObject({
      moduleKey: 'probe-panel',
      functionKey: 'getIssue',
      accountId: 'bo',
      context: { siteUrl: shell.url, extension: { issue: { key: 'PAY-12' } } },
    });
  });

  it('rejects with the message of the resolver', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const refusal = frame.evaluate(`forge.invoke('refuse')`);

    await expect(refusal).rejects.toThrow('not today');
  });

  it('calls Jira as the signed-in account', async () => {
    const frame = await openProbe('/browse/PAY-12?user=bo');

    const reply = await frame.evaluate(`
      forge.requestJira('/rest/api/3/issue?notify=false', { method: 'POST', body: '{"a":1}' })
        .then(async (response) => ({ status: response.status, ...(await response.json()) }))`);

    expect(reply).toEqual({
      status: 201,
      accountId: 'bo',
      url: `${shell.url}/rest/api/3/issue?notify=false`,
      body: '{"a":1}',
    });
  });

  it('refuses a product and a command that this site does not have, by name', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const confluence = frame.evaluate(`forge.requestConfluence('/wiki/rest/api/space')`);
    const rovo = frame.evaluate(`__bridge.callBridge('openRovo', {})`);

    await expect(confluence).rejects.toThrow('The local site has no product "confluence".');
    await expect(rovo).rejects.toThrow(
      'The local site does not answer the bridge command "openRovo".',
    );
  });

  it('shows a flag, runs its action and takes it away', async () => {
    const frame = await openProbe('/browse/PAY-12');
    await frame.evaluate(`
      window.flag = forge.showFlag({
        id: 'saved', title: 'Saved', description: 'Two issues', type: 'success',
        actions: [{ text: 'Undo', onClick: () => { window.undone = true; } }],
      });
      void 0`);

    await page.getByRole('heading', { name: 'Done: Saved' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await frame.waitForFunction(() => 'undone' in window);
    await frame.evaluate('window.flag.close()');

    await expect(page.getByRole('heading', { name: 'Done: Saved' }).count()).resolves.toBe(0);
  });

  it('opens a modal with a context and hears what it was closed with', async () => {
    const frame = await openProbe('/browse/PAY-12');
    await frame.evaluate(`
      new forge.Modal({ size: 'small', title: 'Why?', context: { sha: 'abc' },
        onClose: (payload) => { window.answer = payload; } }).open()`);
    const dialog = page.getByRole('dialog', { name: 'Why?' });
    await dialog.frameLocator('iframe').getByText('"modal":{"sha":"abc"}').waitFor();
    const inner = screens().find((candidate) => candidate !== frame);
    expect(await findBarriers(page)).toEqual([]);

    await inner?.evaluate(`forge.view.close({ reason: 'seen' })`).catch(() => undefined);
    await frame.waitForFunction(() => 'answer' in window);

    expect(await frame.evaluate('window.answer')).toEqual({ reason: 'seen' });
    await expect(dialog.count()).resolves.toBe(0);
  });

  it.each([
    { closeOnEscape: true, left: 0 },
    { closeOnEscape: false, left: 1 },
  ])('leaves $left modals after Escape when closeOnEscape is $closeOnEscape', async (row) => {
    const frame = await openProbe('/browse/PAY-12');
    await frame.evaluate(
      `new forge.Modal({ title: 'Why?', closeOnEscape: ${String(row.closeOnEscape)} }).open()`,
    );
    const dialog = page.getByRole('dialog', { name: 'Why?' });
    await dialog.waitFor();

    await dialog.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');

    await expect(dialog.count()).resolves.toBe(row.left);
  });

  it('has no view to close outside a modal', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const closing = frame.evaluate('forge.view.close()');

    await expect(closing).rejects.toThrow("this resource's view is not closable");
  });

  it('carries an event with a blob to its listeners until they leave', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const heard = await frame.evaluate(`(async () => {
      const heard = [];
      const subscription = await forge.events.on('saved', (payload) => heard.push(payload));
      await forge.events.emit('saved', { file: new Blob(['text']) });
      await subscription.unsubscribe();
      await forge.events.emit('saved', { file: 'late' });
      return Promise.all(heard.map(({ file }) => file.text()));
    })()`);

    expect(heard).toEqual(['text']);
  });

  it('keeps the location of a settings page in the address', async () => {
    const frame = await openProbe('/settings/connections?tab=2');
    await frame.evaluate(`forge.view.createHistory().then((history) => {
      window.seen = [history.location.pathname + history.location.search];
      history.listen(({ pathname }, action) => window.seen.push(action + ' ' + pathname));
      history.push('/projects/PAY');
    })`);
    await page.waitForURL(`${shell.url}/settings/projects/PAY`);

    await page.goBack();
    await frame.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length === 3);

    expect(await frame.evaluate('window.seen')).toEqual([
      '/connections?tab=2',
      'PUSH /projects/PAY',
      'POP /connections',
    ]);
    expect(page.url()).toBe(`${shell.url}/settings/connections?tab=2`);
  });

  it('has no history for a panel', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const history = frame.evaluate('forge.view.createHistory()');

    await expect(history).rejects.toThrow('createHistory is for whole pages only');
  });

  it('knows the address of an issue and goes there', async () => {
    const frame = await openProbe('/browse/PAY-12');

    const url = await frame.evaluate(
      `forge.router.getUrl({ target: 'issue', issueKey: 'PAY-7' }).then(String)`,
    );
    await frame.evaluate(`void forge.router.navigate({ target: 'issue', issueKey: 'PAY-7' })`);

    expect(url).toBe(`${shell.url}/browse/PAY-7`);
    await page.waitForURL(`${shell.url}/browse/PAY-7`);
  });

  it('opens an address in a new tab, but never a script', async () => {
    const frame = await openProbe('/browse/PAY-12');
    const opened = page.context().waitForEvent('page');

    await frame.evaluate(`forge.router.open('/settings')`);
    const script = frame.evaluate(`forge.router.open('javascript:alert(1)')`);

    await expect(script).rejects.toThrow('The site does not open javascript:');
    const tab = await opened;
    await tab.waitForURL(`${shell.url}/settings`);
    expect(await tab.evaluate('window.opener')).toBeNull();
  });

  it('refreshes what Jira shows and keeps the screen', async () => {
    const frame = await openProbe('/browse/PAY-12');
    await frame.evaluate('window.mark = 1');
    await page.evaluate(`document.querySelector('h1').textContent = 'stale'`);

    await frame.evaluate('forge.view.refresh()');

    await page.getByRole('heading', { name: 'Refunds <b>twice</b> & again' }).waitFor();
    expect(await frame.evaluate('window.mark')).toBe(1);
  });

  const ENTERPRISE = {
    key: 'ghe',
    description: 'GitHub Enterprise of Acme',
    configured: [{ domain: 'https://ghe.acme.com', type: ['FETCH_BACKEND_SIDE'] }],
  };
  const ask = `forge.permissions.egress.set({ egresses: [${JSON.stringify(ENTERPRISE)}] })`;

  it('lets the app call more addresses when the administrator allows it', async () => {
    const frame = await openProbe('/settings');
    const asked = frame.evaluate(ask);
    const dialog = page.getByRole('dialog', { name: 'The app asks to call more addresses' });
    await dialog.getByText('https://ghe.acme.com').waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await dialog.getByRole('button', { name: 'Allow', exact: true }).click();

    expect(await asked).toEqual({ results: [ENTERPRISE] });
    const read = await frame.evaluate(`forge.permissions.egress.get({ keys: ['ghe'] })`);
    expect(read).toEqual({ results: [ENTERPRISE] });
    await frame.evaluate(`forge.permissions.egress.deleteDomain(
      { key: 'ghe', domain: 'https://ghe.acme.com', type: 'FETCH_BACKEND_SIDE' })`);
    expect(host.egress.get({}).results).toEqual([{ ...ENTERPRISE, configured: [] }]);
    await frame.evaluate(`forge.permissions.egress.deleteGroup({ key: 'ghe' })`);
    expect(host.egress.get({}).results).toEqual([]);
  });

  it.each([
    { who: 'the administrator refuses', user: 'ana', refusal: 'did not allow the app' },
    { who: 'nobody is an administrator', user: 'bo', refusal: 'Only an administrator' },
  ])('allows no address when $who', async ({ user, refusal }) => {
    const frame = await openProbe(`/settings?user=${user}`);
    const asked = frame.evaluate(ask).catch(String);

    if (user === 'ana') await page.getByRole('button', { name: 'Do not allow' }).click();

    expect(await asked).toContain(refusal);
    expect(host.egress.get({}).results).toEqual([]);
  });
});
