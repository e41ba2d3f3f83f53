import type { ConnectionInput, ConnectionView } from '../../../src/api/contract';
import { egressFor } from './egress';

/** A connection as it stands in the form. A secret is only what was typed now. */
export type ConnectionDraft = {
  host: 'github.com' | 'enterprise';
  address: string;
  owner: string;
  login: 'token' | 'app';
  token: string;
  appId: string;
  installationId: string;
  privateKey: string;
};

const GITHUB = 'https://github.com';

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
  const { baseUrl, owner, auth } = connection;
  const isEnterprise = egressFor(baseUrl) !== null;
  return {
    ...EMPTY,
    host: isEnterprise ? 'enterprise' : 'github.com',
    address: isEnterprise ? baseUrl : '',
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
  const { host, address, owner, login, token, appId, installationId, privateKey } = draft;
  return {
    ...(id !== undefined && { id }),
    provider: 'github',
    baseUrl: host === 'enterprise' ? address : GITHUB,
    owner: owner.trim() || null,
    auth:
      login === 'token'
        ? { kind: 'token', token }
        : {
            kind: 'app',
            appId: Number(appId),
            installationId: Number(installationId),
            privateKey,
          },
  };
}

/** The host as people know it: `github.com` for `https://api.github.com`. */
export const hostName = (baseUrl: string): string =>
  new URL(baseUrl).host.replace(/^api\.(?=github\.com$|.*\.ghe\.com$)/, '');
