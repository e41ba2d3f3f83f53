import { createHmac } from 'node:crypto';
import { verifySignature } from '../../../src/adapters/webhooks/verify-signature';
import { signedHeaders } from '../../support/signed';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const BODY = '{"projectKey":"PAY"}';

const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const headersAt = (minutes: number, secret = SECRET) =>
  signedHeaders(BODY, { secret, at: at(minutes) });

describe('verifySignature', () => {
  it.each([
    { when: 'signed now', headers: headersAt(0), body: BODY, says: 'valid' },
    { when: 'signed four minutes ago', headers: headersAt(-4), body: BODY, says: 'valid' },
    { when: 'signed six minutes ago', headers: headersAt(-6), body: BODY, says: 'expired' },
    { when: 'signed six minutes ahead', headers: headersAt(6), body: BODY, says: 'expired' },
    {
      when: 'signed with another secret',
      headers: headersAt(0, OTHER),
      body: BODY,
      says: 'invalid',
    },
    { when: 'the body is another', headers: headersAt(0), body: `${BODY} `, says: 'invalid' },
    { when: 'nothing is signed', headers: {}, body: BODY, says: 'invalid' },
    {
      when: 'the id is another',
      headers: { ...headersAt(0), 'webhook-id': 'run-2' },
      body: BODY,
      says: 'invalid',
    },
    {
      when: 'the moment is another',
      headers: { ...headersAt(0), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 9) },
      body: BODY,
      says: 'invalid',
    },
    {
      when: 'the moment is no number',
      headers: { ...headersAt(0), 'webhook-timestamp': 'noon' },
      body: BODY,
      says: 'invalid',
    },
  ])('says $says when $when', ({ headers, body, says }) => {
    expect(verifySignature(SECRET, { headers, body })).toBe(says);
  });

  it('takes what a shell signs with openssl', () => {
    const moment = String(Math.floor(Date.now() / 1000));
    const key = Buffer.from(SECRET.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`run-9.${moment}.${BODY}`).digest('base64');
    const headers = {
      'webhook-id': 'run-9',
      'webhook-timestamp': moment,
      'webhook-signature': `v1,${signature}`,
    };

    expect(verifySignature(SECRET, { headers, body: BODY })).toBe('valid');
  });
});
