/** What came with a request to prove who sent it. Header names are in lower case. */
export type SignedRequest = { headers: Record<string, string>; body: string };

/** `expired`: signed too long ago, or in the future. */
export type SignatureCheck = 'valid' | 'expired' | 'invalid';

/** Checks a signed request against a shared secret. */
export type SignatureVerifier = (secret: string, request: SignedRequest) => SignatureCheck;
