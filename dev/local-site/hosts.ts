import { join } from 'node:path';

import { createGitHubStandIn } from '../github/github-stand-in';
import { createGitLabStandIn } from '../gitlab/gitlab-stand-in';
import type { PlatformOptions } from '../runtime/platform';
import { applyFaults } from '../site-file/faults';
import type { Site } from '../site-file/read-site';
import { APP_FOLDER } from './app-folder';

type Hosts = PlatformOptions['hosts'];

const STAND_INS = { github: createGitHubStandIn, gitlab: createGitLabStandIn };

/** Everything on the network of this site: its code hosts, and nothing else. */
export function createHosts(site: Site, clock: () => Date): Hosts {
  const cacheDir = join(APP_FOLDER, '.local', 'bundles');
  const standIns = new Map(
    site.hosts.map((host) => [
      new URL(host.host).host,
      STAND_INS[host.provider]({ ...host, clock, cacheDir }),
    ]),
  );
  const providers = new Map(site.hosts.map(({ host, provider }) => [new URL(host).host, provider]));
  const answer = applyFaults(
    site.faults,
    ({ request }: { method: string; url: string; request: Request }) => {
      const standIn = standIns.get(new URL(request.url).host);
      // What a fetch does when a name is not known.
      return standIn?.handle(request) ?? Promise.reject(new TypeError('fetch failed'));
    },
  );
  return {
    handle: (request) => answer({ method: request.method, url: request.url, request }),
    providerOf: (hostname) => providers.get(hostname),
  };
}
