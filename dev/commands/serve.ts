import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { prepareSite } from '../demo/prepare';
import { createAppHost } from '../local-site/app-host';
import { APP_FOLDER } from '../local-site/app-folder';
import { openSite } from '../local-site/open-site';
import { readShellApp } from '../site/shell-app';
import { startShell } from '../site/start-shell';
import { readSite } from '../site-file/read-site';

export type ServeArguments = {
  site: string;
  port: number;
  /** Folder that keeps the app's records between starts. */
  store: string | undefined;
  /** Forgets what an earlier start kept. */
  clean: boolean;
};

/** Starts a site in the browser and stays until it is interrupted. */
export async function serve(args: ServeArguments): Promise<number> {
  const folder = resolve(args.site);
  const store = resolve(args.store ?? join(APP_FOLDER, '.local', 'store', basename(folder)));
  if (args.clean) rmSync(store, { recursive: true, force: true });
  process.stdout.write('Preparing the site …\n');
  await prepareSite(folder);
  const site = readSite(folder);
  const local = await openSite(site, {
    store,
    ...(site.now !== undefined && { clock: { mode: 'ticking', start: site.now } }),
  });
  local.platform.startBackground();
  const shell = await startShell({
    host: createAppHost(local),
    app: readShellApp(join(APP_FOLDER, 'manifest.yml')),
    port: args.port,
  });
  process.stdout.write(`${site.name} is at ${shell.url}\nStop it with Ctrl+C.\n`);
  await interrupted();
  await shell.close();
  await local.close();
  return 0;
}

const interrupted = (): Promise<void> =>
  new Promise((resolveNow) => {
    const stop = (): void => {
      resolveNow();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
