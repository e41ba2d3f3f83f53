import { generateKeyPairSync } from 'node:crypto';

import { inPlainWords, toProblems } from '../../src/api/problems';
import { ConnectionDraftInput, SaveSettingsInput } from '../../src/api/settings-inputs';
import { projectSettings } from '../support/settings';

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const PKCS1 = RSA.export({ type: 'pkcs1', format: 'pem' }).toString();
const PKCS8 = RSA.export({ type: 'pkcs8', format: 'pem' }).toString();
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const input = (more: object): object => ({
  provider: 'github',
  baseUrl: 'https://github.com',
  owner: null,
  ...more,
});
const app = (privateKey?: string): object => ({
  auth: { kind: 'app', appId: 1, installationId: 2, ...(privateKey && { privateKey }) },
});

describe('ConnectionDraftInput', () => {
  it.each([
    ['a token', { auth: { kind: 'token', token: ' t0ken ' } }, 't0ken'],
    ['an empty token', { auth: { kind: 'token', token: '' } }, null],
    ['no token', { auth: { kind: 'token' } }, null],
    ['a key as GitHub hands it out', app(PKCS1), PKCS1.trim()],
    ['a key in PKCS8', app(PKCS8), PKCS8.trim()],
    ['a key on one line', app(PKCS1.replaceAll('\n', String.raw`\n`)), expect.any(String)],
    ['no key', app(), null],
  ])('takes the secret apart from what is shown: %s', (_, more, secret) => {
    const draft = ConnectionDraftInput.parse(input(more));

    expect(draft.secret).toEqual(secret);
    expect(draft.auth).not.toHaveProperty('token');
    expect(draft.auth).not.toHaveProperty('privateKey');
  });

  it.each([
    ['acme', 'acme'],
    ['', null],
    [null, null],
    ['acme/web', 'acme/web'],
  ])('reads the owner %p as %p', (owner, expected) => {
    const draft = ConnectionDraftInput.parse(input({ owner, auth: { kind: 'token' } }));

    expect(draft.owner).toBe(expected);
  });

  it.each([
    ['a key that is none', app('s3cret-not-a-key'), 'auth.privateKey'],
    ['a key of another kind', app(EC), 'auth.privateKey'],
    ['an app on GitLab', { provider: 'gitlab', ...app() }, 'auth.kind'],
    ['an auth of another kind', { auth: { kind: 's3cret-password' } }, 'auth.kind'],
    ['an owner that is an address', { owner: 'https://x', auth: { kind: 'token' } }, 'owner'],
    ['a token that is no text', { auth: { kind: 'token', token: ['s3cret'] } }, 'auth.token'],
  ])('refuses %s without repeating it', (_, more, field) => {
    const parsed = ConnectionDraftInput.safeParse(input(more), { error: inPlainWords });

    const problems = parsed.error ? toProblems(parsed.error) : [];
    expect(problems.map((each) => each.field)).toEqual([field]);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });
});

describe('SaveSettingsInput', () => {
  it('takes settings as they are', () => {
    const settings = projectSettings();

    expect(SaveSettingsInput.parse({ settings })).toEqual({ settings });
  });

  it('compares the parts as it does in a file', () => {
    const settings = projectSettings({ route: ['dev', 'live'] });

    const parsed = SaveSettingsInput.safeParse({ settings }, { error: inPlainWords });

    expect(parsed.error && toProblems(parsed.error)).toEqual([
      {
        field: 'settings.route[1]',
        line: null,
        message: 'names live, which is not under lines (there: dev, test, prod)',
      },
    ]);
  });
});
