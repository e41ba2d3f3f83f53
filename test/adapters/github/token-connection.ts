import { createGitHub } from '../../../src/adapters/github/github';
import type { CodeHost } from '../../../src/ports/code-host';

export const TOKEN = 'github_pat_11SECRET';

/** GitHub over this fetch, by token, with no pause between retries. */
export const github = (
  fetch: typeof globalThis.fetch,
  baseUrl = 'https://api.github.com',
): CodeHost =>
  createGitHub({ fetch, baseUrl, auth: { kind: 'token', token: TOKEN }, retryBaseMs: 1 });
