import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { readShellApp } from '../../../dev/site/shell-app';
import { startShell } from '../../../dev/site/start-shell';
import type { Shell } from '../../../dev/site/start-shell';
import { createShellHost } from '../../support/shell-host';
import type { ShellHost } from '../../support/shell-host';

describe('startShell', () => {
  let shell: Shell;
  let host: ShellHost;
  let build: string;

  beforeAll(async () => {
    build = mkdtempSync(join(tmpdir(), 'convoy-shell-'));
    writeFileSync(
      join(build, 'index.html'),
      '<html><head><script>start()</script></head><body></body></html>',
    );
    host = createShellHost();
    const app = readShellApp(resolve('test/fixtures/shell-app/manifest.yml'));
    shell = await startShell({
      host,
      app: {
        ...app,
        resources: new Map([
          ['probe', build],
          ['gone', join(build, 'gone')],
        ]),
      },
    });
  });
  afterAll(async () => {
    await shell.close();
    rmSync(build, { recursive: true });
  });

  const post = (path: string, body: object, origin = shell.url): Promise<Response> =>
    fetch(shell.url + path, { method: 'POST', body: JSON.stringify(body), headers: { origin } });

  it.each([
    { path: '/', user: 'ana', status: 200, says: 'SHOP-1' },
    { path: '/browse/SHOP-1', user: 'ana', status: 200, says: 'New basket' },
    { path: '/browse/SHOP-1', user: 'bo', status: 404, says: 'Bo Chen may not see it' },
    { path: '/browse/PAY-99', user: 'bo', status: 404, says: 'PAY-99 does not exist' },
    { path: '/browse/PAY-12', user: 'bo', status: 200, says: 'is blocked by' },
    { path: '/browse/PAY-12', user: 'bo', status: 200, says: 'release-qa.md</a>, 13 bytes' },
    { path: '/browse/PAY-12', user: 'bo', status: 200, says: '<h4>Gates &lt;i&gt;</h4>' },
    { path: '/browse/PAY-12', user: 'bo', status: 200, says: 'unknown here' },
    { path: '/browse/PAY-7', user: 'bo', status: 200, says: 'No comments.' },
    { path: '/browse/PAY-12/attachments/100121', user: 'ana', status: 200, says: '<b>Packet</b>' },
    { path: '/browse/PAY-12/attachments/100121', user: 'bo', status: 404, says: 'no such file' },
    { path: '/versions/PAY', user: 'bo', status: 200, says: 'NO-SHIP &lt;b&gt;now&lt;/b&gt;' },
    { path: '/versions/SHOP', user: 'bo', status: 404, says: 'Bo Chen may not see it' },
    { path: '/settings', user: 'bo', status: 200, says: 'administrators only' },
    { path: '/settings/connections', user: 'ana', status: 200, says: 'Probe settings' },
    { path: '/nowhere', user: 'ana', status: 404, says: 'There is no such page' },
    { path: '/', user: 'zed', status: 404, says: 'Its users are ana, bo.' },
    { path: '/', user: 'ana', status: 200, says: 'Local site: not Atlassian Jira' },
  ])('answers $path for $user with $status', async ({ path, user, status, says }) => {
    const answer = await fetch(`${shell.url}${path}?user=${user}`);

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(says);
  });

  it('writes what comes from the site as text, never as markup', async () => {
    const answer = await fetch(`${shell.url}/browse/PAY-12`);

    expect(await answer.text()).toContain('<h1>Refunds &lt;b&gt;twice&lt;/b&gt; &amp; again</h1>');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('hands a file of an issue over to be kept, not shown', async () => {
    const { headers } = await fetch(`${shell.url}/browse/PAY-12/attachments/100121?user=ana`);

    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it('serves a screen under the policy that Forge computes, its bridge first', async () => {
    const answer = await fetch(`${shell.frameUrl}/probe/index.html`);

    const policy = new Map(
      (answer.headers.get('content-security-policy') ?? '')
        .split('; ')
        .map((directive): [string, string] => {
          const [name = '', ...sources] = directive.split(' ');
          return [name, sources.join(' ')];
        }),
    );
    expect(policy.get('script-src')).toBe(
      "'self' https://forge.cdn.prod.atlassian-dev.net https://tdp-os.services.atlassian.com/fos-eap/download/ https://tdp-os.services.atlassian.com/fos/app/download/ https://tdp-os.services.atlassian.com/fos/cdn/download/ https://object-store.atlassian.com/os/ecosystem/installation/ 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='",
    );
    expect(policy.get('style-src')).not.toContain('unsafe-inline');
    expect(policy.get('connect-src')).not.toContain('github');
    expect(policy.get('frame-ancestors')).toContain(shell.url);
    expect(policy.get('sandbox')).toContain('allow-scripts');
    expect(policy.has('report-uri')).toBe(false);
    expect(await answer.text()).toMatch(
      /^<html><head><script type="module" src="\/-\/js\/bridge\?shell=[^"]+"><\/script><script>/,
    );
  });

  it.each([
    { path: '/probe/../../../etc/passwd', status: 404 },
    { path: '/probe/%2e%2e/%2e%2e/etc/passwd', status: 404 },
    { path: '/probe/..%2f..%2fetc%2fpasswd', status: 404 },
    { path: '/probe/missing.js', status: 404 },
    { path: '/other/index.html', status: 404 },
    { path: '/-/js/..%2fstart-shell', status: 404 },
    { path: '/gone/index.html', status: 503 },
  ])('serves nothing but builds: $path', async ({ path, status }) => {
    const answer = await fetch(shell.frameUrl + path);

    expect(answer.status).toBe(status);
  });

  it.each([
    { from: 'another site', origin: 'https://evil.example' },
    { from: 'a framed screen', origin: 'frame' },
  ])('lets $from call nothing', async ({ origin }) => {
    const calls = host.invocations.length;

    const answer = await post(
      '/-/invoke',
      { accountId: 'ana', moduleKey: 'probe-panel', functionKey: 'read', context: {} },
      origin === 'frame' ? shell.frameUrl : origin,
    );

    expect(answer.status).toBe(403);
    expect(host.invocations).toHaveLength(calls);
  });

  it.each([
    { body: { accountId: 'zed' }, says: 'there is no user zed on this site' },
    { body: { accountId: 'ana', moduleKey: 'probe-panel' }, says: 'at functionKey' },
  ])('refuses a call that $says', async ({ body, says }) => {
    const answer = await post('/-/invoke', body);

    const { error } = (await answer.json()) as { error: { message: string } };
    expect(error.message).toContain(says);
  });

  it('passes a binary answer of Jira as base64', async () => {
    host.product = () =>
      Promise.resolve(
        new Response(new Uint8Array([1, 2, 255]), { headers: { 'content-type': 'image/png' } }),
      );

    const answer = await post('/-/product', {
      accountId: 'ana',
      restPath: '/rest/api/3/attachment/content/1',
      headers: [],
    });

    expect(await answer.json()).toMatchObject({
      value: { status: 200, body: 'AQL/', isAttachment: true },
    });
  });

  it('answers under its own name only', async () => {
    const { port } = new URL(shell.url);

    const status = await new Promise<number | undefined>((settle, fail) => {
      request({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        settle(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });

    expect(status).toBe(421);
  });

  it('says so when its port is taken', async () => {
    const app = readShellApp(resolve('test/fixtures/shell-app/manifest.yml'));
    const port = Number(new URL(shell.url).port);

    const second = startShell({ host, app, port });

    await expect(second).rejects.toThrow(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
  });
});
