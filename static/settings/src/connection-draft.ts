import type { ConnectionInput, ConnectionView, Provider } from '../../../src/api/contract';
import { egressFor } from './egress';

/** Where the repositories are: at the public site, or at a host of one's own. */
export type HostChoice = 'github.com' | 'enterprise' | 'gitlab.com' | 'self-managed';

/** A connection as it stands in the form. A secret is only what was typed now. */
export type ConnectionDraft = {
  host: HostChoice;
  address: string;
  owner: string;
  login: 'token' | 'app';
  token: string;
  appId: string;
  installationId: string;
  privateKey: string;
};

export const providerOf = (host: HostChoice): Provider =>
  host === 'github.com' || host === 'enterprise' ? 'github' : 'gitlab';

export const isOwnHost = (host: HostChoice): boolean =>
  host === 'enterprise' || host === 'self-managed';

/** Only GitHub has apps. */
export const loginOf = ({ host, login }: ConnectionDraft): ConnectionDraft['login'] =>
  providerOf(host) === 'gitlab' ? 'token' : login;

const EMPTY: ConnectionDraft = {
  host: 'github.com',
  address: '',
  owner: '',
  login: 'token',
  token: '',
  appId: '',
  installationId: '',
  privateKey: '',
};

/** What the form begins with. */
export function toConnectionDraft(connection: ConnectionView | null): ConnectionDraft {
  if (!connection) return EMPTY;
  const { provider, baseUrl, owner, auth } = connection;
  const isOwn = egressFor(baseUrl) !== null;
  return {
    ...EMPTY,
    host: hostChoice(provider, isOwn),
    address: isOwn ? baseUrl : '',
    owner: owner ?? '',
    login: auth.kind,
    ...(auth.kind === 'app' && {
      appId: String(auth.appId),
      installationId: String(auth.installationId),
    }),
  };
}

/** What is sent: a new connection, or a change of the one with this id. */
export function toConnectionInput(draft: ConnectionDraft, id: string | undefined): ConnectionInput {
  const { host, address, owner, token, appId, installationId, privateKey } = draft;
  return {
    ...(id !== undefined && { id }),
    provider: providerOf(host),
    baseUrl: isOwnHost(host) ? address : `https://${host}`,
    owner: owner.trim() || null,
    auth:
      loginOf(draft) === 'token'
        ? { kind: 'token', token }
        : {
            kind: 'app',
            appId: Number(appId),
            installationId: Number(installationId),
            privateKey,
          },
  };
}

function hostChoice(provider: Provider, isOwn: boolean): HostChoice {
  if (provider === 'github') return isOwn ? 'enterprise' : 'github.com';
  return isOwn ? 'self-managed' : 'gitlab.com';
}

/** The host as people know it: `github.com` for `https://api.github.com`. */
export const hostName = (baseUrl: string): string =>
  new URL(baseUrl).host.replace(/^api\.(?=github\.com$|.*\.ghe\.com$)/, '');
