import { Hono } from 'hono';

import type { AppHost } from './app-host';
import { createBridgeRoutes } from './bridge-routes';
import { serveBrowserScript } from './browser-script';
import { createFrameServer } from './frame-server';
import { listen } from './listen';
import { createPageRoutes } from './page-routes';
import type { PageSetup } from './page-routes';
import type { ShellApp } from './shell-app';

export type ShellOptions = {
  host: AppHost;
  app: ShellApp;
  /** The frames take the next free port of their own. 0, the default, takes a free one. */
  port?: number;
};

export type Shell = {
  url: string;
  /** The other origin, which serves the screens. */
  frameUrl: string;
  close: () => Promise<void>;
};

/** Starts the site's web pages, for this machine only: the shell on one origin, the app's screens on another. */
export async function startShell({ host, app, port = 0 }: ShellOptions): Promise<Shell> {
  let shellOrigin = '';
  const frames = await listen(
    createFrameServer(app, () => shellOrigin),
    0,
  );
  const setup: PageSetup = {
    host,
    app,
    origins: { shell: () => shellOrigin, frame: frames.origin },
  };
  const pages = await listen(createServer(setup), port).catch(async (error: unknown) => {
    await frames.close();
    throw error;
  });
  shellOrigin = pages.origin;
  return {
    url: pages.origin,
    frameUrl: frames.origin,
    close: async () => {
      await Promise.all([pages.close(), frames.close()]);
    },
  };
}

function createServer(setup: PageSetup): Hono {
  const server = new Hono();
  server.use(async (context, next) => {
    // A name that somebody else's DNS points here must not reach the site.
    if (context.req.header('host') !== new URL(setup.origins.shell()).host) {
      return context.text(`This site answers at ${setup.origins.shell()} only.`, 421);
    }
    return next();
  });
  server.get('/-/js/:name', serveBrowserScript);
  server.route('/-', createBridgeRoutes(setup));
  server.route('/', createPageRoutes(setup));
  return server;
}
