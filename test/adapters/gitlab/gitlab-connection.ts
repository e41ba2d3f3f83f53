import { createGitLab } from '../../../src/adapters/gitlab/gitlab';
import type { CodeHost } from '../../../src/ports/code-host';

export const TOKEN = 'glpat-11SECRET';

/** GitLab over this fetch, with no pause between retries. */
export const gitlab = (fetch: typeof globalThis.fetch, baseUrl = 'https://gitlab.com'): CodeHost =>
  createGitLab({ fetch, baseUrl, token: TOKEN, retryBaseMs: 1 });
