/** Why an outside system did not give what it was asked for. */
export type Failure =
  | { kind: 'unauthorized' }
  | { kind: 'forbidden'; sso: boolean }
  | { kind: 'not-found' }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'unavailable'; status: number | null }
  | { kind: 'egress-blocked' }
  | { kind: 'unexpected-answer' };

/** The one error that adapters throw. Branch on `failure.kind`; the message is for people. */
export class ProviderError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProviderError';
    this.failure = failure;
  }
}
