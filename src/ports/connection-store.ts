import type { Provider } from '../domain/repository';

/** Our credential to a code host, without its secret. */
export type Connection = {
  id: string;
  provider: Provider;
  /** `https://api.github.com`, `https://ghe.acme.com/api/v3`. */
  baseUrl: string;
  /** Only repositories of this owner; `null` for all that no other connection names. */
  owner: string | null;
  auth: { kind: 'token' } | { kind: 'app'; appId: number; installationId: number };
  savedAt: string;
  savedBy: string;
};

/** A token, or the private key of an app. Never in a reply, never in a log. */
export type Secret = string;

export type ConnectionStore = {
  listConnections(): Promise<Connection[]>;
  saveConnection(connection: Connection, secret: Secret): Promise<void>;
  deleteConnection(id: string): Promise<void>;
  /** `undefined` when it was never saved or is gone. */
  findSecret(id: string): Promise<Secret | undefined>;
};
