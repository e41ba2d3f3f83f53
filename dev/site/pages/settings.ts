import { html } from 'hono/html';

import type { Screen } from '../screen';
import { screenSection } from './issue-view';
import type { Html } from './layout';

/** The app's pages for administrators. Others may open them too: what the app then says is the app's own answer. */
export function settings(screens: readonly Screen[], isAdmin: boolean): Html {
  return html`<h1>App settings</h1>
    ${
      isAdmin
        ? ''
        : html`<p class="notice">
            Jira shows this page to administrators only, and this account is none. It is framed all
            the same, so that the app's own refusal can be seen.
          </p>`
    }
    ${screens.length === 0 ? html`<p>The app has no settings page.</p>` : screens.map(screenSection)}`;
}
