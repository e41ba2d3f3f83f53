import { html } from 'hono/html';

import type { SiteProject } from '../../jira/site';
import type { Screen } from '../screen';
import { screenSection } from './issue-view';
import type { Html } from './layout';

/** The app's pages in a project. A page has the whole width of the window, as in Jira. */
export function projectPage({ key, name }: SiteProject, screens: readonly Screen[]): Html {
  return html`<div class="whole">
    <p class="key">${name} (${key}) · <a href="/versions/${key}">versions</a></p>
    ${screens.length === 0 ? html`<p>The app has no page here.</p>` : screens.map(screenSection)}
  </div>`;
}
