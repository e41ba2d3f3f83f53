import { createPublicKey, createHmac, verify } from 'node:crypto';
import type { Host } from './host';
import type { HostedRepository } from './hosted-repository';
import type { AppOption, TokenOption } from './options';
import { Problem } from './problem';

/** Who calls. */
export type Actor =
  | ({ kind: 'user'; login: string } & Omit<TokenOption, 'login'>)
  | { kind: 'installation'; app: AppOption; token: string }
  | { kind: 'app'; app: AppOption };

const TOKEN_LIFE_SECONDS = 3600;
const LONGEST_JWT_SECONDS = 600;
const CLOCK_SLACK_SECONDS = 60;

const nowSeconds = ({ options }: Host): number => Math.floor(options.clock().getTime() / 1000);

const badCredentials = (): Problem => new Problem(401, 'Bad credentials');

function publicPart({ publicKey, privateKey }: AppOption): string {
  const pem = publicKey ?? privateKey;
  if (pem === undefined) throw new Error('An app of the site needs publicKey or privateKey.');
  return createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
}

function signatureOf(app: AppOption, expiresAt: number): string {
  return createHmac('sha256', publicPart(app)).update(String(expiresAt)).digest('hex').slice(0, 40);
}

/** Carries its own proof, so it is still known after a restart of the site. */
export function issueInstallationToken(
  host: Host,
  app: AppOption,
): { token: string; expiresAt: Date } {
  const expiresAt = nowSeconds(host) + TOKEN_LIFE_SECONDS;
  const token = `ghs_${app.installationId}_${expiresAt}_${signatureOf(app, expiresAt)}`;
  return { token, expiresAt: new Date(expiresAt * 1000) };
}

function findInstallation(host: Host, token: string): Actor | undefined {
  const [, id, expiresAt, signature] = /^ghs_(\d+)_(\d+)_([0-9a-f]+)$/.exec(token) ?? [];
  const app = host.options.apps?.find((one) => String(one.installationId) === id);
  if (!app || Number(expiresAt) <= nowSeconds(host)) return undefined;
  return signatureOf(app, Number(expiresAt)) === signature
    ? { kind: 'installation', app, token }
    : undefined;
}

function findUser({ options }: Host, token: string): Actor | undefined {
  const known: TokenOption[] = [
    { token: options.token, login: 'convoy-bot', isFineGrained: options.isFineGrained === true },
    ...(options.tokens ?? []),
  ];
  const found = known.find((one) => one.token === token);
  return found && { kind: 'user', ...found, login: found.login ?? 'convoy-bot' };
}

function readJson(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function checkTimes(claims: Record<string, unknown>, now: number): void {
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || exp <= now) {
    throw new Problem(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (typeof iat !== 'number' || iat > now + CLOCK_SLACK_SECONDS) {
    throw new Problem(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (exp > now + LONGEST_JWT_SECONDS + CLOCK_SLACK_SECONDS) {
    throw new Problem(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}

function readApp(host: Host, token: string): Actor {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = readJson(body);
  const app = host.options.apps?.find(({ appId }) => String(appId) === String(claims.iss));
  if (!app) throw new Problem(401, 'Integration not found');
  checkTimes(claims, nowSeconds(host));
  const isSigned =
    readJson(head).alg === 'RS256' &&
    verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      publicPart(app),
      Buffer.from(signature, 'base64url'),
    );
  if (!isSigned) throw new Problem(401, 'A JSON web token could not be decoded');
  return { kind: 'app', app };
}

/** Reads `Authorization: Bearer|token …`; `null` when there is none. A wrong one is a 401. */
export function readActor(host: Host, authorization: string | undefined): Actor | null {
  if (authorization === undefined || authorization === '') return null;
  const [, token = ''] = /^(?:bearer|token) +(\S+)$/i.exec(authorization) ?? [];
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return readApp(host, token);
  const actor = findUser(host, token) ?? findInstallation(host, token);
  if (!actor) throw badCredentials();
  return actor;
}

/** Where a personal token still has to pass single sign-on; `null` when it need not. */
export function findMissingSso(host: Host, actor: Actor | null, owner: string): string | null {
  if (!host.options.ssoOrganizations?.includes(owner)) return null;
  if (actor?.kind !== 'user' || actor.ssoAuthorized?.includes(owner)) return null;
  return `${host.htmlUrl}/orgs/${owner}/sso?authorization_request=A1B2C3`;
}

/** Whether the check runs of the repository are the caller's to read. */
export const canReadCheckRuns = (actor: Actor, { isPrivate }: HostedRepository): boolean =>
  !isPrivate || actor.kind !== 'user' || actor.isFineGrained !== true;

/** Whether the repository exists for the caller. */
export function canSee(actor: Actor | null, repository: HostedRepository): boolean {
  if (actor === null || actor.kind === 'app') return !repository.isPrivate;
  const granted = actor.kind === 'user' ? actor.repositories : actor.app.repositories;
  const isGranted = granted === undefined || granted.includes(repository.path);
  return isGranted || !repository.isPrivate;
}
