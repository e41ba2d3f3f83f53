import { generateKeyPairSync } from 'node:crypto';

import { toAppKey } from '../../../src/adapters/github/app-key';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pkcs1 = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();
const pkcs8 = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

describe('toAppKey', () => {
  it.each([
    { when: 'PKCS1', pem: pkcs1 },
    { when: 'PKCS8', pem: pkcs8 },
    { when: 'with Windows line ends', pem: pkcs1.replace(/\n/g, '\r\n') },
    { when: 'with line ends written as \\n', pem: pkcs1.replace(/\n/g, '\\n') },
    { when: 'with blanks around', pem: `\n  ${pkcs8}  \n` },
  ])('reads a key $when', ({ pem }) => {
    expect(toAppKey(pem)).toBe(pkcs8);
  });

  it.each([
    { when: 'empty', pem: '' },
    { when: 'no key', pem: 'hunter2' },
    { when: 'cut off', pem: pkcs1.slice(0, 400) },
    { when: 'only the first line', pem: '-----BEGIN RSA PRIVATE KEY-----' },
    { when: 'no RSA key', pem: elliptic },
  ])('refuses what is $when', ({ pem }) => {
    expect(toAppKey(pem)).toBeNull();
  });
});
