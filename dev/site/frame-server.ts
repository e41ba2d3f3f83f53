import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import { Hono } from 'hono';
import type { Context } from 'hono';

import { serveBrowserScript } from './browser-script';
import { frameCsp } from './frame-csp';
import type { ShellApp } from './shell-app';
import { readTokenStylesheet } from './token-stylesheet';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/**
 * The origin that serves the app's built screens, and nothing else: `/<resource>/…`.
 * `shellOrigin` is asked at each request, because that server starts after this one.
 */
export function createFrameServer(app: ShellApp, shellOrigin: () => string): Hono {
  const server = new Hono();
  const tokens = readTokenStylesheet();
  server.get('/-/js/:name', serveBrowserScript);
  server.get('/-/tokens.css', (context) =>
    context.body(tokens, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  server.get('/:resource/*', async (context) => serveFile(context, app, shellOrigin()));
  return server;
}

async function serveFile(
  context: Context,
  { resources, permissions }: ShellApp,
  shellOrigin: string,
): Promise<Response> {
  const folder = resources.get(context.req.param('resource') ?? '');
  if (folder === undefined) return context.notFound();
  const path = context.req.path.split('/').slice(2).join('/') || 'index.html';
  const file = join(folder, decodeURIComponent(path));
  if (!file.startsWith(folder + sep)) return context.notFound();
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return answerMissing(context, path, folder);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (extname(file) !== '.html') return context.body(new Uint8Array(content), 200, headers);
  const document = content.toString('utf8');
  return context.body(injectBridge(document, shellOrigin), 200, {
    ...headers,
    'cache-control': 'no-cache',
    'content-security-policy': frameCsp(document, permissions, shellOrigin),
  });
}

function answerMissing(
  context: Context,
  path: string,
  folder: string,
): Response | Promise<Response> {
  if (path !== 'index.html') return context.notFound();
  return context.text(`${folder} holds no index.html: run "npm run build" and load again`, 503);
}

/** Our bridge goes before every script of the app, where Forge puts its own. */
function injectBridge(document: string, shellOrigin: string): string {
  const source = `/-/js/bridge?shell=${encodeURIComponent(shellOrigin)}`;
  return document.replace(
    /<head[^>]*>/i,
    (head) => `${head}<script type="module" src="${source}"></script>`,
  );
}
