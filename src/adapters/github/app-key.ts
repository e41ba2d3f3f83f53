import { createPrivateKey } from 'node:crypto';

/**
 * A GitHub App's private key as PKCS8, whether it came as PKCS1 (what GitHub hands out) or PKCS8,
 * with line ends of any kind or written as `\n`; `null` when it is no RSA key.
 */
export function toAppKey(pem: string): string | null {
  try {
    const key = createPrivateKey(pem.trim().replace(/\\n/g, '\n'));
    return key.asymmetricKeyType === 'rsa'
      ? key.export({ type: 'pkcs8', format: 'pem' }).toString()
      : null;
  } catch {
    return null;
  }
}
