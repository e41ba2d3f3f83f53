import { html } from 'hono/html';

import type { SiteProject, SiteVersion } from '../../jira/site';
import type { Html } from './layout';

/** The versions of a project with their descriptions, as on Jira's page of releases. */
export function versionList({ key, name }: SiteProject, versions: readonly SiteVersion[]): Html {
  return html`<p class="key">${name} (${key})</p>
    <h1>Versions</h1>
    ${versions.length === 0 ? html`<p>No versions.</p>` : table(versions)}
    <p><a href="/projects/${key}">Releases of ${key} in the app</a></p>`;
}

function table(versions: readonly SiteVersion[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Versions">
    <table>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Released</th>
          <th scope="col">Date</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        ${versions.map(
          ({ name, released, releaseDate, description }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${released ? 'yes' : 'no'}</td>
              <td>${releaseDate ?? ''}</td>
              <td class="lines">${description ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
