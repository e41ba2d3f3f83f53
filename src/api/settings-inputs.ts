import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

import type { ConnectionDraft } from '../usecases/save-connection';
import { ProjectKey, RepositoryIdText, SettingsInput } from './settings-file/convoy-schema';

const Id = z.string().min(1).max(100);
const AppNumber = z.number({ error: 'must be a whole number' }).int().positive();

/** A secret that was left empty is none. */
const OptionalSecret = z.string().trim().nullish().transform(orNull);

const PrivateKey = OptionalSecret.refine(
  (key) => key === null || isPrivateKey(key),
  'must be a private key: the whole .pem file, its first and last line included',
);

const TokenAuth = z.strictObject({ kind: z.literal('token'), token: OptionalSecret });
const AppAuth = z.strictObject({
  kind: z.literal('app'),
  appId: AppNumber,
  installationId: AppNumber,
  privateKey: PrivateKey,
});

export const NoInput = z.strictObject({});
export const ConnectionIdInput = z.strictObject({ id: Id });

export const ConnectionDraftInput = z
  .strictObject({
    id: Id.exactOptional(),
    provider: z.enum(['github', 'gitlab']),
    baseUrl: z.string().trim().min(1).max(500),
    owner: z
      .string()
      .trim()
      .max(255)
      .regex(/^[\w.-]*(?:\/[\w.-]+)*$/, 'must be the name of an owner, such as acme')
      .nullable()
      .transform(orNull),
    auth: z.discriminatedUnion('kind', [TokenAuth, AppAuth], {
      error: 'must be a token, or an app with its id, installation and private key',
    }),
  })
  .refine(({ provider, auth }) => provider === 'github' || auth.kind === 'token', {
    path: ['auth', 'kind'],
    message: 'must be a token: only GitHub has apps',
  })
  .transform(({ auth, ...rest }): ConnectionDraft => {
    if (auth.kind === 'token') return { ...rest, auth: { kind: 'token' }, secret: auth.token };
    const { privateKey, ...app } = auth;
    return { ...rest, auth: app, secret: privateKey };
  });

export const HostRepositoriesInput = z.strictObject({
  connectionId: Id,
  cursor: z.string().max(2000).nullable(),
});
export const SuggestLinesInput = z.strictObject({
  repository: RepositoryIdText,
  projectKey: ProjectKey.exactOptional(),
  route: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(100), branch: z.string().max(255) }))
    .max(100)
    .exactOptional(),
});
export const ProjectInput = z.strictObject({ projectKey: ProjectKey });
export const PeopleInput = z.strictObject({ words: z.string().trim().min(1).max(200) });
export const AccountsInput = z.strictObject({
  accountIds: z.array(z.string().min(1).max(500)).max(500),
});
export const SaveSettingsInput = z.strictObject({
  settings: SettingsInput,
  revision: z.string().max(100).nullable().exactOptional(),
});
export const ImportInput = z.strictObject({
  text: z.string().max(500_000, 'is larger than 500 KB, which is all that a screen can send'),
  projectKey: ProjectKey.exactOptional(),
  dryRun: z.boolean().exactOptional(),
});
export const ExportInput = z.strictObject({ projectKeys: z.array(ProjectKey).max(1000) });

function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function isPrivateKey(text: string): boolean {
  try {
    return createPrivateKey(text.replaceAll('\\n', '\n')).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
