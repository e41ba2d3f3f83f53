import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { SignatureCheck, SignedRequest } from '../../ports/signature';

/**
 * A request signed as Standard Webhooks: `webhook-signature: v1,BASE64` is the HMAC-SHA256 of
 * `webhook-id.webhook-timestamp.body`; five minutes old at most.
 *
 * Source: https://www.standardwebhooks.com, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * Units:  `webhook-timestamp` is in seconds since 1970; the secret is base64, with or without `whsec_`.
 */
export function verifySignature(secret: string, { headers, body }: SignedRequest): SignatureCheck {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return 'valid';
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return error.message.startsWith('Message timestamp') ? 'expired' : 'invalid';
  }
}
