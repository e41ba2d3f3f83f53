import type { App } from '../env';
import { toOwnUser } from '../shapes/user';

const VERSION = { version: '18.5.0-ee', revision: '0123456789a' };

/** GET /user, /version and /metadata. */
export function addAccountRoutes(app: App): void {
  app.get('/user', (ask) => ask.json(toOwnUser(ask.var.host, ask.var.actor.username)));
  app.get('/version', (ask) => ask.json(VERSION));
  app.get('/metadata', (ask) => {
    const kas = { enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null };
    return ask.json({ ...VERSION, kas, enterprise: true });
  });
}
