import { html } from 'hono/html';

import type { Html } from './layout';

/** The same page whether there is nothing or the account may not see it, as in Jira. */
export function notFound(what: string): Html {
  return html`<h1>Not found</h1>
    <p>${what}</p>
    <p><a href="/">Back to the issues</a></p>`;
}
