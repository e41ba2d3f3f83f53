import { byId, connection } from './connections';
import { createWorld, type HostContent, type World } from './in-memory-ports';
import { projectSettings } from './settings';

/** A connection to a GitHub Enterprise host, for the repositories of acme only. */
export const GHE = connection({ id: 'ghe', baseUrl: 'https://ghe.acme.com/api/v3', owner: 'acme' });

/** What that host holds. */
export const GHE_REPOSITORIES = [{ path: 'acme/api' }, { path: 'other/x' }, { path: 'acme/web' }];

/** Two connections, a project, and that host. */
export function gheWorld(content: HostContent): World {
  return createWorld({
    connections: byId(connection(), GHE),
    secrets: new Map([['ghe', 's3cret']]),
    settings: new Map([['PAY', projectSettings()]]),
    hosts: new Map([['https://ghe.acme.com/api/v3', content]]),
  });
}
