import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { prepareSite } from '../demo/prepare';
import { createAppHost } from '../local-site/app-host';
import { APP_FOLDER } from '../local-site/app-folder';
import { performActs } from '../local-site/perform-acts';
import { openSite } from '../local-site/open-site';
import { readShellApp } from '../site/shell-app';
import { startShell, type Shell, type ShellOptions } from '../site/start-shell';
import { readSite } from '../site-file/read-site';

export type ServeArguments = {
  site: string;
  /** The usual one, or a free one when that is taken, if absent. */
  port: number | undefined;
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
  if (site.acts.length > 0) {
    process.stdout.write('Reading its repositories, and doing what its people did …\n');
    await local.platform.drain();
    await performActs(local);
    // What they said is written on issues, too.
    await local.platform.drain();
  }
  local.platform.startBackground();
  const shell = await startShellAt(args.port, {
    host: createAppHost(local),
    app: readShellApp(join(APP_FOLDER, 'manifest.yml')),
  });
  process.stdout.write(`${site.name} is at ${shell.url}\nStop it with Ctrl+C.\n`);
  await interrupted();
  await shell.close();
  await local.close();
  return 0;
}

const USUAL_PORT = 8080;

/** A port that was asked for is taken or refused; the usual one gives way to a free one. */
function startShellAt(
  port: number | undefined,
  shell: Pick<ShellOptions, 'host' | 'app'>,
): Promise<Shell> {
  if (port !== undefined) return startShell({ ...shell, port });
  return startShell({ ...shell, port: USUAL_PORT }).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    return startShell(shell);
  });
}

const interrupted = (): Promise<void> =>
  new Promise((resolveNow) => {
    const stop = (): void => {
      resolveNow();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
